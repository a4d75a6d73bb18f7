/** The Dutch words of the panel that says what is in the data. */
export const nl = {
  title: "Wat is er in de gegevens?",
  lead: "Klik om iets in het patroon te zetten, op de plek van de cursor.",
  kinds: "Soorten items",
  links: "Soorten verbanden",
  properties: (kind: string) => `Kenmerken van ${kind}`,
  put: (text: string) => `Zet in het patroon: ${text}`,
  property: "Kenmerk",
  count: "Aantal",
  example: "Voorbeeld",
  ends: (from: string, to: string, count: string) => `${from} → ${to} (${count})`,
  items: (count: string) => (count === "1" ? "1 item" : `${count} items`),
  linkCount: (count: string) => (count === "1" ? "1 verband" : `${count} verbanden`),
  waiting: "De gegevens worden gelezen …",
};
