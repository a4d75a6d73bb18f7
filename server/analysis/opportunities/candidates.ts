import { oncePer } from "../../cache/once-per.ts";
import { Recent } from "../../cache/recent.ts";
import { type InstitutionIndex, type NodeIndex, outOfRange } from "../graph/indices.ts";
import type { Steps } from "../graph/steps.ts";
import type { Profiles } from "../profile/types.ts";
import { meetingNodesOf } from "./meeting-points.ts";
import type { Offers } from "./offers.ts";
import type { Wanted } from "./types.ts";

/** A question that an institution asks, and a thing that it does not have and others do, that may fit it. */
export interface Candidate {
  readonly question: NodeIndex;
  readonly offer: NodeIndex;
  /** How much they have in common: the sum of how much each shared theme tells, and `forAddressing` when the offer addresses it. */
  readonly tells: number;
  /** The nodes in which they meet: see `meetingNodesOf`. */
  readonly meetIn: readonly NodeIndex[];
}

/** A candidate whose meeting nodes are not worked out yet. */
type Likely = Omit<Candidate, "meetIn">;

/** More than all themes together tell: what addresses the question comes first. */
const forAddressing = 10;
/** So many candidates of an asker are worth weighing. */
const most = 400;
/**
 * So many bytes of candidates are cached, of the askers that were looked at most recently: whatever the weights, they are the same.
 * Those of two thousand askers fit in.
 */
const mostCached = 40_000_000;
/** Sums of the same numbers in another order may differ by less than this. */
const rounding = 1e-9;

/**
 * The candidates of an asker that have most in common, at most 400, best first, then by offer and question. What shares only themes
 * that tell nothing is left out: it can never give points.
 *
 * The themes of a question are gone through from the most telling on, and the search ends where what is still to come cannot reach
 * the best any more, as in the threshold algorithm of Fagin, Lotem & Naor (2003): the broadest themes have half of all things under
 * them, and are nearly never needed. A step is a question.
 */
export function* candidatesInSteps(
  profiles: Profiles,
  offers: Offers,
  asker: InstitutionIndex,
  wanted: Wanted = {},
): Steps<readonly Candidate[]> {
  const isEverything = wanted.question === undefined && wanted.from === undefined && wanted.kinds === undefined;
  const cached = isEverything ? cachedCandidates(offers).get(asker) : undefined;
  if (cached) return cached.unpacked();
  const likely = yield* likeliest(profiles, offers, asker, wanted);
  const candidates = likely.map((one) => ({ ...one, meetIn: meetingNodesOf(offers, one.question, one.offer) }));
  if (isEverything) cachedCandidates(offers).set(asker, new PackedCandidates(candidates));
  return candidates;
}

const cachedCandidates = oncePer(
  (_: Offers) => new Recent<InstitutionIndex, PackedCandidates>({ most: mostCached, sizeOf: ({ bytes }) => bytes + 1 }),
);

/** Candidates as numbers one after the other: as objects they take five times as much. */
class PackedCandidates {
  readonly #tells: Float64Array;
  /** Of each: the question, the offer, in how many nodes they meet, and these. */
  readonly #numbers: Int32Array;

  constructor(candidates: readonly Candidate[]) {
    this.#tells = Float64Array.from(candidates, ({ tells }) => tells);
    this.#numbers = Int32Array.from(
      candidates.flatMap(({ question, offer, meetIn }): number[] => [question, offer, meetIn.length, ...meetIn]),
    );
  }

  get bytes(): number {
    return this.#tells.byteLength + this.#numbers.byteLength;
  }

  unpacked(): Candidate[] {
    const numbers = this.#numbers;
    let at = 0;
    const next = () => (numbers[at++] ?? outOfRange(at, numbers.length)) as NodeIndex;
    return Array.from(this.#tells, (tells) => {
      const [question, offer, count] = [next(), next(), next()];
      const meetIn: NodeIndex[] = [];
      for (let met = 0; met < count; met++) meetIn.push(next());
      return { question, offer, tells, meetIn };
    });
  }
}

function* likeliest(profiles: Profiles, offers: Offers, asker: InstitutionIndex, wanted: Wanted): Steps<Likely[]> {
  const isWanted = filterOf(profiles, offers, asker, wanted);
  const sums = new SumsByOffer(profiles.graph.nodeCount);
  const best = new BestCandidates();
  for (const question of offers.asksOf(asker).keys()) {
    if (wanted.question !== undefined && wanted.question !== question) continue;
    if (wanted.from === undefined) sumUp(profiles, offers, question, { isWanted, threshold: best.threshold }, sums);
    else sumUpThoseOf(offers, question, wanted.from, sums);
    for (const offer of sums.offers()) {
      const tells = sums.of(offer);
      if (tells >= best.threshold && isWanted(offer)) best.add({ question, offer, tells });
    }
    sums.clear();
    yield;
  }
  return best.inOrder();
}

function filterOf(
  { graph }: Profiles,
  offers: Offers,
  asker: InstitutionIndex,
  { kinds }: Wanted,
): (offer: NodeIndex) => boolean {
  const own = offers.hasOf(asker);
  const isOfKind = (offer: NodeIndex) => kinds === undefined || kinds.some((kind) => kind === graph.node(offer).kind);
  return (offer) => !own.has(offer) && isOfKind(offer);
}

/** What is searched for: offers that are wanted, and have at least so much in common with a question. */
interface Sought {
  readonly isWanted: (offer: NodeIndex) => boolean;
  readonly threshold: number;
}

/** Sums up how much each offer has in common with a question; those that are not sought may be left out or too low. */
function sumUp(
  { graph }: Profiles,
  { themesAt, tellingThemes, tells, about, holders }: Offers,
  question: NodeIndex,
  { isWanted, threshold }: Sought,
  sums: SumsByOffer,
): void {
  for (const offer of graph.origins(question, "ADDRESSES")) if (holders.has(offer)) sums.add(offer, forAddressing);
  const themes = tellingThemes(question);
  let toCome = themes.reduce((sum, theme) => sum + tells(theme), 0);
  let least = threshold;
  let done = 0;
  for (const theme of themes) {
    const things = about.get(theme) ?? [];
    if (sums.length > most && things.length > 2 * sums.length) least = Math.max(least, sums.nthBest(most, isWanted));
    if (toCome < least - rounding) break;
    const told = tells(theme);
    for (const offer of things) sums.add(offer, told);
    toCome -= told;
    done++;
  }
  // No new offer can be among the best from here on: only the sums of those that were met are finished.
  const rest = themes.slice(done);
  if (rest.length === 0) return;
  if (sums.length > most) least = Math.max(least, sums.nthBest(most, isWanted));
  for (const offer of sums.offers()) {
    if (sums.of(offer) + toCome < least - rounding) continue;
    const ofOffer = themesAt(offer);
    for (const theme of rest) if (ofOffer.has(theme)) sums.add(offer, tells(theme));
  }
}

/** The same for the offers of one institution: few enough to look at each. */
function sumUpThoseOf(
  { addressedBy, themesAt, tellingThemes, tells, hasOf }: Offers,
  question: NodeIndex,
  from: InstitutionIndex,
  sums: SumsByOffer,
): void {
  for (const offer of hasOf(from).keys()) {
    if (addressedBy(offer).includes(question)) sums.add(offer, forAddressing);
    const ofOffer = themesAt(offer);
    for (const theme of tellingThemes(question)) if (ofOffer.has(theme)) sums.add(offer, tells(theme));
  }
}

/** A sum for each offer that was met. */
class SumsByOffer {
  readonly #sums: Float64Array;
  #met: NodeIndex[] = [];

  constructor(nodeCount: number) {
    this.#sums = new Float64Array(nodeCount);
  }

  get length(): number {
    return this.#met.length;
  }

  /** @param tells more than 0 */
  add(offer: NodeIndex, tells: number): void {
    const before = this.#sums[offer] ?? outOfRange(offer, this.#sums.length);
    if (before === 0) this.#met.push(offer);
    this.#sums[offer] = before + tells;
  }

  of(offer: NodeIndex): number {
    return this.#sums[offer] ?? outOfRange(offer, this.#sums.length);
  }

  /** In the order in which they were met. */
  offers(): readonly NodeIndex[] {
    return this.#met;
  }

  /** The sum that `count` offers reach which are wanted; 0 when there are fewer. */
  nthBest(count: number, isWanted: (offer: NodeIndex) => boolean): number {
    return (
      Float64Array.from(this.#met.filter(isWanted), (offer) => this.of(offer))
        .sort()
        .at(-count) ?? 0
    );
  }

  clear(): void {
    for (const offer of this.#met) this.#sums[offer] = 0;
    this.#met = [];
  }
}

const inOrder = (a: Likely, b: Likely) => b.tells - a.tells || a.offer - b.offer || a.question - b.question;

/** The best candidates so far. */
class BestCandidates {
  #best: Likely[] = [];
  /** What has less in common than this is not among the best. */
  threshold = 0;

  add(candidate: Likely): void {
    this.#best.push(candidate);
    if (this.#best.length >= 2 * most) this.#keepBest();
  }

  #keepBest(): void {
    this.#best = this.#best.sort(inOrder).slice(0, most);
    this.threshold = this.#best[most - 1]?.tells ?? 0;
  }

  inOrder(): Likely[] {
    this.#keepBest();
    return this.#best;
  }
}
