/** Words too common to tell one text from another, in Dutch and English, folded. */
const common = new Set(
  `aan af al alle als bij daar dan dat de der deze die dit doe doen dus een en er ga gaat geen haar had heb hebben heeft hem het hier hij hoe hun ik in
is je jij jouw jullie kan kun kunnen kunt maar me meer met mij mijn moet moeten na naar niet nog nu of om onder ons onze ook op over per te tegen
toch toe tot uit van veel via voor waar waarom wanneer wat we wel welk welke werd wie wij wil willen word worden wordt zal ze zich zij zijn zo zoals zou
a about all an and any are as at be been being but by can could did do does for from get had has have he her his how i if in into is it its
may me more most my no not of on or our over she should so some than that the their them then there these they this those to us was
were what when where which who whom whose why will with would you your`.split(/\s+/),
);

/** Words that hold something, but tell little: common verbs, adverbs and the like. */
const weak = new Set(
  `alleen altijd anders beste beter bijvoorbeeld blijf blijft blijven bieden biedt binnen daarbij daarmee daarna denken draagt echt eigen erg elk elke
eens gaan gebruik gebruiken gebruikt geef geeft geven goed goede graag grote helpen helpt hierbij houd houden houdt iedere iedereen iemand iets juist klaar
kom komen komt krijg krijgen krijgt laat laten lastig ligt liggen maak maakt maken manier mee mensen mogelijk mooi moeilijk nieuw nieuwe niemand niets nodig
omgaan pak pakken pakt praten samen snel sommige soort staan staat steeds stel terug vaak verder vinden vindt vraag vragen waarin waarbij waardoor weer werkt
werken wilt zelf zet zetten zien zoek zoeken zoekt zorg zorgen zorgt beetje daaraan dingen doet eigenlijk even genoeg gewoon haal halen heel hele
hoor inmiddels jaar jaren klas leuk los losse mis misschien moest nou paar pas precies probleem school scholen soms weet weten zeker zitten zit
always also any become best better does doing every everyone find give gives go going good great help helps hard just keep kind let like look make makes
making many much need needs new nobody often one other our own people place put really right set show sort stick stop take talk thing things think
together use used using very want way ways well work works actually beautiful bit class college colleges getting hardly happen keeps know nothing
pretty really school schools seem seems sometimes start tell too year years`.split(/\s+/),
);

/** Whether `word` (folded) tells little. */
export const isWeak = (word: string): boolean => weak.has(word);

/** Who is in nearly every question of a school, so that it tells little of what is asked. */
const people = new Set(
  `deelnemer deelnemers docent docenten leerling leerlingen leraar leraren student studenten
learner learners pupil pupils student students teacher teachers`.split(/\s+/),
);

/** Whether `word` (folded) names those whom nearly every question of a school is about. */
export const isPeople = (word: string): boolean => people.has(word);

/** Whether `word` (folded) is too common to search for. */
export const isCommon = (word: string): boolean => common.has(word);

/** Words without those too common to search for, unless there are no others: *leren op maat* is said by *leren* and *maat*. */
export function tellingOf(words: readonly string[]): readonly string[] {
  const some = words.filter((word) => !isCommon(word));
  return some.length > 0 ? some : words;
}

const ligatures: Readonly<Record<string, string>> = { ß: "ss", ø: "o", æ: "ae", œ: "oe", ł: "l", đ: "d", ð: "d", þ: "th" };

/** Letters that one letter may be spelt out as. Those of whole sentences are left as they are, so that a text grows four times at most. */
const longestSpelling = 4;
const spelt = (letter: string): string => {
  const plain = letter.normalize("NFKD");
  return plain.length > longestSpelling ? letter : plain;
};

/** Nothing but ASCII and white space: most texts, for which half of the work falls away. */
const isPlain = (text: string) => /^[ -~\s]*$/.test(text);

/** Lower case, without accents, one form of apostrophe: what remains is what a person means to type. */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase().replaceAll("`", "'");
  return text
    .toLowerCase()
    .replace(/[^\0-~]/gu, spelt)
    .replace(/\p{M}+/gu, "")
    .replace(/[ßøæœłđðþ]/g, (letter) => ligatures[letter] ?? letter)
    .replace(/[’‘ʼ`´]/g, "'");
}

/** A run of letters and digits, held together by a hyphen, an apostrophe or an at sign. */
const runs = /[\p{L}\p{N}]+(?:['@-][\p{L}\p{N}]+)*/gu;
const plainRuns = /[a-z0-9]+(?:['@-][a-z0-9]+)*/gi;

function runsIn(text: string): string[] {
  const folded = fold(text);
  return (folded.match(isPlain(folded) ? plainRuns : runs) ?? []).map(tidy);
}

const ending = /'(?:s|er|ers|tje|tjes)$/;
const tidy = (run: string) => (/['@]/.test(run) ? run.replaceAll("@", "a").replace(ending, "").replaceAll("'", "") : run);
const worthKeeping = (word: string) => word.length > 1 || /\p{N}/u.test(word);

/** Nothing in a text holds words together or has to be folded: most texts, which take a third of the time then. */
const isSimple = /^[^\-'`@\u0080-\uffff]*$/;
const simpleWords = /[a-z0-9]{2,}|[0-9]/g;

/** The words of a text, and its hyphenated ones written as one. */
export interface TextWords {
  readonly words: readonly string[];
  readonly joined: readonly string[];
}

/**
 * The words of a text, folded, in order, one for each time that it occurs. A hyphen or slash parts words (`ict-geletterdheid`, `VR/XR`),
 * an at sign reads as an a (`Tech@doptie`), an ending after an apostrophe goes (`thema’s`, `mbo’ers`), single letters go. What a
 * hyphen joins is known as one word too: `ictgeletterdheid`.
 */
export function readWords(text: string): TextWords {
  if (isSimple.test(text)) return { words: text.toLowerCase().match(simpleWords) ?? [], joined: [] };
  const words: string[] = [];
  const joined: string[] = [];
  for (const run of runsIn(text)) {
    const pieces = run.includes("-") ? run.split("-") : [run];
    for (const piece of pieces) if (worthKeeping(piece)) words.push(piece);
    if (pieces.length > 1) joined.push(pieces.join(""));
  }
  return { words, joined };
}

export const wordsOf = (text: string): readonly string[] => readWords(text).words;

/** The words of a text and what its hyphens join, each once, in order. */
export function everyWordOf(text: string): Set<string> {
  const { words, joined } = readWords(text);
  return new Set([...words, ...joined]);
}
