import { Task } from "@lit/task";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { NodeId, Source } from "../../model/graph.ts";
import { taskView } from "../ui/task-view.ts";
import { DiscoveryElement } from "./discovery-element.ts";
import { type Scoring, scoringQuery, standardScoring } from "./scoring.ts";

/** Something was read that a list leaves out, with the sources that it rests on. */
export class SourcesEvent extends Event {
  readonly sources: readonly Source[];
  constructor(sources: readonly Source[]) {
    super("sources", { bubbles: true });
    this.sources = sources;
  }
}

/** All that a list tells of one line in short, read when it is asked for. @fires {SourcesEvent} sources - when it was read */
export abstract class WholeReasons<Answer extends { readonly sources: readonly Source[] }> extends DiscoveryElement {
  @property({ attribute: false }) scoring: Scoring = standardScoring;

  /** What is asked for, in order; nothing is read while a part is missing. */
  protected abstract get asked(): readonly (NodeId | undefined)[];
  protected abstract read(scoring: ReturnType<typeof scoringQuery>, signal: AbortSignal): Promise<Answer>;
  protected abstract told(answer: Answer): TemplateResult | typeof nothing;

  readonly #answer = new Task(this, {
    args: () => [this.asked.join(), JSON.stringify(scoringQuery(this.scoring))] as const,
    task: async (_, { signal }) => (this.asked.includes(undefined) ? undefined : this.read(scoringQuery(this.scoring), signal)),
    onComplete: (answer) => {
      if (answer) this.dispatchEvent(new SourcesEvent(answer.sources));
    },
  });

  override render() {
    return html`${taskView(this.#answer, (answer) => (answer ? this.told(answer) : nothing))}`;
  }
}
