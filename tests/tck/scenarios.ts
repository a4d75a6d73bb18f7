/** The scenarios of the openCypher Technology Compatibility Kit, as its own files have them. They are fetched for the tests, and no part of this project. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";

export interface Scenario {
  /** As in `clauses/match`. */
  readonly folder: string;
  readonly name: string;
  readonly setUp: readonly string[];
  readonly params: Readonly<Record<string, string>>;
  readonly query: string;
  readonly expected: Expected;
}

export type Expected =
  | { readonly is: "error" }
  | {
      readonly is: "rows";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly inOrder: boolean;
      /** Lists may have their items in another order. */
      readonly anyListOrder: boolean;
    };

const root = join(import.meta.dirname, "..", "..");
const version = /<artifactId>tck<\/artifactId>\s*<version>([^<]+)</.exec(
  readFileSync(join(import.meta.dirname, "pom.xml"), "utf8"),
)?.[1];
const folder = join(root, ".cache", "tck", version ?? "");

/** Why there are no scenarios here, or undefined when there are. */
export const whyNoScenarios = (): string | undefined =>
  existsSync(join(folder, "features"))
    ? undefined
    : `The openCypher TCK ${version} is not in .cache/. \`node scripts/setup.mjs test\` fetches it where Maven is installed.`;

interface Step {
  readonly text: string;
  readonly argument?: {
    readonly docString?: { readonly content: string };
    readonly dataTable?: { readonly rows: readonly { readonly cells: readonly { readonly value: string }[] }[] };
  };
}

/** Every scenario whose queries only read, outlines filled in. */
export function readingScenarios(): Scenario[] {
  return readdirSync(join(folder, "features"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".feature"))
    .map((file) => join("features", file))
    .sort()
    .flatMap((file) => scenariosIn(file))
    .filter(({ query }) => !writes(query));
}

function scenariosIn(file: string): Scenario[] {
  let id = 0;
  const next = () => String(id++);
  const document = new Parser(new AstBuilder(next), new GherkinClassicTokenMatcher()).parse(
    readFileSync(join(folder, file), "utf8"),
  );
  const where = relative("features", join(file, ".."));
  return compile(document, file, next).flatMap(({ name, steps }) => {
    const scenario = scenarioOf(steps as readonly Step[]);
    return scenario ? [{ folder: where, name: `${file.replace(/^.*\/|\.feature$/g, "")}: ${name}`, ...scenario }] : [];
  });
}

function scenarioOf(steps: readonly Step[]): Omit<Scenario, "folder" | "name"> | undefined {
  const setUp: string[] = [];
  let params: Record<string, string> = {};
  let query: string | undefined;
  let expected: Expected | undefined;
  for (const { text, argument } of steps) {
    const words = argument?.docString?.content ?? "";
    const table = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [];
    const graph = /^the (\S+) graph$/.exec(text)?.[1];
    if (graph) setUp.push(readFileSync(join(folder, "graphs", graph, `${graph}.cypher`), "utf8").replace(/;\s*$/, ""));
    else if (text === "having executed:") setUp.push(words);
    else if (text === "parameters are:") params = Object.fromEntries(table.map(([name = "", value = ""]) => [name, value]));
    else if (text === "executing query:") query = words;
    else if (/^there exists a procedure/.test(text) || /control query/.test(text)) return undefined;
    else if (/ should be raised /.test(text)) expected = { is: "error" };
    else if (text === "the result should be empty")
      expected = { is: "rows", columns: [], rows: [], inOrder: false, anyListOrder: false };
    else if (/^the result should be/.test(text)) {
      const [columns = [], ...rows] = table;
      const anyListOrder = /ignoring element order/.test(text);
      expected = { is: "rows", columns, rows, inOrder: /, in order/.test(text), anyListOrder };
    }
  }
  return query === undefined || !expected ? undefined : { setUp, params, query, expected };
}

const aside = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

const writes = (query: string): boolean =>
  /(?<![.:$\w])(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH)(?!\w)/i.test(query.replace(aside, " "));
