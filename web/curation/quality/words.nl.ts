/** The Dutch words of what can be better. */
export const nl = {
  lead: "Wat kan er beter in de gegevens? Elke regel brengt je naar het formulier waarmee je het verbetert.",
  notYet: "Deze lijsten zijn voor redacteuren.",
  signIn: "Meld je aan",
  nothing: "Niets te doen.",
  sum: (count: string) => (count === "1" ? "1 ding kan beter." : `${count} dingen kunnen beter.`),
  more: (count: string) => `En nog ${count}.`,
  showMore: "Toon meer",
  lists: {
    institutionsSilent: {
      title: "Instellingen zonder vraagstuk",
      lead: "Van deze instellingen weten we niet waar ze mee zitten. Daardoor zien zij geen kansen.",
      act: "Voeg een vraagstuk toe",
    },
    questionsAlone: {
      title: "Vraagstukken zonder instelling",
      lead: "Niemand vraagt zich dit af, voor zover we weten.",
      act: "Leg een verband",
    },
    oldLinks: {
      title: "Verbanden ouder dan vijf jaar",
      lead: "Kijk of ze nog kloppen. Wat je bevestigt, staat hier niet meer.",
      act: "Bekijk het verband",
    },
    unstated: {
      title: "Items die geen bron zelf noemt",
      lead: "Ze zijn alleen afgeleid. Zoek een bron die het zelf zegt.",
      act: "Voeg een bron toe",
    },
    loneSources: {
      title: "Bronnen waar veel alleen op rust",
      lead: "Verdwijnt zo’n bron, dan is veel niet meer na te gaan. Zoek een tweede bron.",
      act: "Bekijk de bron",
    },
    alike: {
      title: "Misschien dubbel",
      lead: "Deze namen lijken op elkaar. Is het hetzelfde, zet dan bij de ene wat de andere heeft, en haal de andere weg.",
      act: "Wijzig",
    },
  },
  facts: (count: string) => `${count} feiten`,
  year: (year: number) => `laatst bekend: ${year}`,
  looksLike: (name: string) => `lijkt op ${name}`,
};
