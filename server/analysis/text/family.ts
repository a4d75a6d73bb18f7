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

const shortestAlike = 8;
const leastAlike = 0.6;

const trigramsOf = (word: string) =>
  new Set(Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3)));

/** The words that look most like a long `word`: Dice's coefficient (1945) of their runs of three letters, best first, at most three. */
export function lookAlikes(word: string, words: readonly string[]): string[] {
  if (word.length < shortestAlike) return [];
  const own = trigramsOf(word);
  const likeness = (other: string) => {
    const theirs = trigramsOf(other);
    return (2 * [...theirs].filter((one) => own.has(one)).length) / (own.size + theirs.size);
  };
  const found = words
    .filter((other) => other.length >= shortestAlike)
    .map((other) => ({ other, is: likeness(other) }))
    .filter(({ is }) => is >= leastAlike);
  return found
    .sort((a, b) => b.is - a.is || (a.other < b.other ? -1 : 1))
    .slice(0, 3)
    .map(({ other }) => other);
}
