/** A family of node kinds: what colour and shape say at a glance. */
export interface Family {
  readonly nl: string;
  readonly en: string;
  /** CSS colours, at least 3.2 : 1 on both backgrounds of their theme. */
  readonly light: string;
  readonly dark: string;
  readonly shape: "circle" | "diamond" | "square" | "hexagon";
}

/** The four families; the kind itself is told by an icon and by words. */
export const families = {
  who: { nl: "Wie", en: "Who", light: "#0086D4", dark: "#3D6FE2", shape: "circle" },
  asked: { nl: "Vraag", en: "Asked", light: "#BB7429", dark: "#D9551D", shape: "diamond" },
  made: { nl: "Gemaakt", en: "Made", light: "#074121", dark: "#50E8BF", shape: "square" },
  yielded: { nl: "Opbrengst", en: "Yielded", light: "#70366D", dark: "#966296", shape: "hexagon" },
} as const satisfies Record<string, Family>;
export type FamilyName = keyof typeof families;

/** Singular and plural of a word. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

export interface NodeKindSpec {
  /** The label in the graph database. */
  readonly label: string;
  readonly family: FamilyName;
  /** An icon of the Lucide set. */
  readonly icon: string;
  readonly nl: Noun;
  readonly en: Noun;
  /** Names of the properties that a node of this kind may have; see `propertySpecs`. */
  readonly properties: readonly PropertyName[];
}

/** What a property holds. Years are whole calendar years; wording that a source adds is kept in `wording` of the period. */
export interface PropertySpec {
  readonly holds: "text" | "year" | "flag";
  readonly nl: string;
  readonly en: string;
}

/** Every property that a node or a link can have, beside those that all of them have. */
export const propertySpecs = {
  since: { holds: "year", nl: "sinds", en: "since" },
  until: { holds: "year", nl: "tot en met", en: "until" },
  year: { holds: "year", nl: "jaar", en: "year" },
  period: { holds: "text", nl: "periode volgens de bron", en: "period as the source puts it" },
  date: { holds: "text", nl: "datum", en: "date" },
  city: { holds: "text", nl: "plaats", en: "city" },
  sector: { holds: "text", nl: "sector", en: "sector" },
  students: { holds: "text", nl: "studenten", en: "students" },
  sites: { holds: "text", nl: "locaties", en: "sites" },
  website: { holds: "text", nl: "website", en: "website" },
  status: { holds: "text", nl: "status", en: "status" },
  size: { holds: "text", nl: "omvang", en: "size" },
  count: { holds: "text", nl: "aantal", en: "count" },
  wording: { holds: "text", nl: "verwoording", en: "wording" },
  type: { holds: "text", nl: "soort", en: "sort" },
  rounds: { holds: "text", nl: "rondes", en: "rounds" },
  licence: { holds: "text", nl: "licentie", en: "licence" },
  fte: { holds: "text", nl: "fte", en: "FTE" },
  mobile: { holds: "flag", nl: "mobiel", en: "mobile" },
  duration: { holds: "text", nl: "duur", en: "duration" },
  publisher: { holds: "text", nl: "uitgever", en: "publisher" },
  role: { holds: "text", nl: "rol", en: "role" },
  theme: { holds: "text", nl: "deelthema", en: "sub-theme" },
  amount: { holds: "text", nl: "bedrag", en: "amount" },
  note: { holds: "text", nl: "toelichting", en: "note" },
  uncertain: { holds: "text", nl: "onzeker", en: "uncertain" },
  conflict: { holds: "text", nl: "waarover bronnen verschillen", en: "where sources differ" },
} as const satisfies Record<string, PropertySpec>;
export type PropertyName = keyof typeof propertySpecs;

const everyNode = ["period", "note", "uncertain", "conflict"] as const;

/** Every kind of node there is. The schema, the importer, the search filter and the legend all read this. */
export const nodeKinds = {
  institution: {
    label: "Institution",
    family: "who",
    icon: "building-2",
    nl: { one: "instelling", many: "instellingen" },
    en: { one: "institution", many: "institutions" },
    properties: [...everyNode, "city", "sector", "students", "sites", "status", "website"],
  },
  question: {
    label: "Question",
    family: "asked",
    icon: "circle-help",
    nl: { one: "vraagstuk", many: "vraagstukken" },
    en: { one: "question", many: "questions" },
    properties: [...everyNode, "wording", "year"],
  },
  theme: {
    label: "Theme",
    family: "asked",
    icon: "tag",
    nl: { one: "thema", many: "thema’s" },
    en: { one: "theme", many: "themes" },
    properties: [...everyNode],
  },
  product: {
    label: "Product",
    family: "made",
    icon: "package",
    nl: { one: "product", many: "producten" },
    en: { one: "product", many: "products" },
    properties: [...everyNode, "type", "year", "rounds", "sector", "licence"],
  },
  space: {
    label: "Space",
    family: "made",
    icon: "door-open",
    nl: { one: "ruimte", many: "ruimtes" },
    en: { one: "space", many: "spaces" },
    properties: [...everyNode, "city", "since", "until", "fte", "mobile", "year"],
  },
  activity: {
    label: "Activity",
    family: "made",
    icon: "calendar",
    nl: { one: "activiteit", many: "activiteiten" },
    en: { one: "activity", many: "activities" },
    properties: [...everyNode, "type", "duration", "date", "year", "since", "until", "city"],
  },
  network: {
    label: "Network",
    family: "who",
    icon: "network",
    nl: { one: "netwerk", many: "netwerken" },
    en: { one: "network", many: "networks" },
    properties: [...everyNode, "since", "until", "website", "size", "status", "city"],
  },
  programme: {
    label: "Programme",
    family: "who",
    icon: "graduation-cap",
    nl: { one: "opleiding", many: "opleidingen" },
    en: { one: "programme", many: "programmes" },
    properties: [...everyNode],
  },
  team: {
    label: "Team",
    family: "who",
    icon: "users",
    nl: { one: "team", many: "teams" },
    en: { one: "team", many: "teams" },
    properties: [...everyNode, "since", "until", "year", "count"],
  },
  outcome: {
    label: "Outcome",
    family: "yielded",
    icon: "sprout",
    nl: { one: "opbrengst", many: "opbrengsten" },
    en: { one: "outcome", many: "outcomes" },
    properties: [...everyNode, "year"],
  },
  publication: {
    label: "Publication",
    family: "yielded",
    icon: "book-open",
    nl: { one: "publicatie", many: "publicaties" },
    en: { one: "publication", many: "publications" },
    properties: [...everyNode, "year", "publisher", "licence", "sector"],
  },
} as const satisfies Record<string, NodeKindSpec>;
export type NodeKind = keyof typeof nodeKinds;
export const nodeKindNames = Object.keys(nodeKinds) as [NodeKind, ...NodeKind[]];

export interface LinkKindSpec {
  /** Read from the first end to the second: "Summa College *stelt* vraagstuk". */
  readonly nl: { readonly out: string; readonly in: string };
  readonly en: { readonly out: string; readonly in: string };
  /** Which kinds of node it may join, each as [from, to]. */
  readonly ends: readonly (readonly [NodeKind, NodeKind])[];
}

const joins = <const From extends NodeKind, const To extends NodeKind>(from: readonly From[], to: readonly To[]): [From, To][] =>
  from.flatMap((one) => to.map((other): [From, To] => [one, other]));

const whatIsNotATheme = nodeKindNames.filter((kind) => kind !== "theme");

/** Every kind of link there is, in the direction in which it is stored. */
export const linkKinds = {
  ASKS: {
    nl: { out: "vraagt zich af", in: "vraagstuk van" },
    en: { out: "asks", in: "asked by" },
    ends: joins(["institution", "network", "team"], ["question"]),
  },
  ABOUT: {
    nl: { out: "gaat over", in: "onderwerp van" },
    en: { out: "is about", in: "subject of" },
    ends: joins(whatIsNotATheme, ["theme"]),
  },
  ADDRESSES: {
    nl: { out: "helpt bij", in: "hierbij helpt" },
    en: { out: "addresses", in: "addressed by" },
    ends: joins(["product", "space", "activity", "outcome"], ["question"]),
  },
  MADE: {
    nl: { out: "maakte", in: "gemaakt door" },
    en: { out: "made", in: "made by" },
    ends: joins(["institution", "team", "network"], ["product", "publication"]),
  },
  USED_AT: {
    nl: { out: "gebruikt bij", in: "gebruikt hier" },
    en: { out: "used at", in: "uses" },
    ends: joins(["product", "activity", "programme"], ["institution", "network", "programme", "space"]),
  },
  HOSTS: {
    nl: { out: "biedt plaats aan", in: "te vinden bij" },
    en: { out: "hosts", in: "hosted by" },
    ends: [...joins(["institution", "network"], ["space"]), ["space", "network"]],
  },
  PARTICIPATES_IN: {
    nl: { out: "doet mee aan", in: "deelnemer" },
    en: { out: "takes part in", in: "participant" },
    ends: joins(["institution", "team", "network"], ["network", "activity", "team", "space"]),
  },
  PART_OF: {
    nl: { out: "hoort bij", in: "omvat" },
    en: { out: "part of", in: "includes" },
    ends: [
      ...joins(["programme", "team", "institution"], ["institution"]),
      ["team", "team"],
      ["network", "network"],
      ["network", "programme"],
      ["product", "space"],
    ],
  },
  BROADER: {
    nl: { out: "valt onder", in: "ruimer dan" },
    en: { out: "falls under", in: "broader than" },
    ends: [["theme", "theme"]],
  },
  RESULTED_IN: {
    nl: { out: "leverde op", in: "opbrengst van" },
    en: { out: "resulted in", in: "result of" },
    ends: joins(
      ["institution", "network", "team", "product", "activity", "space", "outcome"],
      ["outcome", "network", "space", "product"],
    ),
  },
  DESCRIBES: {
    nl: { out: "beschrijft", in: "beschreven in" },
    en: { out: "describes", in: "described in" },
    ends: joins(["publication"], nodeKindNames),
  },
  EVIDENCED_BY: {
    nl: { out: "blijkt uit", in: "onderbouwt" },
    en: { out: "evidenced by", in: "is evidence for" },
    ends: [["outcome", "publication"]],
  },
  FUNDED_BY: {
    nl: { out: "betaald door", in: "financierde" },
    en: { out: "funded by", in: "funded" },
    ends: joins(["network", "team", "space", "publication", "product", "activity"], ["institution"]),
  },
} as const satisfies Record<string, LinkKindSpec>;
export type LinkKind = keyof typeof linkKinds;
export const linkKindNames = Object.keys(linkKinds) as [LinkKind, ...LinkKind[]];

/** The properties that a link may have, beside those that every link has. */
export const linkProperties = [
  "since",
  "until",
  "period",
  "role",
  "theme",
  "amount",
  "note",
  "uncertain",
  "conflict",
] as const satisfies readonly PropertyName[];

/** Whether a link of `kind` may lead from a node of kind `from` to one of kind `to`. */
export function mayJoin(kind: LinkKind, from: NodeKind, to: NodeKind): boolean {
  return linkKinds[kind].ends.some(([one, other]) => one === from && other === to);
}
