import { folder } from "../app.ts";

const stated = [{ source: "source:page", basis: "stated" }];
const both = [...stated, { source: "source:report", basis: "derived", note: 'Volgt uit; het "verslag", blz. 3' }];

const node = (id: string, name: string, more: object = {}) => ({ id, name, nameEn: `${name} (en)`, evidence: stated, ...more });

/** Texts that have a meaning in one form or another, of which none may be lost or understood. */
export const awkwardTexts = [
  "=1+1",
  "@SUM(A1)",
  "-vooraan een streepje",
  `"tussen 'aanhalingstekens'"`,
  "puntkomma; komma, punt. en | streep",
  "twee\nregels\r\nen een\ttab",
  "a < b && c > d ]]> <tag/>",
  "_x0041_ en \\u0041 en \\ en \\n",
  "emoji 😀, ĳ, é en e\u0301, 漢字",
  "0012",
  "NA",
  '{"json": [1, null]}',
  "'enkel",
];

/** A data set with such texts, parallel links, a lone node, lists of one and of several, and properties of every kind. */
export const awkwardFiles = {
  "sources.json": [
    { id: "source:page", title: "Een 'pagina'; met, tekens", url: "https://example.org/pagina?a=1&b=(2)" },
    { id: "source:report", title: "Een verslag" },
    { id: "source:blog", title: "Een blog", url: "https://example.org/jan", urlNamesPerson: true },
  ],
  "nodes/institution.json": [
    node("institution:noord", "Noord", {
      otherNames: ["ROC Noord; Oost", 'x, "y"'],
      properties: { city: "'s-Hertogenbosch", website: "https://example.org/?q=a b" },
      evidence: both,
    }),
    node("institution:alleen", "Alleen"),
  ],
  "nodes/product.json": awkwardTexts.map((text, index) =>
    node(`product:p${index}`, text, {
      description: text,
      descriptionEn: text,
      otherNames: [text],
      properties: { year: 2000 + index, type: text },
    }),
  ),
  "nodes/space.json": [
    node("space:mobiel", "Mobiel", { properties: { mobile: true, since: 1999, until: 2021 } }),
    node("space:vast", "Vast", { properties: { mobile: false } }),
  ],
  "nodes/network.json": [
    node("network:net", "Net", {
      properties: { size: "ruim 20" },
      claims: [
        { about: "leden", value: "zes; of zeven", source: "source:page" },
        { about: "leden", value: "acht", source: "source:report" },
      ],
    }),
  ],
  "nodes/theme.json": [node("theme:ruim", "Ruim"), node("theme:nauw", "Nauw")],
  "links/made.json": [
    ...awkwardTexts.map((text, index) => ({
      from: "institution:noord",
      kind: "MADE",
      to: `product:p${index}`,
      properties: { since: 1990 + index, note: text },
      evidence: index % 2 === 0 ? stated : both,
    })),
    { from: "network:net", kind: "MADE", to: "product:p1", evidence: [{ source: "source:blog", basis: "derived" }] },
  ],
  "links/resulted-in.json": [
    { from: "institution:noord", kind: "RESULTED_IN", to: "product:p0", evidence: both },
    { from: "network:net", kind: "RESULTED_IN", to: "product:p1", properties: { conflict: "=Verschil" }, evidence: stated },
  ],
  "links/used-at.json": [{ from: "product:p0", kind: "USED_AT", to: "institution:noord", evidence: stated }],
  "links/broader.json": [{ from: "theme:nauw", kind: "BROADER", to: "theme:ruim", evidence: stated }],
};

export const awkwardFolder = (): Map<string, Uint8Array> => folder(awkwardFiles);
