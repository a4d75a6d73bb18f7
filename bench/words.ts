import type { Random } from "./random.ts";

/** Words of the field, so that texts are of the length and the vocabulary that a real data set has. */
const subjects = (
  "zelfregulatie motivatie formatief toetsen leerroutes maatwerk coaching begeleiding leerdata privacy burgerschap taalvaardigheid rekenen " +
  "mediawijsheid programmeren robotica simulatie praktijkleren stage loopbaan inclusie passend duurzaamheid energietransitie waterbeheer " +
  "zorgtechnologie domotica ondernemen gastvrijheid logistiek veiligheid ambacht vakmanschap samenwerken reflectie feedback beoordelen " +
  "differentiatie eigenaarschap onderzoek curriculum toetsing leeromgeving leerruimte flexibilisering instroom doorstroom uitval welzijn"
).split(" ");
const settings = (
  "onderwijs opleiding team les werkplaats lab studio atelier centrum bibliotheek plein keuken kas garage kliniek kantoor winkel theater " +
  "redactie proeftuin leerbedrijf hub academie collectief kring netwerk programma traject module gids kaart spel filmreeks cursus"
).split(" ");
const openings = [
  "Hoe krijgen we",
  "Wat vraagt",
  "Hoe begeleiden we",
  "Wanneer werkt",
  "Hoe meten we",
  "Wat levert",
  "Hoe ontwerpen we",
];
const syllables =
  "ba be bo da de do fa fe ga go ha ho ka ke ko la le lo ma me mo na ne no pa po ra re ro sa so ta te to va vo wa wo za zo".split(
    " ",
  );
const endings = ["den", "len", "mer", "nis", "ren", "ster", "veld", "werk", "wijk", "zorg"];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A word that nobody has ever used, such as a project's own name. */
const newWord = (random: Random) => random.pick(syllables) + random.pick(syllables) + random.pick(endings);

/** The names and descriptions of a made data set. Nothing in it is said of anyone who exists. */
export interface Words {
  readonly theme: (number: number) => string;
  readonly question: () => string;
  /** The name of something that was made or done. */
  readonly thing: () => string;
  readonly description: () => string;
}

export function wordsFrom(random: Random): Words {
  const compound = () => random.pickOften(subjects) + random.pick(settings);
  return {
    theme: (number) => `${capital(compound())} ${number}`,
    question: () =>
      `${random.pick(openings)} ${random.pickOften(subjects)} in het ${compound()} van ${capital(newWord(random))}?`,
    thing: () => `${capital(random.pick(settings))} ${capital(newWord(random))} voor ${random.pickOften(subjects)}`,
    description: () =>
      `Een ${compound()} waarin studenten en docenten werken aan ${random.pickOften(subjects)} en ${random.pick(subjects)}, ` +
      `met aandacht voor ${random.pick(subjects)} en een ${newWord(random)} per jaar.`,
  };
}
