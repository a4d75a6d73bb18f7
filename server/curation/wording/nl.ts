/** What is wrong with a row, and what to do, in Dutch. */
export const nl = {
  noName: { why: "De rij heeft geen naam.", todo: "Vul de naam in, of haal de rij weg." },
  moreCells: {
    why: "Deze rij heeft meer cellen dan er koppen zijn.",
    todo: "Zet een tekst met een puntkomma of komma erin tussen aanhalingstekens, of geef de extra kolom een kop.",
  },
  noKind: (text: string) => ({
    why: text === "" ? "Er staat niet bij wat voor item dit is." : `‘${text}’ is geen soort die we kennen.`,
    todo: "Schrijf bijvoorbeeld instelling, vraagstuk, thema, product, ruimte, netwerk of activiteit.",
  }),
  noYear: (text: string) => ({ why: `‘${text}’ is geen jaar.`, todo: "Schrijf één jaar met vier cijfers, zoals 2021." }),
  noFlag: (text: string) => ({ why: `‘${text}’ is geen ja of nee.`, todo: "Schrijf ja of nee." }),
  noBasis: (text: string) => ({
    why: `‘${text}’ zegt niet hoe we dit weten.`,
    todo: "Schrijf ‘staat in de bron’ of ‘afgeleid’.",
  }),
  noAddress: (text: string) => ({ why: `‘${text}’ is geen webadres.`, todo: "Schrijf het hele adres, met https:// ervoor." }),
  errorValue: (text: string) => ({
    why: `In de cel staat een fout van het rekenblad: ${text}.`,
    todo: "Maak de formule in orde, of typ de waarde.",
  }),
  twice: (text: string, before: string, row: number) => ({
    why: `Rij ${row} zegt ‘${before}’, deze rij ‘${text}’. We houden wat in rij ${row} staat.`,
    todo: "Kies één van de twee, in het bestand.",
  }),
  tooLong: { why: "Deze tekst is te lang.", todo: "Houd een naam korter dan 300 tekens en een omschrijving korter dan 5.000." },
  noLinkKind: (text: string) => ({
    why: `‘${text}’ is geen verband dat we kennen.`,
    todo: "Schrijf bijvoorbeeld ‘vraagt zich af’, ‘gaat over’, ‘maakte’, ‘helpt bij’ of ‘doet mee aan’.",
  }),
  unknownEnd: (name: string) => ({
    why: `‘${name}’ staat niet in het bestand en niet in de gegevens.`,
    todo: "Kijk naar de spelling, of zet het item op een blad met zijn soort.",
  }),
  cannotJoin: (from: string, link: string, to: string) => ({
    why: `Een verband ‘${link}’ kan niet van ‘${from}’ naar ‘${to}’.`,
    todo: "Kies een ander verband, of draai het om.",
  }),
  itself: (name: string) => ({ why: `‘${name}’ verwijst naar zichzelf.`, todo: "Noem een ander item." }),
  noSource: {
    why: "Er staat niet bij waar dit vandaan komt.",
    todo: "Vul de bron in, of noem hierboven één bron voor alle rijen zonder.",
  },
};
