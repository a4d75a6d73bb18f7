import { deeds } from "./deeds.en.ts";
import { counted } from "./names.ts";
import type { opportunities as nl } from "./opportunities.nl.ts";

/** What is said of an opportunity, in English. */
export const opportunities: typeof nl = {
  asks: (asker, question) => `${asker} asks: ${question}`,
  did: deeds.offer,
  that: { product: "that product", space: "that space", activity: "that activity", outcome: "that outcome" },
  helpsBySource: (offer) => `According to the source ${offer} helps with this very question.`,
  helpsByUs: (offer) => `In our view ${offer} helps with this very question.`,
  meantFor: (offer, question) => `${offer} is meant for the question ${question}`,
  helpsWith: (offer, question) => `In our view ${offer} helps with the question ${question}`,
  bothAbout: (offer, theme) => `The question and ${offer} are both about ${theme}.`,
  otherApproach: (asker, own, other, offer) =>
    `${asker} itself has ${own} for this, ${other} has ${offer}. That difference is what you can learn from.`,
  ofSort: (offer) => offer,
  evidence: {
    used: (count) => `used at ${counted(count, ["place", "places"])}`,
    described: (count) => `described in ${counted(count, ["publication", "publications"])}`,
    led: (count) => `led to ${counted(count, ["outcome", "outcomes"])}`,
    known: (offer, signs) => `What is known of ${offer}: ${signs}.`,
  },
  canShow: (giver, offer, taker, question) => `${giver} can show ${offer}, for ${taker} asks: ${question}`,
  contact: {
    meetAt: (shared, other) => `You both take part in ${shared}: ask for ${other} there.`,
    noMeeting: "We know of no network that you are both in.",
    orWebsite: (other) => `Or look at ${other}’s website.`,
    website: (other) => `Look at ${other}’s website.`,
    orTeam: (other) => `Else ask ${other} for its research group or its team for education and ICT.`,
    team: (other) => `Ask ${other} for its research group or its team for education and ICT.`,
  },
  steps: {
    ASKS: (from, to) => `${from} asks: ${to}`,
    ABOUT: (from, to) => `${from} is about ${to}`,
    BROADER: (from, to) => `${from} falls under ${to}`,
    ADDRESSES: (from, to) => `${from} helps with ${to}`,
    MADE: (from, to) => `${from} made ${to}`,
    USED_AT: (from, to) => `${from} is used at ${to}`,
    HOSTS: (from, to) => `${from} hosts ${to}`,
    PARTICIPATES_IN: (from, to) => `${from} takes part in ${to}`,
    PART_OF: (from, to) => `${from} is part of ${to}`,
    RESULTED_IN: (from, to) => `${from} led to ${to}`,
    DESCRIBES: (from, to) => `${from} – ${to}`,
    EVIDENCED_BY: (from, to) => `${from} – ${to}`,
    FUNDED_BY: (from, to) => `${from} – ${to}`,
  },
};
