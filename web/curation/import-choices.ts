import type { z } from "zod";
import type { Decisions, ImportChoices } from "../../model/curation.ts";

/** What the editor has said about the file so far. */
export interface Said {
  readonly choices: z.input<typeof ImportChoices>;
  readonly decisions: z.input<typeof Decisions>;
}

/** A part of the page has something to say about the file. */
export class SayEvent extends Event {
  readonly change: (said: Said) => Said;
  constructor(change: (said: Said) => Said) {
    super("import-say", { bubbles: true });
    this.change = change;
  }
}

export const chooses = (choices: Said["choices"]): SayEvent =>
  new SayEvent((said) => ({
    ...said,
    choices: {
      ...said.choices,
      ...choices,
      holds: { ...said.choices.holds, ...choices.holds },
      heads: { ...said.choices.heads, ...choices.heads },
    },
  }));

export const decides = (decisions: Said["decisions"]): SayEvent =>
  new SayEvent((said) => ({
    ...said,
    decisions: { ...said.decisions, ...decisions, items: { ...said.decisions.items, ...decisions.items } },
  }));
