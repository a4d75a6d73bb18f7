import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { AppError } from "../../model/errors.ts";
import { kindOf, NodeId } from "../../model/graph.ts";
import { wordsOf } from "../app/typed-id.ts";
import type { Words } from "../app/words.ts";
import { PageElement } from "./element.ts";
import { icon } from "./icon.ts";
import { namesOfMissing } from "./missing-items.ts";
import "./nearest-names.ts";

/** Seconds until the next try. */
const wait = 5;

const isAway = (error: unknown) =>
  error instanceof AppError && (error.code === "STORE_UNAVAILABLE" || error.code === "OVERLOADED");
const isStopped = (error: unknown) => error instanceof Error && error.name === "AbortError";

/** The items that an error says are not there. */
const missingIn = (error: unknown): NodeId[] =>
  error instanceof AppError && error.code === "NODE_NOT_FOUND"
    ? error.fields.flatMap(({ field }) => NodeId.safeParse(field).data ?? [])
    : [];

/** What happened, in words; a bug is not explained. */
export function errorWords(error: unknown, { states }: Words): string {
  if (isStopped(error)) return states.stopped;
  if (!(error instanceof AppError)) return states.failed;
  switch (error.code) {
    case "STORE_UNAVAILABLE":
      return states.away;
    case "NODE_NOT_FOUND":
    case "ROUTE_NOT_FOUND": {
      const missing = missingIn(error);
      return missing.length > 0 ? states.notThere(namesOfMissing(missing)) : states.notFound;
    }
    case "SIGN_IN_NEEDED":
      return states.signInNeeded;
    case "NOT_ALLOWED":
      return states.notAllowed;
    case "TOO_MANY_REQUESTS":
    case "OVERLOADED":
      return states.tooBusy;
    case "QUERY_TIMEOUT":
      return states.timeout;
    case "INVALID_REQUEST": {
      const [wrong] = error.fields;
      return wrong ? states.wrongPart(wrong.field.replace(/^.*?\//, "")) : states.invalid(error.message);
    }
    case "QUERY_REFUSED":
      return states.invalid(error.message);
    default:
      return states.failed;
  }
}

/** A failure: what happened, what is still safe, one button. While the data is away it tries again by itself. */
@customElement("error-view")
export class ErrorView extends PageElement {
  @property({ attribute: false }) error: unknown;
  /** Something that was read before stands below. */
  @property({ attribute: false }) safe = false;
  @property({ attribute: false }) retry?: () => void;
  @state() private seconds = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("error")) this.#countDown();
  }

  #countDown(): void {
    clearInterval(this.#timer);
    this.seconds = isAway(this.error) && this.retry ? wait : 0;
    if (this.seconds === 0) return;
    this.#timer = setInterval(() => {
      this.seconds -= 1;
      if (this.seconds > 0) return;
      clearInterval(this.#timer);
      this.retry?.();
    }, 1_000);
  }

  override render() {
    const { states } = this.words;
    const [missing] = missingIn(this.error);
    return html`<div class="error" role="alert">
      ${icon("alert")}
      <p>
        ${errorWords(this.error, this.words)} ${this.safe && isAway(this.error) ? states.awaySafe : nothing}
        ${this.seconds > 0 ? html`<span aria-hidden="true">${states.retryIn(this.seconds)}</span>` : nothing}
      </p>
      ${this.retry && !missing ? html`<button type="button" class="button" @click=${this.retry}>${states.retry}</button>` : nothing}
    </div>
    ${missing ? html`<nearest-names for-words=${wordsOf(missing)} kind=${kindOf(missing)}></nearest-names>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "error-view": ErrorView;
  }
}
