import type { InstitutionIndex, NodeIndex } from "../graph/indices.ts";
import type { Steps } from "../graph/steps.ts";
import { institutionsTiedTo, standingAlone } from "../profile/profiles.ts";
import type { Profiles } from "../profile/types.ts";

/** A question that nothing is known to help with. */
export interface UnansweredQuestion {
  readonly question: NodeIndex;
  /** Institutions, teams and others that ask it. */
  readonly askers: readonly NodeIndex[];
}

/** A product that is not known to be used anywhere. */
export interface UnusedProduct {
  readonly product: NodeIndex;
  readonly makers: readonly NodeIndex[];
}

/** A theme that the questions of one institution alone are directly about. */
export interface ThemeAtOne {
  readonly theme: NodeIndex;
  readonly institution: InstitutionIndex;
}

export interface InstitutionWithoutPeers {
  readonly institution: InstitutionIndex;
  /** Whether anything at all is known of what it asks, makes or takes part in. */
  readonly isKnown: boolean;
}

/** What is missing in the graph, each list by node. Absent from the data is not the same as absent. */
export interface Gaps {
  readonly unansweredQuestions: readonly UnansweredQuestion[];
  readonly unusedProducts: readonly UnusedProduct[];
  readonly themesAtOne: readonly ThemeAtOne[];
  readonly withoutPeers: readonly InstitutionWithoutPeers[];
}

/**
 * A step is one of the lists, an institution, or some questions.
 *
 * @param hasPeers whether any other institution is like one; asked only of institutions that stand alone
 */
export function* gapsInSteps(profiles: Profiles, hasPeers: (institution: InstitutionIndex) => boolean): Steps<Gaps> {
  const unanswered = unansweredQuestions(profiles);
  yield;
  const unused = unusedProducts(profiles);
  yield;
  const atOne = yield* themesAtOne(profiles);
  const withoutPeers: InstitutionWithoutPeers[] = [];
  for (const institution of standingAlone(profiles)) {
    if (!hasPeers(institution)) withoutPeers.push({ institution, isKnown: profiles.ties.ofInstitution.sizeOf(institution) > 0 });
    yield;
  }
  return { unansweredQuestions: unanswered, unusedProducts: unused, themesAtOne: atOne, withoutPeers };
}

/** So many questions are looked at in one step. */
const questionsInStep = 500;

const unansweredQuestions = ({ graph }: Profiles): UnansweredQuestion[] =>
  graph
    .nodesOf("question")
    .filter((question) => graph.into(question, "ADDRESSES").length === 0)
    .map((question) => ({ question, askers: graph.origins(question, "ASKS") }));

const unusedProducts = ({ graph }: Profiles): UnusedProduct[] =>
  graph
    .nodesOf("product")
    .filter((product) => graph.out(product, "USED_AT").length === 0)
    .map((product) => ({ product, makers: graph.origins(product, "MADE") }));

/** What merged into another institution asks is that one's question. */
function* themesAtOne(profiles: Profiles): Steps<ThemeAtOne[]> {
  const { graph, wholeOf } = profiles;
  const askersOf = new Map<NodeIndex, Set<InstitutionIndex>>();
  for (const [position, question] of graph.nodesOf("question").entries()) {
    if (position % questionsInStep === 0) yield;
    const askers = institutionsTiedTo(profiles, "questions", question).filter((one) => wholeOf(one) === undefined);
    for (const theme of graph.targets(question, "ABOUT")) {
      const known = askersOf.get(theme) ?? new Set();
      askersOf.set(theme, known);
      for (const asker of askers) known.add(asker);
    }
  }
  return [...askersOf]
    .sort(([a], [b]) => a - b)
    .flatMap(([theme, askers]) => {
      const [institution, ...others] = askers;
      return institution === undefined || others.length > 0 ? [] : [{ theme, institution }];
    });
}
