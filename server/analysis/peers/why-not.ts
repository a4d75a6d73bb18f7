import { type Aspect, aspectNames, aspects } from "../../../model/discovery.ts";
import type { Text } from "../../../model/graph.ts";
import { factsKnown } from "../profile/certainty.ts";
import type { Profiles } from "../profile/profiles.ts";
import { inBoth, listed, namesOf } from "../wording/sentences.ts";
import { type Apart, aspectAt, wholeOf } from "./score.ts";

interface Why {
  readonly sentence: Text;
  readonly missing: Text[];
}

const names = (profiles: Profiles, institution: number) => namesOf(profiles, profiles.institutions[institution] ?? 0);

/** Why two institutions are not compared at all. */
export function whyApart(profiles: Profiles, start: number, other: number, apart: Apart): Why {
  const [one, two] = [names(profiles, start), names(profiles, other)];
  if (apart === "other-sector")
    return {
      sentence: {
        nl: `${two.nl} staat er niet bij, want het is een ander soort organisatie dan ${one.nl}. We vergelijken alleen binnen dezelfde sector.`,
        en: `${two.en} is not listed because it is another sort of organisation than ${one.en}. We only compare within one sector.`,
      },
      missing: [],
    };
  if (apart === "merged") {
    const whole = names(profiles, wholeOf(profiles, other) ?? other);
    return {
      sentence: {
        nl: `${two.nl} hoort bij ${whole.nl}. Wat ${two.nl} deed, telt mee bij ${whole.nl}.`,
        en: `${two.en} is part of ${whole.en}. What ${two.en} did counts for ${whole.en}.`,
      },
      missing: [],
    };
  }
  if (start === other) return { sentence: { nl: "Dat zijn jullie zelf.", en: "That is you." }, missing: [] };
  return {
    sentence: { nl: `${one.nl} en ${two.nl} zijn nu één instelling.`, en: `${one.en} and ${two.en} are one institution now.` },
    missing: [],
  };
}

export interface Standing {
  readonly start: number;
  readonly other: number;
  /** From 0; below 0 when it has no points. */
  readonly rank: number;
  readonly limit: number;
  /** Whether they share anything, whatever it weighs. */
  readonly shares: boolean;
  readonly score: number;
  /** The points of the last one that is shown. */
  readonly last: number;
}

type Because = "listed" | "below-threshold" | "weights" | "nothing-shared" | "nothing-known";

/** Why an institution that may be compared stands where it stands. */
export function whyRanked(profiles: Profiles, standing: Standing): Why & { because: Because } {
  const { other, start, rank, limit, shares, score, last } = standing;
  const [one, two] = [names(profiles, start), names(profiles, other)];
  if (rank >= 0 && rank < limit)
    return {
      because: "listed",
      sentence: { nl: `${two.nl} staat op plaats ${rank + 1}.`, en: `${two.en} is number ${rank + 1}.` },
      missing: [],
    };
  const missing = whatIsMissing(profiles, start, other);
  if (rank >= 0)
    return {
      because: "below-threshold",
      sentence: {
        nl: `${two.nl} staat op plaats ${rank + 1} met ${score} punten. We tonen er ${limit}; de laatste daarvan heeft ${last} punten.`,
        en: `${two.en} is number ${rank + 1} with ${score} points. We show ${limit}; the last of those has ${last} points.`,
      },
      missing,
    };
  if (shares)
    return {
      because: "weights",
      sentence: {
        nl: `Met jullie gewichten geeft wat ${one.nl} en ${two.nl} delen geen punten.`,
        en: `With your weights, what ${one.en} and ${two.en} share gives no points.`,
      },
      missing: [],
    };
  const unknown = [start, other].filter((institution) => factsKnown(profiles, institution) === 0);
  if (unknown.length > 0) {
    const who = inBoth((language) =>
      listed(
        unknown.map((institution) => names(profiles, institution)[language]),
        language,
      ),
    );
    return {
      because: "nothing-known",
      sentence: {
        nl: `Van ${who.nl} weten we nog niet wat ze vragen, maken of waaraan ze meedoen. Dat zegt niets over hoe zeer jullie op elkaar lijken.`,
        en: `We do not know yet what ${who.en} asks, makes or takes part in. That says nothing about how alike you are.`,
      },
      missing,
    };
  }
  return {
    because: "nothing-shared",
    sentence: {
      nl: `Voor zover wij weten delen ${one.nl} en ${two.nl} nog niets.`,
      en: `As far as we know ${one.en} and ${two.en} share nothing yet.`,
    },
    missing,
  };
}

/** The aspects of which nothing is known for one of both: what would have to be known before it can be shared. */
function whatIsMissing(profiles: Profiles, start: number, other: number): Text[] {
  return [start, other].flatMap((institution) => {
    const known = aspectsKnown(profiles, institution);
    const unknown = aspectNames.filter((aspect) => aspect !== "themes" && !known.has(aspect));
    if (unknown.length === 0) return [];
    const name = names(profiles, institution);
    const list = inBoth((language) =>
      listed(
        unknown.map((aspect) => aspects[aspect][language]),
        language,
      ),
    );
    return [{ nl: `Van ${name.nl} kennen we nog geen ${list.nl}.`, en: `Of ${name.en} we do not know any ${list.en} yet.` }];
  });
}

function aspectsKnown(profiles: Profiles, institution: number): Set<Aspect> {
  const { ties } = profiles;
  const known = new Set<Aspect>();
  for (let tie = ties.starts[institution] ?? 0; tie < (ties.starts[institution + 1] ?? 0); tie++)
    known.add(aspectAt(profiles, ties.item[tie] ?? 0));
  return known;
}
