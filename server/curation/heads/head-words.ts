import type { PlainMeaning } from "../../../model/curation.ts";
import {
  type LinkKind,
  type NodeKind,
  nodeKindNames,
  nodeKinds,
  type PropertyName,
  propertySpecs,
} from "../../../model/kinds.ts";
import { fold } from "../../analysis/text/words.ts";

/** A head as it is compared: without case, accents, remarks in brackets and signs around it. */
export const headKey = (head: string): string =>
  fold(head)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** How people head a column that every kind of item can have, in Dutch and English. */
const plainHeads: Readonly<Partial<Record<PlainMeaning, readonly string[]>>> = {
  name: ["naam", "name", "titel", "title", "benaming", "item", "label"],
  nameEn: ["naam engels", "engelse naam", "name en", "english name", "naam en", "title en"],
  description: ["omschrijving", "beschrijving", "description", "uitleg", "samenvatting", "summary", "korte omschrijving"],
  descriptionEn: ["omschrijving engels", "beschrijving engels", "engelse omschrijving", "description en", "english description"],
  otherNames: [
    "andere namen",
    "andere naam",
    "ook bekend als",
    "alias",
    "aliassen",
    "other names",
    "other name",
    "afkorting",
    "oude naam",
  ],
  kind: ["soort item", "soort", "type", "kind", "type item", "elementtype", "categorie"],
  source: [
    "bron",
    "bronnen",
    "source",
    "sources",
    "bronvermelding",
    "vindplaats",
    "referentie",
    "reference",
    "titel bron",
    "bron titel",
  ],
  sourceUrl: ["url bron", "bron url", "link bron", "bron link", "link naar bron", "adres bron", "source url", "url", "link"],
  basis: ["basis", "grondslag", "hoe weten we dit", "stated or derived", "staat in de bron of afgeleid", "zekerheid"],
  basisNote: ["toelichting basis", "toelichting afleiding", "hoe afgeleid", "waarom afgeleid", "basis note", "how derived"],
  from: ["van", "from", "bron item", "vanaf"],
  linkKind: ["verband", "soort verband", "relatie", "link kind", "connection type", "relation", "relationship"],
  to: ["naar", "to", "doel", "target"],
};

/** Everyday words for kinds, beside the nouns of the model. */
const kindHeads: Readonly<Partial<Record<NodeKind, readonly string[]>>> = {
  institution: [
    "school",
    "scholen",
    "roc",
    "college",
    "colleges",
    "organisatie",
    "organisaties",
    "organisation",
    "organization",
    "mbo instelling",
    "mbo instellingen",
    "vakschool",
  ],
  question: ["vraag", "vragen", "leervraag", "leervragen", "uitdaging", "uitdagingen", "challenge", "challenges"],
  theme: ["onderwerp", "onderwerpen", "topic", "topics", "tag", "tags", "trefwoord", "trefwoorden", "keywords"],
  product: [
    "lesmateriaal",
    "materiaal",
    "materialen",
    "middel",
    "tool",
    "tools",
    "hulpmiddel",
    "hulpmiddelen",
    "leermiddel",
    "leermiddelen",
  ],
  space: ["lab", "labs", "leerruimte", "leerruimtes", "ruimten", "spaces", "locatie"],
  activity: ["project", "projecten", "projects", "training", "trainingen", "bijeenkomst", "bijeenkomsten"],
  network: ["samenwerking", "samenwerkingsverband", "samenwerkingsverbanden"],
  programme: ["programma", "opleidingsprogramma", "program"],
  team: ["designteam", "designteams", "projectteam"],
  outcome: ["resultaat", "resultaten", "uitkomst", "uitkomsten", "result", "results"],
  publication: ["artikel", "artikelen", "rapport", "rapporten", "paper", "papers"],
};

/** How people say a link in the head of a column, beside the words of the model. */
export const linkHeads: readonly (readonly [head: string, kind: LinkKind, direction: "out" | "in"])[] = [
  ["stelt", "ASKS", "out"],
  ["stelt vraag", "ASKS", "out"],
  ["gesteld door", "ASKS", "in"],
  ["gevraagd door", "ASKS", "in"],
  ["van wie is de vraag", "ASKS", "in"],
  ["over", "ABOUT", "out"],
  ["about", "ABOUT", "out"],
  ["lost op", "ADDRESSES", "out"],
  ["antwoord op", "ADDRESSES", "out"],
  ["helpt", "ADDRESSES", "out"],
  ["helps with", "ADDRESSES", "out"],
  ["maakt", "MADE", "out"],
  ["maker", "MADE", "in"],
  ["makers", "MADE", "in"],
  ["ontwikkeld door", "MADE", "in"],
  ["made by", "MADE", "in"],
  ["gebruikt door", "USED_AT", "out"],
  ["used by", "USED_AT", "out"],
  ["deelnemers", "PARTICIPATES_IN", "in"],
  ["partners", "PARTICIPATES_IN", "in"],
  ["leden", "PARTICIPATES_IN", "in"],
  ["members", "PARTICIPATES_IN", "in"],
  ["lid van", "PARTICIPATES_IN", "out"],
  ["onderdeel van", "PART_OF", "out"],
  ["financier", "FUNDED_BY", "out"],
  ["gefinancierd door", "FUNDED_BY", "out"],
];

/** How people head a property, beside its own names. */
const propertyHeads: Readonly<Partial<Record<PropertyName, readonly string[]>>> = {
  city: ["stad", "woonplaats", "vestigingsplaats", "gemeente"],
  students: ["aantal studenten", "number of students"],
  since: ["vanaf jaar", "startjaar", "begin", "start", "van jaar"],
  until: ["tot", "eindjaar", "eind", "end"],
  year: ["jaartal"],
  website: ["site", "webadres", "webpagina", "homepage"],
  type: ["soort product", "vorm"],
  note: ["opmerking", "opmerkingen", "notitie", "note", "remarks"],
  uncertain: ["onzekerheid"],
};

const keyed = <Value>(rows: readonly (readonly [string, Value])[]) =>
  new Map(rows.map(([head, value]) => [headKey(head), value]));

const plainByHead = keyed(
  Object.entries(plainHeads).flatMap(([is, heads]) => heads.map((head) => [head, is as PlainMeaning] as const)),
);
const kindByHead = keyed(
  nodeKindNames.flatMap((kind) => {
    const { nl, en, label } = nodeKinds[kind];
    return [nl.one, nl.many, en.one, en.many, label, ...(kindHeads[kind] ?? [])].map((head) => [head, kind] as const);
  }),
);
const propertyByHead = keyed(
  Object.entries(propertySpecs).flatMap(([name, { nl, en }]) =>
    [nl, en, name, ...(propertyHeads[name as PropertyName] ?? [])].map((head) => [head, name as PropertyName] as const),
  ),
);

export const plainMeant = (head: string): PlainMeaning | undefined => plainByHead.get(headKey(head));
export const kindMeant = (head: string): NodeKind | undefined => kindByHead.get(headKey(head));
export const propertyMeant = (head: string): PropertyName | undefined => propertyByHead.get(headKey(head));
