import type { Language } from "../../model/graph.ts";
import { download } from "../ui/download.ts";

const rows: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  nl: [
    ["Instelling", "Plaats", "Website", "Vraagstuk", "Thema", "Maakte product", "Bron", "Link bron", "Grondslag"],
    [
      "Verzonnen College",
      "Nergenshuizen",
      "https://verzonnen.example",
      "Hoe houden we stagebedrijven betrokken?",
      "Stage; Begeleiding",
      "Stagekompas",
      "Jaarverslag Verzonnen College",
      "https://verzonnen.example/jaarverslag",
      "staat in de bron",
    ],
    [
      "Voorbeeldschool",
      "Voorbeeldstad",
      "",
      "Hoe houden we stagebedrijven betrokken?",
      "Stage",
      "",
      "Eigen inventarisatie",
      "",
      "afgeleid",
    ],
  ],
  en: [
    ["Institution", "City", "Website", "Question", "Theme", "Made product", "Source", "Source url", "Basis"],
    [
      "Made-up College",
      "Nowhere",
      "https://made-up.example",
      "How do we keep companies involved?",
      "Internship; Guidance",
      "Internship compass",
      "Annual report of Made-up College",
      "https://made-up.example/report",
      "stated",
    ],
    ["Example School", "Exampleton", "", "How do we keep companies involved?", "Internship", "", "Our own survey", "", "derived"],
  ],
};

/** Lets the browser keep an example, in the form in which Dutch and English programs open it with a double click. */
export function downloadTemplate(language: Language): void {
  const mark = language === "nl" ? ";" : ",";
  const cell = (text: string) => (/[;,"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = rows[language].map((row) => row.map(cell).join(mark)).join("\r\n");
  download(language === "nl" ? "overlap-voorbeeld.csv" : "overlap-example.csv", "text/csv;charset=utf-8", `\ufeff${text}\r\n`);
}
