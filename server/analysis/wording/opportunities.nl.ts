import { deeds } from "./deeds.nl.ts";
import { counted } from "./names.ts";

/** What is said of an opportunity, in Dutch; names come with their quotes and, where it reads better, with what they are. */
export const opportunities = {
  asks: (asker: string, question: string) => `${asker} vraagt: ${question}`,
  did: deeds.offer,
  /** An offer that was named just before. */
  that: { product: "dat product", space: "die ruimte", activity: "die activiteit", outcome: "die opbrengst" },
  helpsBySource: (offer: string) => `Volgens de bron helpt ${offer} bij precies deze vraag.`,
  helpsByUs: (offer: string) => `Volgens ons helpt ${offer} bij precies deze vraag.`,
  /** Without a full stop: the question brings its own mark. */
  meantFor: (offer: string, question: string) => `${offer} is bedoeld voor de vraag ${question}`,
  helpsWith: (offer: string, question: string) => `Volgens ons helpt ${offer} bij de vraag ${question}`,
  bothAbout: (offer: string, theme: string) => `De vraag en ${offer} gaan allebei over ${theme}.`,
  otherApproach: (asker: string, own: string, other: string, offer: string) =>
    `${asker} heeft hiervoor zelf ${own}, ${other} heeft ${offer}. Juist van dat verschil kun je leren.`,
  /** With the sort that the source calls it by, which is Dutch. */
  ofSort: (offer: string, sort: string) => `${offer} (${sort})`,
  evidence: {
    used: (count: number) => `op ${counted(count, ["plek", "plekken"])} gebruikt`,
    described: (count: number) => `in ${counted(count, ["publicatie", "publicaties"])} beschreven`,
    led: (count: number) => `goed voor ${counted(count, ["opbrengst", "opbrengsten"])}`,
    known: (offer: string, signs: string) => `Van ${offer} is bekend: ${signs}.`,
  },
  canShow: (giver: string, offer: string, taker: string, question: string) =>
    `${giver} kan ${offer} laten zien, want ${taker} vraagt: ${question}`,
  contact: {
    meetAt: (shared: string, other: string) => `Jullie doen allebei mee aan ${shared}: vraag daar naar ${other}.`,
    noMeeting: "We kennen geen netwerk waarin jullie allebei zitten.",
    /** After a meeting, and without one. */
    orWebsite: (other: string) => `Of kijk op de website van ${other}.`,
    website: (other: string) => `Kijk op de website van ${other}.`,
    orTeam: (other: string) => `Vraag anders bij ${other} naar het practoraat of het team onderwijs en ict.`,
    team: (other: string) => `Vraag bij ${other} naar het practoraat of het team onderwijs en ict.`,
  },
  /** A link from its first end to its second, without a full stop. */
  steps: {
    ASKS: (from: string, to: string) => `${from} vraagt: ${to}`,
    ABOUT: (from: string, to: string) => `${from} gaat over ${to}`,
    BROADER: (from: string, to: string) => `${from} valt onder ${to}`,
    ADDRESSES: (from: string, to: string) => `${from} helpt bij ${to}`,
    MADE: (from: string, to: string) => `${from} maakte ${to}`,
    USED_AT: (from: string, to: string) => `${from} wordt gebruikt bij ${to}`,
    HOSTS: (from: string, to: string) => `${from} biedt plaats aan ${to}`,
    PARTICIPATES_IN: (from: string, to: string) => `${from} doet mee aan ${to}`,
    PART_OF: (from: string, to: string) => `${from} hoort bij ${to}`,
    RESULTED_IN: (from: string, to: string) => `${from} leidde tot ${to}`,
    DESCRIBES: (from: string, to: string) => `${from} – ${to}`,
    EVIDENCED_BY: (from: string, to: string) => `${from} – ${to}`,
    FUNDED_BY: (from: string, to: string) => `${from} – ${to}`,
  },
};
