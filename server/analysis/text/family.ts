/** Endings that make another word of the same family, in Dutch and English, longest first. */
const endings = [
  ..."eringen ering eerden eerde eert eren aties atie ations ation ieve ief iteiten iteit heden heid".split(" "),
  ..."erschap schap matige matig gerichte gericht gestuurde gestuurd achtige achtig elijke elijk lijke lijk loze loos".split(" "),
  ..."etjes etje pjes pje tjes tje kjes kje jes je baarheid bare baar ingen ing ische isch isten ist".split(" "),
  ..."ership ship isation ization ising izing ise ize ability able ment ments ness ities ity ives ive ions ion".split(" "),
  ..."ers er ors or als al ed es ies ie en e s".split(" "),
].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const shortestRoot = 4;
/** What is left of a root after a verb's ending is spelled with one letter or with two: *plann-en*, *plan-s*. */
const alike = (root: string) =>
  root
    .replace(/v$/, "f")
    .replace(/z$/, "s")
    .replace(/([bdfgklmnprst])\1$/, "$1");

/**
 * What the words of a family share: *reflecteren* and *reflectie*, *leading* and *leadership*. Coarser than a stem, so that words found
 * by it count for less. A word with a digit, or one that is too short, is a family of its own.
 */
export function familyOf(word: string): string {
  if (/\d/.test(word)) return word;
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestRoot);
  return alike(ending === undefined ? word : word.slice(0, -ending.length));
}
