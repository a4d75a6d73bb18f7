/** What the editor itself says, in the language of the page: its own words are English. */
export const phrases: Readonly<Record<"nl" | "en", Readonly<Record<string, string>>>> = {
  en: {},
  nl: {
    Completions: "Voorstellen",
    "Control character": "Onzichtbaar teken",
    Diagnostics: "Meldingen",
    "No diagnostics": "Geen meldingen",
    "Selection deleted": "Selectie verwijderd",
    close: "sluit",
    current: "huidige",
  },
};
