import type { AskedCall } from "../../app/calls.ts";

/** The languages in which a question to the API is written out, with the end of a file's name. */
export const scriptLanguages = { python: "py", r: "R", curl: "sh" } as const;
export type ScriptLanguage = keyof typeof scriptLanguages;
export const scriptLanguageNames = Object.keys(scriptLanguages) as readonly ScriptLanguage[];

/** A question with the whole address at which anybody can ask it. */
export type Question = Pick<AskedCall, "method" | "body" | "table" | "version"> & { readonly address: string };

/** A program that asks the same and gives the same answer. It needs no more than what its language commonly has. */
export const scriptOf = (question: Question, language: ScriptLanguage): string => scripts[language](question);

const scripts: Readonly<Record<ScriptLanguage, (question: Question) => string>> = { python, r, curl };

/** The same question with its list as a table. */
export const tableAddress = (address: string, dialect?: "dutch"): string =>
  `${address}${address.includes("?") ? "&" : "?"}format=csv${dialect ? `&dialect=${dialect}` : ""}`;

const dataNote = (version: string | undefined) => (version === undefined ? "" : `# Overlap, data version ${version}\n`);

function python({ method, address, body, table, version }: Question): string {
  const isPost = method === "POST";
  const rows = table === undefined ? "" : `[${JSON.stringify(table)}]`;
  return `${dataNote(version)}import json
from urllib.request import Request, urlopen

${isPost ? `question = ${pythonValue(body, "")}\n` : ""}request = Request(
    ${JSON.stringify(address)},
${isPost ? '    data=json.dumps(question).encode(),\n    headers={"content-type": "application/json"},\n' : ""})
with urlopen(request) as answer:
    found = json.load(answer)

${table === undefined ? "print(json.dumps(found, indent=2, ensure_ascii=False)[:2000])" : `for row in found${rows}[:10]:\n    print(row)\nprint(len(found${rows}), "in all")\n${pandas(isPost, address)}`}
`;
}

const pandas = (isPost: boolean, address: string): string =>
  isPost
    ? '# With pandas: pandas.DataFrame(found["rows"], columns=found.get("columns"))'
    : `# With pandas, as a table: pandas.read_csv(${JSON.stringify(tableAddress(address))})`;

/** A value of JSON as Python writes it; a text of several lines, line by line. */
function pythonValue(value: unknown, indent: string): string {
  const inner = `${indent}    `;
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return pythonText(value, indent);
  if (typeof value !== "object") return String(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((item) => `${inner}${pythonValue(item, inner)},\n`)
    : Object.entries(value)
        .filter(([, inside]) => inside !== undefined)
        .map(([key, inside]) => `${inner}${JSON.stringify(key)}: ${pythonValue(inside, inner)},\n`);
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join("")}${indent}${close}`;
}

function pythonText(text: string, indent: string): string {
  const lines = text.split(/(?<=\n)/);
  if (lines.length < 2) return JSON.stringify(text);
  return `(\n${lines.map((line) => `${indent}    ${JSON.stringify(line)}\n`).join("")}${indent})`;
}

function r({ method, address, body, table, version }: Question): string {
  const isPost = method === "POST";
  const rows = table === undefined ? "found" : `found$${table}`;
  const asked = isPost
    ? `library(httr2)

question <- ${JSON.stringify(JSON.stringify(body))}
answer <- request(${JSON.stringify(address)}) |>
  req_body_raw(question, type = "application/json") |>
  req_perform()
found <- jsonlite::fromJSON(resp_body_string(answer))`
    : `found <- jsonlite::fromJSON(${JSON.stringify(address)})`;
  const asTable = table === undefined || isPost ? "" : `\n# As a table: read.csv(${JSON.stringify(tableAddress(address))})`;
  return `${dataNote(version)}${asked}\nstr(${rows}, max.level = 1)${asTable}\n`;
}

function curl({ method, address, body, version }: Question): string {
  const sent =
    method === "POST"
      ? ` \\\n  --header 'content-type: application/json' \\\n  --data-raw ${shellText(JSON.stringify(body))}`
      : "";
  return `${dataNote(version)}curl --silent --show-error --fail-with-body ${shellText(address)}${sent}\n`;
}

/** A text that a shell takes as it is. */
const shellText = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
