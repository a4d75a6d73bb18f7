import { folder } from "./app.ts";

const stated = [{ source: "source:page", basis: "stated" }];
const derived = [{ source: "source:page", basis: "derived", note: "Volgt uit de pagina." }];

const node = (id: string, name: string, nameEn: string, more: object = {}) => ({ id, name, nameEn, evidence: stated, ...more });

/** A data set small enough to know by heart: three institutions, what two of them ask, and what the third made. */
export const smallFiles = {
  "sources.json": [
    { id: "source:page", title: "Een pagina", url: "https://example.org/pagina" },
    { id: "source:report", title: "Een verslag" },
    { id: "source:blog", title: "Een blog", url: "https://example.org/jan", urlNamesPerson: true },
  ],
  "synonyms.json": [{ language: "nl", words: ["bril", "headset"] }],
  "nodes/institution.json": [
    node("institution:noord", "Noord College", "North College", { properties: { city: "Groningen" }, otherNames: ["ROC Noord"] }),
    node("institution:oost", "Oost College", "East College"),
    node("institution:zuid", "Zuid College", "South College"),
  ],
  "nodes/question.json": [
    node("question:vr", "Hoe zet je virtual reality in?", "How do you use virtual reality?", {
      description: "Over brillen in de les.",
      descriptionEn: "About headsets in class.",
      properties: { year: 2021 },
    }),
  ],
  "nodes/theme.json": [
    node("theme:ict", "Ict", "ICT"),
    node("theme:xr", "Extended reality", "Extended reality", { evidence: derived }),
  ],
  "nodes/product.json": [node("product:bril", "Brillenkoffer", "Headset case", { evidence: [...stated, ...derived] })],
  "nodes/network.json": [
    node("network:net", "Netwerk XR", "XR Network", {
      claims: [
        { about: "leden", value: "zes", source: "source:page" },
        { about: "leden", value: "zeven", source: "source:report" },
      ],
    }),
  ],
  "links/asks.json": [
    { from: "institution:noord", kind: "ASKS", to: "question:vr", evidence: stated },
    { from: "institution:oost", kind: "ASKS", to: "question:vr", evidence: derived },
  ],
  "links/about.json": [{ from: "question:vr", kind: "ABOUT", to: "theme:xr", evidence: derived }],
  "links/broader.json": [{ from: "theme:xr", kind: "BROADER", to: "theme:ict", evidence: derived }],
  "links/made.json": [
    { from: "institution:zuid", kind: "MADE", to: "product:bril", properties: { since: 2020 }, evidence: stated },
  ],
  "links/addresses.json": [
    {
      from: "product:bril",
      kind: "ADDRESSES",
      to: "question:vr",
      properties: { conflict: "Het verslag zegt iets anders." },
      evidence: [...derived, { source: "source:blog", basis: "stated" }],
    },
  ],
  "links/participates-in.json": [
    { from: "institution:noord", kind: "PARTICIPATES_IN", to: "network:net", evidence: stated },
    { from: "institution:zuid", kind: "PARTICIPATES_IN", to: "network:net", evidence: stated },
  ],
};

export const smallFolder = (): Map<string, Uint8Array> => folder(smallFiles);

/** The small data set with one name and one year changed, a node more and a link less. */
export const changedFiles = {
  ...smallFiles,
  "nodes/question.json": [{ ...smallFiles["nodes/question.json"][0], properties: { year: 2022 } }],
  "nodes/theme.json": [...smallFiles["nodes/theme.json"], { id: "theme:les", name: "Les", nameEn: "Lesson", evidence: stated }],
  "links/asks.json": smallFiles["links/asks.json"].slice(0, 1),
};
export const changedFolder = () => folder(changedFiles);
