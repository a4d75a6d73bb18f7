const list = (parts: readonly string[]): string => new Intl.ListFormat("nl", { type: "conjunction" }).format(parts);

/** What a version is, in Dutch. */
export const nl = {
  nodes: (count: number, text: string) => (count === 1 ? "1 item" : `${text} items`),
  links: (count: number, text: string) => (count === 1 ? "1 verband" : `${text} verbanden`),
  sources: (count: number, text: string) => (count === 1 ? "1 bron" : `${text} bronnen`),
  first: (nodes: string, links: string, sources: string) => `De eerste gegevens: ${list([nodes, links, sources])}.`,
  found: (nodes: string, links: string, sources: string) =>
    `${list([nodes, links, sources])}. Deze versie was er al toen deze server haar zag.`,
  damaged: "Het bestand van deze versie is beschadigd. De andere versies doen het gewoon.",
  added: (what: readonly string[]) => `Erbij: ${list(what)}.`,
  changed: (what: readonly string[]) => `Veranderd: ${list(what)}.`,
  removed: (what: readonly string[]) => `Weg: ${list(what)}.`,
  synonyms: "De woorden die bij het zoeken hetzelfde betekenen, zijn veranderd.",
  same: "Deze versies zijn gelijk.",
};
