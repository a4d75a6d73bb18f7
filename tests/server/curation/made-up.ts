import { Buffer } from "node:buffer";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";

/**
 * A list as the coordinator of a made-up network might keep it, with what goes wrong in such lists: a title above the heads, cells
 * merged, blanks, an empty row, somebody's spelling, a row twice that differs, a year that is none, a row without a name, several
 * values in a cell by commas and breaks, a fault of a formula, a word for the basis that nobody knows, and a column of no concern.
 */
export const list = `Vraagbaak netwerk De Verzonnen Vijf;;;;;;;;
;;;;;;;;
Instelling;Plaats;Website;Vraagstuk;Thema;Maakte product;Bron;Link bron;Grondslag;Kleur
  ROC Kikkerdam ;Kikkerdam;www.kikkerdam.example;Hoe houden we stagebedrijven betrokken?;Stage;"Stagekompas
Gesprekskaart";Jaarverslag Kikkerdam;https://kikkerdam.example/jaarverslag;staat in de bron;blauw
Café-College Éénhoorn;Hoornstad;;Hoe houden we stagebedrijven betrokken?;Stage, Begeleiding;;Verslag bijeenkomst mei;;afgeleid;
;;;;;;;;;
ROC Kikerdam;;;Hoe begeleiden we studenten op afstand?;Begeleiding;;Verslag bijeenkomst mei;;staat in de bron;
Vakschool Pannenkoek;;geen site;Hoe begeleiden we studenten op afstand?;"Stage; Begeleiding";Afstandskoffer;;;#N/B;
Avondschool De Uil;Uilendam;;Hoe begeleiden we studenten op afstand?; Hoe digitaal?;Begeleiding;;Eigen lijst;;staat in de bron;grijs
;Nergenshuizen;;;;;Eigen lijst;;staat in de bron;
`;

export const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString("base64");

/** A text in the encoding of Dutch Excel of old. */
export const inCp1252 = (text: string): Uint8Array => Buffer.from(text.replaceAll("€", "\u0080"), "latin1");

/** A workbook of a made-up network: a head stretched over two columns, a formula, a date, a fraction, and sheets of several kinds. */
export async function workbook(): Promise<Uint8Array> {
  const date = { value: new Date(Date.UTC(2021, 2, 12)), type: Date, format: "dd-mm-yyyy" };
  const sheet = (name: string, data: unknown[][]) => ({ sheet: name, data: data as SheetData });
  const written = await writeXlsxFile([
    sheet("Ruimtes", [
      [
        { value: "Over de ruimte", columnSpan: 2 },
        null,
        { value: "Mensen en middelen", columnSpan: 2 },
        null,
        "Waar het staat",
        null,
      ],
      ["Naam", "open sinds", "fte", "mobiel", "Bron", "Basis"],
      ["Verzonnen Lab", date, 0.8, true, "Verzonnen verslag", "staat in de bron"],
      ["Bedachte Studio", "binnenkort", { type: "Formula", value: "=1/5" }, false, "Verzonnen verslag", "afgeleid"],
    ]),
    sheet("Products", [
      ["Name", "Year", "Source", "Basis"],
      ["Verzonnen Koffer", "schooljaar 2022/2023", "https://verslag.example/koffer", "stated"],
    ]),
    sheet("Verbanden", [
      ["Van", "Verband", "Naar", "Bron", "Basis"],
      ["Verzonnen Koffer", "hoort bij", "Verzonnen Lab", "Verzonnen verslag", "staat in de bron"],
      ["Verzonnen Lab", "maakte", "Verzonnen Koffer", "Verzonnen verslag", "staat in de bron"],
      ["Verzonnen Koffer", "hoort bij", "Niemand", "Verzonnen verslag", "staat in de bron"],
    ]),
    sheet("Aantekeningen", [["Nog bellen"], ["Koffie halen"]]),
  ]);
  return written.toBuffer();
}

/**
 * What the coordinator of another made-up network has, in two sheets, with ten mistakes that people make: a title above the heads,
 * blanks, an empty row, a name spelt in another way, a row without a name, a formula without a result, a website that is none, rows
 * without a source or a basis, several values behind commas, and a year that is none.
 */
export async function networkWithMistakes(): Promise<Uint8Array> {
  const question = "Hoe houden we stagebedrijven betrokken?";
  const sheet = (name: string, data: unknown[][]) => ({ sheet: name, data: data as SheetData });
  const written = await writeXlsxFile([
    sheet("Instellingen", [
      ["Vraagbaak netwerk De Verzonnen Vijf, stand van mei"],
      [],
      ["Instelling", "Plaats", "Website", "Vraagstuk", "Thema", "Bron", "Grondslag", "Kleur"],
      [
        "  ROC  Kikkerdam ",
        "Kikkerdam",
        "www.kikkerdam.example",
        question,
        "Stage",
        "Jaarverslag Kikkerdam",
        "staat in de bron",
        "blauw",
      ],
      ["Café-College Éénhoorn", "Hoornstad", "geen site", question, "Stage, Begeleiding", "Verslag mei", "afgeleid", null],
      [],
      ["ROC Kikerdam", null, null, "Hoe begeleiden we studenten op afstand?", "Begeleiding", null, null, null],
      [null, "Nergenshuizen", null, null, null, "Verslag mei", "afgeleid", null],
      ["Vakschool Pannenkoek", "#N/B", null, "Hoe begeleiden we studenten op afstand?", "Begeleiding", null, null, null],
    ]),
    sheet("Producten", [
      ["Naam", "Jaar", "Gemaakt door", "Helpt bij vraagstuk", "Thema", "Bron", "Grondslag"],
      ["Stagekompas", "’21", "ROC Kikkerdam", question, "Stage, Begeleiding", "Jaarverslag Kikkerdam", "staat in de bron"],
      ["Gesprekskaart", "binnenkort", "Vakschool Pannenkoek", question, "Stage", "Verslag mei", "afgeleid"],
    ]),
  ]);
  return written.toBuffer();
}
