/** The Dutch words of charts. */
export const nl = {
  form: "Grafiek",
  forms: { bar: "Staven", line: "Lijn over jaren", scatter: "Stippen", heat: "Warmtekaart" },
  sides: {
    bar: { x: "Een staaf per", y: "", value: "Lengte" },
    line: { x: "Jaren uit", y: "", value: "Hoogte" },
    scatter: { x: "Opzij", y: "Omhoog", value: "" },
    heat: { x: "Opzij", y: "Omlaag", value: "Kleur" },
  },
  rowCount: "aantal rijen",
  cannot: "Van deze rijen is geen grafiek te maken. Daarvoor is een kolom met namen, jaren of getallen nodig.",
  summary: {
    bar: (x: string, value: string, count: string) => `Staafdiagram: ${value} per ${x}, ${count} staven.`,
    line: (x: string, value: string, count: string) => `Lijn: ${value} per jaar (${x}), ${count} jaren.`,
    scatter: (x: string, value: string, count: string) => `Stippen: ${value} tegen ${x}, ${count} stippen.`,
    heat: (x: string, value: string, count: string) => `Warmtekaart: ${value} per ${x}, ${count} vakken.`,
  },
  most: (name: string, value: string) => `Het meeste: ${name}, ${value}.`,
  pair: (x: string, y: string) => `${x} en ${y}`,
  left: (count: string) => `Alleen de grootste staan er; ${count} andere niet.`,
  leftPoints: (count: string) => `De eerste 2.000 stippen staan er; ${count} andere niet.`,
  skipped: (count: string) =>
    count === "1" ? "1 rij heeft hier geen waarde voor." : `${count} rijen hebben hier geen waarde voor.`,
  asTable: "Dezelfde cijfers als tabel",
  rows: "Rijen",
  show: (name: string, count: string) => `${count}: toon de rijen van ${name}`,
  drawing: "Grafiek maken …",
};
