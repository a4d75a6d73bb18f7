import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type Session, sessionRoute, signInRoute, signOutRoute } from "../../model/accounts.ts";
import { AppError } from "../../model/errors.ts";
import { call } from "../app/api.ts";
import { rememberEditor } from "../app/session.ts";
import { PageElement } from "../ui/element.ts";
import { errorWords } from "../ui/error-view.ts";
import { taskView } from "../ui/task-view.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** What was wrong, and with which field. */
interface Wrong {
  readonly field?: "token" | "initials";
  readonly why: string;
}

/** Where editors sign in and out. */
@customElement("sign-in-page")
export class SignInPage extends PageElement {
  readonly #session = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => call(sessionRoute, {}, signal),
    onComplete: ({ until }) => rememberEditor(until),
  });
  /** After signing in or out; until then, what the server said first. */
  @state() private now: Session | undefined;
  @state() private wrong: Wrong | undefined;
  @state() private isBusy = false;

  get #text() {
    return this.language === "nl" ? nl : en;
  }

  override render() {
    const text = this.#text;
    return html`<article class="column">
      <h1 tabindex="-1">${text.heading}</h1>
      <p class="lead">${text.lead}</p>
      ${taskView(this.#session, (first) => this.#view(this.now ?? first))}
    </article>`;
  }

  #view(session: Session) {
    if (session.role !== "reader") return this.#signedIn(session);
    return session.canSignIn ? this.#form() : html`<p>${this.#text.nobody}</p>`;
  }

  #signedIn({ initials, until = 0 }: Session) {
    const text = this.#text;
    const time = new Intl.DateTimeFormat(this.language === "nl" ? "nl-NL" : "en-GB", { timeStyle: "short" }).format(until);
    return html`<p>${text.signedIn(initials, time)}</p>
      <p class="row">
        <a class="button primary" href=${this.linkTo("/wijzig")}>${text.edit}</a>
        <a class="button" href=${this.linkTo("/inlezen")}>${text.import}</a>
        <a class="button" href=${this.linkTo("/kwaliteit")}>${text.quality}</a>
      </p>
      <button type="button" class="button" ?disabled=${this.isBusy} @click=${this.#signOut}>${text.signOut}</button>`;
  }

  #form() {
    const text = this.#text;
    return html`<form novalidate @submit=${this.#signIn}>
      ${this.wrong ? html`<p class="error" role="alert" id="sign-in-wrong">${this.wrong.why}</p>` : nothing}
      <div class="field">
        <label for="sign-in-token">${text.token}</label>
        <span class="second small" id="sign-in-token-hint">${text.tokenHint}</span>
        <input id="sign-in-token" name="token" type="password" autocomplete="current-password" required maxlength="500"
          aria-describedby="sign-in-token-hint ${this.wrong?.field === "token" ? "sign-in-wrong" : ""}"
          aria-invalid=${this.wrong?.field === "token"} />
      </div>
      <div class="field">
        <label for="sign-in-initials">${text.initials}</label>
        <span class="second small" id="sign-in-initials-hint">${text.initialsHint}</span>
        <input id="sign-in-initials" name="initials" type="text" autocomplete="off" autocapitalize="characters" size="6" maxlength="4"
          class="short-input" aria-describedby="sign-in-initials-hint ${this.wrong?.field === "initials" ? "sign-in-wrong" : ""}"
          aria-invalid=${this.wrong?.field === "initials"} />
      </div>
      <button type="submit" class="button primary" aria-disabled=${this.isBusy}>
        ${this.isBusy ? text.signingIn : text.signIn}
      </button>
    </form>`;
  }

  async #signIn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    const fields = new FormData(event.target as HTMLFormElement);
    const body = { token: String(fields.get("token")).trim(), initials: String(fields.get("initials")).trim() };
    if (body.token === "") return this.#tell({ field: "token", why: this.#text.empty });
    await this.#ask(() => call(signInRoute, { body }));
    if (this.now?.role === "editor") await this.#lead("h1");
  }

  async #signOut(): Promise<void> {
    await this.#ask(() => call(signOutRoute, { body: {} }));
    if (this.now?.role === "reader") this.say(this.#text.signedOut);
    await this.#lead("h1");
  }

  async #ask(work: () => Promise<Session>): Promise<void> {
    this.isBusy = true;
    this.wrong = undefined;
    try {
      this.now = await work();
      rememberEditor(this.now.until);
    } catch (error) {
      this.#tell(this.#wrongIn(error));
    } finally {
      this.isBusy = false;
    }
  }

  #wrongIn(error: unknown): Wrong {
    const text = this.#text;
    const code = error instanceof AppError ? error.code : undefined;
    if (code === "SIGN_IN_NEEDED") return { field: "token", why: text.wrong };
    if (code === "TOO_MANY_REQUESTS") return { why: text.tooOften };
    if (code === "NOT_ALLOWED") return { why: text.nobody };
    if (code === "INVALID_REQUEST") return { field: "initials", why: text.wrongInitials };
    return { why: errorWords(error, this.words) };
  }

  #tell(wrong: Wrong): void {
    this.wrong = wrong;
    if (wrong.field) void this.#lead(`#sign-in-${wrong.field}`);
  }

  /** What the focus stood on may be gone. */
  async #lead(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sign-in-page": SignInPage;
  }
}
