import type { Language } from "../../model/graph.ts";
import type { EngineName } from "../../model/patterns.ts";

const engines = { grafeo: "Grafeo", neo4j: "Neo4j" } as const satisfies Record<EngineName, string>;

const nl = {
  title: "Verwijs naar dit antwoord",
  lead: "Het vaste adres bevat je hele vraag, de versie van de gegevens en een kenmerk van het antwoord. Wie het opent, ziet of het antwoord nog hetzelfde is.",
  open: "Open het vaste adres",
  copyAddress: "Kopieer het vaste adres",
  copyText: "Kopieer de verwijzing",
  copied: "Gekopieerd.",
  notCopied: "Kopiëren lukt in deze browser niet. Kies de tekst en kopieer hem zelf.",
  apa: "Als tekst (APA)",
  file: "Voor een programma voor literatuur:",
  facts: { version: "Versie van de gegevens", engine: "Gevraagd aan", date: "Op", hash: "Kenmerk van het antwoord" },
  engines,
  cut: "Let op: dit zijn niet alle rijen. Zet ORDER BY in je vraag of vraag meer rijen. Anders kan een andere database andere rijen geven.",
  tooLong: "Deze vraag is te lang voor een vast adres. Maak de vraag of de waarden korter.",
};

export type CiteWords = typeof nl;

const en: CiteWords = {
  title: "Cite this answer",
  lead: "The permanent address holds your whole question, the version of the data and a hash of the answer. Whoever opens it sees whether the answer is still the same.",
  open: "Open the permanent address",
  copyAddress: "Copy the permanent address",
  copyText: "Copy the citation",
  copied: "Copied.",
  notCopied: "This browser does not let us copy. Choose the text and copy it yourself.",
  apa: "As text (APA)",
  file: "For a program for references:",
  facts: { version: "Version of the data", engine: "Asked of", date: "On", hash: "Hash of the answer" },
  engines,
  cut: "Mind: these are not all rows. Put ORDER BY into your question or ask for more rows. Otherwise another database may give other rows.",
  tooLong: "This question is too long for a permanent address. Make the question or its values shorter.",
};

const words: Readonly<Record<Language, CiteWords>> = { nl, en };

export const citeWords = (language: Language): CiteWords => words[language];
