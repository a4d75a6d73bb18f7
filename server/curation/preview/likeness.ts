/** Words that many names of a kind hold, so that two names are not alike for them. */
const usual = /\b(?:roc|mbo|aoc|stichting|college|school|scholen|het|de|een|the|instituut|netwerk|vakcollege)\b/g;

/** What tells a name from others of its kind; the whole of it when it holds nothing but usual words. */
const tellingPart = (name: string): string => name.replace(usual, " ").replace(/\s+/g, " ").trim() || name;

/** The runs of three letters of a text, each once, with its ends marked. */
function runsOf(text: string): Set<string> {
  const marked = `  ${text} `;
  return new Set(Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3)));
}

/** From here on two names are alike: one letter more, less or another in a name of some length. */
const leastAlike = 0.72;
/** What more names than these hold tells one from another no more. */
const mostHolders = 300;

interface Name<Value> {
  readonly value: Value;
  readonly runs: ReadonlySet<string>;
  readonly digits: string;
}

/** Names by the runs that they hold, to find those like another without comparing with all of them. */
export class Names<Value> {
  readonly #holders = new Map<string, number[]>();
  readonly #names: Name<Value>[] = [];

  add(name: string, value: Value): void {
    const made = this.#made(name, value);
    const index = this.#names.push(made) - 1;
    for (const run of made.runs) {
      const holding = this.#holders.get(run);
      if (holding) holding.push(index);
      else this.#holders.set(run, [index]);
    }
  }

  /** The values whose names look most like `name`, best first, at most `most`: Dice's coefficient (1945) of their runs of three letters. */
  like(name: string, most: number): Value[] {
    const asked = this.#made(name, undefined);
    const { shared, passedOver } = this.#sharing(asked.runs);
    const found: { readonly value: Value; readonly likeness: number }[] = [];
    for (const [index, count] of shared) {
      const known = this.#names[index];
      // Names that differ in a number are of two things: Ontwerpteam 1 and Ontwerpteam 2.
      if (!known || known.digits !== asked.digits) continue;
      const sizes = known.runs.size + asked.runs.size;
      if ((2 * (count + passedOver)) / sizes < leastAlike) continue;
      const likeness = (2 * sharedBy(known.runs, asked.runs)) / sizes;
      if (likeness >= leastAlike) found.push({ value: known.value, likeness });
    }
    return found
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, most)
      .map(({ value }) => value);
  }

  /** How many runs each name shares, of those that are not too common; and how many were passed over. */
  #sharing(runs: ReadonlySet<string>) {
    const shared = new Map<number, number>();
    let passedOver = 0;
    for (const run of runs) {
      const holders = this.#holders.get(run) ?? [];
      if (holders.length > mostHolders) passedOver++;
      else for (const index of holders) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    return { shared, passedOver };
  }

  #made<Its>(name: string, value: Its): Name<Its> {
    const telling = tellingPart(name);
    return { value, runs: runsOf(telling), digits: telling.replace(/\D+/g, " ").trim() };
  }
}

function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const run of one) if (other.has(run)) count++;
  return count;
}
