import type { nl } from "./between.nl.ts";
import { counted } from "./names.ts";

/** What two institutions share and differ in, in English. */
export const en: typeof nl = {
  count: {
    questions: (count) => counted(count, ["question", "questions"]),
    themes: (count) => counted(count, ["theme", "themes"]),
    products: (count) => counted(count, ["product", "products"]),
    spaces: (count) => counted(count, ["space", "spaces"]),
    networks: (count) => counted(count, ["network", "networks"]),
    activities: (count) => counted(count, ["activity or programme", "activities or programmes"]),
    outcomes: (count) => counted(count, ["outcome", "outcomes"]),
  },
  more: (count) => `${count} more`,
  share: (one, other, what) => `${one} and ${other} share ${what}.`,
  shareNothing: (one, other) => `As far as we know ${one} and ${other} share nothing themselves.`,
  only: (name, what) => `Only of ${name} do we know ${what}.`,
};
