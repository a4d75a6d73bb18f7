import type { Reason } from "../../../model/discovery.ts";
import type { Language, Text } from "../../../model/graph.ts";
import { nodeAt } from "../graph/graph-index.ts";
import { type Fit, type OpportunityContext, roleOf, type Who } from "../opportunities/types.ts";
import type { Way } from "../profile/chains.ts";
import type { Profiles } from "../profile/profiles.ts";
import type { Part } from "../reasons/meeting.ts";
import { counted, described, ended, filled, inBoth, listed, named, viaSentence } from "./sentences.ts";

type Context = Pick<OpportunityContext, "profiles">;

const institutionName = ({ profiles }: Context, institution: number, language: Language) =>
  named(profiles, profiles.institutions[institution] ?? 0, language);

/** What an institution did with a thing, by the link that ties them: {b} and {x}. */
const did: Readonly<Record<string, Text>> = {
  MADE: { nl: "{b} maakte {x}", en: "{b} made {x}" },
  HOSTS: { nl: "{b} heeft {x}", en: "{b} hosts {x}" },
  RESULTED_IN: { nl: "bij {b} kwam {x} tot stand", en: "{b} arrived at {x}" },
  USED_AT: { nl: "{b} gebruikt {x}", en: "{b} uses {x}" },
  PARTICIPATES_IN: { nl: "{b} deed mee aan {x}", en: "{b} took part in {x}" },
};

/** A capital for a sentence that starts with an article; names keep their own first letter. */
const capital = (text: string) => text.replace(/^(?:bij|de|het|the)\b/, (word) => word.charAt(0).toUpperCase() + word.slice(1));

/** What the other did with the offer, as the start of a sentence. */
const deed = (context: Context, from: number, offer: number, way: Way, language: Language) =>
  filled((did[roleOf(context, way)] ?? did.USED_AT)?.[language] ?? "", {
    b: institutionName(context, from, language),
    x: described(context.profiles, offer, language),
  });

/** Why an offer fits a question. */
export function fitSentence(context: Context, { question, offer }: Who, { meeting, pair }: Part): Text {
  const { graph } = context.profiles;
  if (meeting.aspect === "questions") {
    const derived = pair[1].links.some((link) => graph.kindOf(link) === "ADDRESSES" && graph.derived[link] === 1);
    return inBoth((language) => {
      const [x, q] = [described(context.profiles, offer, language), named(context.profiles, question, language)];
      if (language === "nl")
        return derived ? `Volgens ons helpt ${x} bij de vraag ${q}` : capital(`${x} is bedoeld voor de vraag ${q}`);
      return derived ? `In our view ${x} helps with the question ${q}` : capital(`${x} is meant for the question ${q}`);
    });
  }
  const under = pair.some(({ links }) => links.some((link) => graph.kindOf(link) === "BROADER"));
  return inBoth((language) => {
    const [x, t] = [described(context.profiles, offer, language), named(context.profiles, meeting.node, language)];
    if (language === "nl") return `De vraag en ${x} gaan allebei over ${t}${under ? " of iets wat daaronder valt" : ""}.`;
    return `The question and ${x} are both about ${t}${under ? " or something that falls under it" : ""}.`;
  });
}

/** What the asker itself has for the question, beside what the other has. */
export function approachSentence(context: Context, { asker, from, offer }: Who, own: number): Text {
  return inBoth((language) => {
    const [a, b] = [institutionName(context, asker, language), institutionName(context, from, language)];
    const [mine, theirs] = [withSort(context, own, language), withSort(context, offer, language)];
    if (language === "nl") return `${a} heeft hiervoor zelf ${mine}, ${b} heeft ${theirs}. Juist van dat verschil kun je leren.`;
    return `${a} itself has ${mine} for this, ${b} has ${theirs}. That difference is what you can learn from.`;
  });
}

/** A thing with the sort that the source calls it by: het product “…” (stappenplan). Sorts are Dutch. */
function withSort({ profiles }: Context, place: number, language: Language): string {
  const { type } = nodeAt(profiles.graph, place);
  return `${described(profiles, place, language)}${type && language === "nl" ? ` (${type})` : ""}`;
}

/** Where an offer left traces: places that use it, publications about it, what it led to. */
export function evidenceSentence(
  { profiles }: Context,
  { offer }: Who,
  traces: { used: number; described: number; led: number },
): Text {
  return inBoth((language) => {
    const x = described(profiles, offer, language);
    const nl = language === "nl";
    const parts = [
      traces.used > 0 &&
        (nl
          ? `op ${counted(traces.used, ["plek", "plekken"])} gebruikt`
          : `used at ${counted(traces.used, ["place", "places"])}`),
      traces.described > 0 &&
        (nl
          ? `in ${counted(traces.described, ["publicatie", "publicaties"])} beschreven`
          : `described in ${counted(traces.described, ["publication", "publications"])}`),
      traces.led > 0 &&
        (nl
          ? `goed voor ${counted(traces.led, ["opbrengst", "opbrengsten"])}`
          : `led to ${counted(traces.led, ["outcome", "outcomes"])}`),
    ].filter((part) => part !== false);
    return nl ? `Van ${x} is bekend: ${listed(parts, language)}.` : `What is known of ${x}: ${listed(parts, language)}.`;
  });
}

/** "A zoekt … B heeft … omdat …". */
export function opportunitySentence(context: Context, fit: Fit): Text {
  const [best] = fit.reasons.filter(({ aspect }) => aspect === "questions" || aspect === "themes");
  return inBoth((language) => {
    const a = institutionName(context, fit.asker, language);
    const q = named(context.profiles, fit.question, language);
    const asks = language === "nl" ? `${a} vraagt: ${q}` : `${a} asks: ${q}`;
    const has = capital(deed(context, fit.from, fit.offer, fit.pair[1], language));
    const via = viaSentence(context.profiles, fit.from, fit.pair[1], language);
    return `${asks} ${has}.${via} ${best ? whySentence(context, fit, best, language) : ""}`.trim();
  });
}

const thatOne: Readonly<Record<string, Text>> = {
  product: { nl: "dat product", en: "that product" },
  space: { nl: "die ruimte", en: "that space" },
  activity: { nl: "die activiteit", en: "that activity" },
  outcome: { nl: "die opbrengst", en: "that outcome" },
};

/** Why it fits, where the offer was named just before. */
function whySentence({ profiles: { graph } }: Context, { offer, pair }: Fit, best: Reason, language: Language): string {
  const that = thatOne[nodeAt(graph, offer).kind]?.[language] ?? "";
  const nl = language === "nl";
  if (best.aspect === "questions") {
    const derived = pair[1].links.some((link) => graph.kindOf(link) === "ADDRESSES" && graph.derived[link] === 1);
    if (nl)
      return derived
        ? `Volgens ons helpt ${that} bij precies deze vraag.`
        : `Volgens de bron helpt ${that} bij precies deze vraag.`;
    return derived
      ? `In our view ${that} helps with this very question.`
      : `According to the source ${that} helps with this very question.`;
  }
  const theme = `“${nl ? best.item.name : best.item.nameEn}”`;
  return nl ? `De vraag en ${that} gaan allebei over ${theme}.` : `The question and ${that} are both about ${theme}.`;
}

/** How the other goes about it differently; undefined when nothing is known. */
export const approachOf = (fit: Fit): Text | undefined => fit.reasons.find(({ id }) => id.startsWith("approach:"))?.sentence;

/** What the asker could give in return. */
export function returnSentence(context: Context, { asker, from, question, offer }: Who): Text {
  return inBoth((language) => {
    const [giver, taker] = [institutionName(context, from, language), institutionName(context, asker, language)];
    const [x, q] = [described(context.profiles, offer, language), named(context.profiles, question, language)];
    if (language === "nl") return `${giver} kan ${x} laten zien, want ${taker} vraagt: ${q}`;
    return `${giver} can show ${x}, for ${taker} asks: ${q}`;
  });
}

/** How to get in touch. */
export function contactSentence(context: Context, from: number, website: string | undefined, shared: readonly number[]): Text {
  return inBoth((language) => {
    const b = institutionName(context, from, language);
    const known = listed(
      shared.slice(0, 3).map((place) => named(context.profiles, place, language)),
      language,
    );
    if (language === "nl") {
      const meet = known ? `Jullie doen allebei mee aan ${known}: vraag daar naar ${b}.` : "";
      const site = website
        ? `Of kijk op de website van ${b}.`
        : `Vraag anders bij ${b} naar het practoraat of het team onderwijs en ict.`;
      return known
        ? `${meet} ${site}`
        : `We kennen geen netwerk waarin jullie allebei zitten. ${site.replace(/^Of kijk/, "Kijk").replace("Vraag anders", "Vraag")}`;
    }
    const meet = known ? `You both take part in ${known}: ask for ${b} there.` : "";
    const site = website
      ? `Or look at ${b}’s website.`
      : `Else ask ${b} for its research group or its team for education and ICT.`;
    return known
      ? `${meet} ${site}`
      : `We know of no network that you are both in. ${site.replace(/^Or look/, "Look").replace(/^Else ask/, "Ask")}`;
  });
}

/** The words of each kind of link, from its first end to its second. */
const hops: Readonly<Record<string, Text>> = {
  ASKS: { nl: "{a} vraagt: {b}", en: "{a} asks: {b}" },
  ABOUT: { nl: "{a} gaat over {b}", en: "{a} is about {b}" },
  BROADER: { nl: "{a} valt onder {b}", en: "{a} falls under {b}" },
  ADDRESSES: { nl: "{a} helpt bij {b}", en: "{a} helps with {b}" },
  MADE: { nl: "{a} maakte {b}", en: "{a} made {b}" },
  USED_AT: { nl: "{a} wordt gebruikt bij {b}", en: "{a} is used at {b}" },
  HOSTS: { nl: "{a} biedt plaats aan {b}", en: "{a} hosts {b}" },
  PARTICIPATES_IN: { nl: "{a} doet mee aan {b}", en: "{a} takes part in {b}" },
  PART_OF: { nl: "{a} hoort bij {b}", en: "{a} is part of {b}" },
  RESULTED_IN: { nl: "{a} leidde tot {b}", en: "{a} led to {b}" },
};

/** A sentence for each link of a path, in the direction in which it is stored. */
export function stepSentence(profiles: Profiles, link: number): Text {
  const { graph } = profiles;
  return inBoth((language) => {
    const [from, to] = [graph.from[link] ?? 0, graph.to[link] ?? 0];
    const a = capital(described(profiles, from, language));
    const b = nodeAt(graph, to).kind === "question" ? named(profiles, to, language) : described(profiles, to, language);
    const said = filled(hops[graph.kindOf(link)]?.[language] ?? "{a} – {b}", { a, b });
    return ended(said);
  });
}
