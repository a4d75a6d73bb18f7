/** The Dutch words of a cited result. */
export const nl = {
  lead: (day: string | undefined) =>
    `Iemand stelde ${day ? `op ${day} ` : ""}de vraag hieronder, en verwijst naar het antwoord. Hier zie je dat antwoord, en of het nog klopt met de gegevens van nu.`,
  incomplete: "Dit adres is niet compleet. Vraag het hele adres aan wie het je gaf.",
  question: "De vraag",
  params: "Met deze waarden:",
  runAgain: "Ga zelf verder met deze vraag",
  thenTitle: (version: string) => `Het antwoord op versie ${version}`,
  sameHash: "Dit is precies het antwoord waarnaar is verwezen.",
  otherHash: "Let op: dit is niet het antwoord waarnaar is verwezen. Het adres is veranderd of niet goed overgenomen.",
  noHash: "In het adres staat niet naar welk antwoord is verwezen.",
  table: "De rijen van dit antwoord",
  rows: (count: string) => (count === "1" ? "1 rij" : `${count} rijen`),
  firstRows: (count: string) => `De eerste ${count} rijen`,
  askedOf: (engine: string) => `Gevraagd aan ${engine}.`,
  hash: "Kenmerk van het antwoord:",
  nowTitle: "Het antwoord op de gegevens van nu",
  sameVersion: (version: string) => `De gegevens zijn niet veranderd: versie ${version} is de nieuwste.`,
  same: (version: string) => `Het antwoord is nog hetzelfde, ook op versie ${version}.`,
  different: (version: string) => `Het antwoord is nu anders: dit is versie ${version}.`,
  gone: (count: string) => `Nu weg (${count})`,
  added: (count: string) => `Nu erbij (${count})`,
  more: (count: string) => (count === "1" ? "En nog 1 rij." : `En nog ${count} rijen.`),
  versions: "Wat veranderde er tussen deze twee versies?",
  missing: (version: string) =>
    `Deze server heeft versie ${version} van de gegevens niet. Je kunt de vraag wel stellen aan de gegevens van nu.`,
};
