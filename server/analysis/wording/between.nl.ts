import type { Aspect } from "../../../model/discovery.ts";
import { counted } from "./names.ts";

/** What two institutions share and differ in, in Dutch. What we do not know may be there all the same: the sentences say so. */
export const nl = {
  count: {
    questions: (count: number) => counted(count, ["vraag", "vragen"]),
    themes: (count: number) => counted(count, ["thema", "thema’s"]),
    products: (count: number) => counted(count, ["product", "producten"]),
    spaces: (count: number) => counted(count, ["ruimte", "ruimtes"]),
    networks: (count: number) => counted(count, ["netwerk", "netwerken"]),
    activities: (count: number) => counted(count, ["activiteit of opleiding", "activiteiten of opleidingen"]),
    outcomes: (count: number) => counted(count, ["opbrengst", "opbrengsten"]),
  } satisfies Record<Aspect, (count: number) => string>,
  more: (count: number) => `nog ${count}`,
  share: (one: string, other: string, what: string) => `${one} en ${other} delen ${what}.`,
  shareNothing: (one: string, other: string) => `Voor zover wij weten delen ${one} en ${other} zelf niets.`,
  only: (name: string, what: string) => `Alleen van ${name} kennen wij ${what}.`,
};
