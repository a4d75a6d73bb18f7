/** The Dutch words of the numbers. */
export const nl = {
  heading: "Wie staat waar in het netwerk?",
  lead: "Elk item krijgt een cijfer voor de plek die het inneemt. Kies wat je wilt weten. Een cijfer zegt iets over wat wij van een item weten, niet hoe goed of belangrijk het is.",
  measure: "Wat wil je weten?",
  kind: "Binnen welke soort?",
  allKinds: "Alle soorten",
  stated: "Alleen verbanden die een bron zelf noemt",
  item: "Item",
  value: "Cijfer",
  of: {
    everything: "Berekend over alles.",
    kinds: "Berekend over items van deze soort en de verbanden daartussen.",
    ids: "Berekend over de gekozen items.",
  },
  counted: (nodes: string, links: string, leftOut: string) =>
    `${nodes} items en ${links} verbanden; ${leftOut} verbanden tellen niet mee, omdat er al een tussen dezelfde twee items is.`,
  estimate: (from: string) => `Dit is een schatting, met ${from} items als vertrekpunt.`,
  method: "Hoe is dit berekend?",
  rule: "Verbanden tellen in beide richtingen. Meer verbanden tussen dezelfde twee items tellen als één. Met de API kun je dat anders kiezen.",
  items: (count: string) => `${count} items`,
  around: "rond",
  alone: (count: string) => `En ${count} items of groepjes die met niets anders samenhangen.`,
  measures: {
    degree: {
      name: "Verbinders",
      means: "Items met de meeste verbanden.",
      method: "Het aantal andere items waarmee een item direct verbonden is.",
    },
    betweenness: {
      name: "Bruggenbouwers",
      means: "Items die anderen met elkaar verbinden: veel kortste wegen lopen erdoor.",
      method:
        "Het deel van alle kortste wegen tussen twee andere items dat door dit item loopt, van 0 tot 1 (tussenligging, Brandes 2001).",
    },
    closeness: {
      name: "Dichtbij iedereen",
      means: "Items die in weinig stappen bij alle andere zijn.",
      method:
        "Eén gedeeld door de gemiddelde afstand, maal het deel van alle items dat bereikt wordt, van 0 tot 1 (nabijheid, Wasserman en Faust 1994).",
    },
    pagerank: {
      name: "Genoemd door wie genoemd wordt",
      means: "Items die verbonden zijn met items die zelf veel verbonden zijn.",
      method: "PageRank met demping 0,85. Alle cijfers samen zijn 1.",
    },
    core: {
      name: "In het hart",
      means: "Items in een kring waarin iedereen met veel anderen in die kring verbonden is.",
      method: "Het grootste getal k waarvoor een item in een deel zit waarin elk item k verbanden heeft (k-kern).",
    },
    component: {
      name: "Wat samenhangt",
      means: "Delen die nergens met elkaar verbonden zijn.",
      method: "Items horen bij elkaar als er een weg tussen is, hoe lang ook.",
    },
    community: {
      name: "Groepen",
      means: "Items die onderling meer verbonden zijn dan met de rest. Een groep heet naar de thema’s in het midden ervan.",
      method: "De methode van Leuven (Blondel e.a. 2008), zonder toeval: dezelfde gegevens geven dezelfde groepen.",
    },
  },
};
