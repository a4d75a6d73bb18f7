import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parseAst } from "vite";
import { describe, expect, test } from "vitest";

/** What every feature of the server may stand on: the grounds under it, and never another feature. */
const serverFeature = [
  "model",
  "zod",
  "server/http",
  "server/archive",
  "server/dataset",
  "server/cache",
  "server/queries",
  "server/store/store.ts",
  "server/tables",
  "server/turns",
];
/** The same for the page. */
const webFeature = ["model", "zod", "lit", "@lit/context", "@lit/task", "web/app", "web/ui", "web/drawing"];

/** What is imported by a name that is only made when it runs. */
const notKnown = "(not known before it runs)";

/** Pure: no store, no file and no clock. */
const pureCaches = ["server/cache/once-per.ts", "server/cache/recent.ts"];
const ranking = ["model", ...pureCaches, "server/analysis/graph", "server/analysis/profile", "server/analysis/reasons"];
const engine = ["model", "zod", "node:", "server/store/*", "server/cypher-gate", "server/interpreter", "server/process"];

/**
 * Layer → what it may import: a folder, a file, a package, a family of packages that ends with `/` or `:`, or, with `/*`, the
 * files of a folder without the folders in it. The longest name that fits a file is its layer; a layer may always import
 * itself. A new feature is one line here for the server and one for the page.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  model: ["zod"],
  client: ["model", "zod"],

  "server/process": ["model", "node:", "tsx"],
  "server/cypher-gate/given": ["model"],
  "server/interpreter": ["model"],
  "server/cypher-gate/language": ["model"],
  // a file within a package has no name that an import could give it
  "server/cypher-gate/language/grammar.ts": ["@neo4j-cypher/language-support", "antlr4", "node:", notKnown],
  "server/cypher-gate/meaning": ["model", "server/cypher-gate/given", "server/cypher-gate/language"],
  "server/cypher-gate/cost": ["model", "server/cypher-gate/given", "server/cypher-gate/language"],
  "server/cypher-gate": ["model", "server/process", "server/cache/recent.ts", "server/interpreter/plan.ts"],
  "server/store": ["model", "zod"],
  "server/store/interpreted": [...engine, "server/archive"],
  "server/store/grafeo": [...engine, "server/store/interpreted", "@grafeo-db/js"],
  "server/store/neo4j": [...engine, "server/store/interpreted", "neo4j-driver"],
  "server/queries": ["model", "zod", "server/store/store.ts"],
  "server/archive": ["model", "zod", "node:"],
  "server/cache": ["model", "lru-cache", "server/queries", "server/store/store.ts"],
  "server/tables": ["model", "csv-stringify/", "server/analysis/graph/steps.ts"],
  "server/turns": ["server/analysis/graph/steps.ts"],
  "server/analysis/graph": ["model", ...pureCaches],
  "server/analysis/profile": ["model", ...pureCaches, "server/analysis/graph"],
  "server/analysis/reasons": ["model", ...pureCaches, "server/analysis/graph", "server/analysis/profile"],
  "server/analysis/metrics": ["graphology", "graphology-communities-louvain", "server/analysis/graph"],
  "server/analysis/paths": ["server/analysis/graph"],
  "server/analysis/peers": ranking,
  "server/analysis/opportunities": ranking,
  "server/analysis/comparison": ranking,
  "server/analysis/text": ["model", "@orama/stemmers/", ...pureCaches, "server/analysis/graph"],
  "server/analysis/wording": [
    ...ranking,
    "server/analysis/peers",
    "server/analysis/opportunities",
    "server/analysis/comparison",
    "server/analysis/text",
  ],
  "server/dataset": [
    "model",
    "zod",
    "node:",
    "jsonc-parser",
    "server/analysis/graph/steps.ts",
    "server/analysis/text",
    "server/archive",
    "server/cache",
    "server/queries",
    "server/store/store.ts",
    "server/turns",
  ],
  "server/http": [
    "model",
    "zod",
    "node:",
    "fastify",
    "@fastify/",
    "fastify-type-provider-zod",
    "negotiator",
    "prom-client",
    "server/analysis/graph/steps.ts",
    "server/cache",
    "server/store/*",
    "server/tables",
    "server/turns",
  ],
  "server/accounts": [...serverFeature, "fastify", "@fastify/cookie", "node:crypto"],
  "server/curation": [
    ...serverFeature,
    "node:buffer",
    "papaparse",
    "read-excel-file/",
    "server/analysis/graph/steps.ts",
    "server/analysis/text",
    "server/process",
  ],
  "server/explore": [...serverFeature, "server/analysis/text", "server/analysis/graph", "server/analysis/paths"],
  "server/discovery": [...serverFeature, "server/analysis"],
  "server/patterns": [...serverFeature, "server/analysis/text", "server/interpreter/moments", "server/process/turns.ts"],
  "server/numbers": [...serverFeature, "server/analysis/graph", "server/analysis/metrics", "server/process"],
  "server/cite": [...serverFeature, "node:crypto", "node:stream", "server/analysis/graph/steps.ts"],
  "server/versions": [...serverFeature, "node:", "yauzl", "yazl", "fastify"],
  "server/exports": serverFeature,
  "server/exports/content": ["model", "server/queries/rows.ts"],
  "server/exports/formats": [
    "model",
    "node:stream",
    "csv-stringify/",
    "entities",
    "n3",
    "yazl",
    "server/tables",
    "server/archive/content-hash.ts",
    "server/dataset/statements.ts",
    "server/dataset/stored-form.ts",
    "server/exports/content",
    "server/queries/rows.ts",
  ],
  "server/settings.ts": ["model", "zod", "node:"],
  "server/*": ["model", "zod", "node:", "server", "fastify"],

  "web/app": ["model", "zod", "lit", "@lit/context"],
  "web/ui": ["model", "zod", "lit", "@lit/context", "@lit/task", "lucide-static", "@fontsource-variable/", "web/app"],
  "web/drawing": [
    "model",
    "lit",
    "@lit/context",
    "@lit/task",
    "d3-force",
    "graphology",
    "graphology-communities-louvain",
    "web/app",
    "web/ui",
  ],
  "web/accounts": webFeature,
  "web/start": webFeature,
  "web/explore": webFeature,
  "web/explore/embed": [...webFeature, "web/explore/*"],
  "web/patterns": webFeature,
  "web/patterns/builder": [...webFeature, "web/patterns/*"],
  "web/patterns/table": [...webFeature, "web/patterns/*", "@tanstack/virtual-core"],
  "web/patterns/console": [...webFeature, "web/patterns/*", "@codemirror/", "@lezer/highlight"],
  "web/numbers": webFeature,
  "web/cite": webFeature,
  "web/versions": webFeature,
  "web/curation": webFeature,
  "web/discovery": webFeature,
  "web/discovery/institution": [...webFeature, "web/discovery/*"],
  "web/discovery/opportunities": [...webFeature, "web/discovery/*"],
  "web/discovery/overlap": [...webFeature, "web/discovery/*"],
  "web/discovery/question": [...webFeature, "web/discovery/*"],
  "web/site": ["model", "lit", "@lit/context", "web"],
  "web/vite.config.ts": ["vite", "node:url"],
  "web/vite.embed.config.ts": ["vite", "node:url"],
};

/** What only these files may import: one place each for a library that must be easy to change. */
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  "@grafeo-db/js": ["server/store/grafeo/engine.ts"],
  "neo4j-driver": ["server/store/neo4j/driver.ts"],
  "@neo4j-cypher/language-support": ["server/cypher-gate/language/grammar.ts"],
  antlr4: ["server/cypher-gate/language/grammar.ts"],
  "d3-force": ["web/drawing/structure.ts"],
  "@tanstack/virtual-core": ["web/patterns/table/row-window.ts"],
};

interface Import {
  readonly target: string;
  /** `type` is gone when it runs; `late` is fetched when it is needed. */
  readonly when: "start" | "late" | "type";
}

type Tree = { readonly type?: string } & Readonly<Record<string, unknown>>;

const root = join(import.meta.dirname, "..");
const files = ["model", "client", "server", "web"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((name) => /\.m?ts$/.test(name) && !/node_modules|^client\/dist/.test(name)),
);
const source = (file: string) => readFileSync(join(root, file), "utf8");

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;
const textOf = (value: unknown) => (isTree(value) && typeof value.value === "string" ? value.value : undefined);

/** What a node of a syntax tree imports: in whichever way one file can name another. */
function importIn(node: Tree): Import[] {
  const isType = node.importKind === "type" || node.exportKind === "type";
  const [first, second] = Array.isArray(node.arguments) ? node.arguments : [];
  const named = (target: string | undefined, when: Import["when"]) => [{ target: target ?? notKnown, when }];
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
      return named(textOf(node.source), isType ? "type" : "start");
    case "ExportNamedDeclaration":
      return node.source ? named(textOf(node.source), isType ? "type" : "start") : [];
    case "ImportExpression":
      return named(textOf(node.source), "late");
    case "TSImportType":
      return named(textOf(node.source) ?? textOf(isTree(node.argument) ? node.argument.literal : undefined), "type");
    case "CallExpression":
      return isRequire(node.callee) ? named(textOf(first), "start") : [];
    case "NewExpression":
      // new URL("./worker.ts", import.meta.url)
      return nameOf(node.callee) === "URL" &&
        isTree(second) &&
        second.type === "MemberExpression" &&
        textOf(first)?.endsWith(".ts")
        ? named(textOf(first), "late")
        : [];
    default:
      return [];
  }
}

const nameOf = (value: unknown) => (isTree(value) ? value.name : undefined);
/** `require` itself, what `createRequire` gives, or the `resolve` of that. */
const isRequire = (callee: unknown): boolean =>
  nameOf(callee) === "require" ||
  (isTree(callee) && callee.type === "CallExpression" && nameOf(callee.callee) === "createRequire") ||
  (isTree(callee) && callee.type === "MemberExpression" && nameOf(callee.property) === "resolve" && isRequire(callee.object));

function importsIn(tree: unknown): Import[] {
  if (Array.isArray(tree)) return tree.flatMap(importsIn);
  if (!isTree(tree)) return [];
  return [...importIn(tree), ...Object.values(tree).flatMap(importsIn)];
}

/** Files by their path from the root, packages by their name. */
function importsOf(file: string): Import[] {
  return importsIn(parseAst(source(file), { lang: "ts" })).map(({ target, when }) => ({
    target: target.startsWith(".") ? posix.join(posix.dirname(file), target.replace(/\?.*$/, "")) : target,
    when,
  }));
}
const imports = new Map(files.map((file) => [file, importsOf(file)]));

function fits(target: string, name: string): boolean {
  if (name.endsWith("/*")) return posix.dirname(target) === name.slice(0, -2);
  return target === name || target.startsWith(/[/:]$/.test(name) ? name : `${name}/`);
}
const layerOf = (file: string) =>
  Object.keys(layers)
    .filter((name) => fits(file, name))
    .sort((one, other) => other.length - one.length)[0];

describe("what a file may import", () => {
  test.each(files)("%s", (file) => {
    const layer = layerOf(file);
    if (layer === undefined) throw new Error("it is in no layer");
    const allowed = [layer, ...(layers[layer] ?? [])];
    const targets = (imports.get(file) ?? []).map(({ target }) => target);
    expect(targets.filter((target) => !allowed.some((name) => fits(target, name)))).toEqual([]);
  });

  test("every file that is imported is there", () => {
    const missing = [...imports].flatMap(([file, targets]) =>
      targets.filter(({ target }) => /\.ts$/.test(target) && !files.includes(target)).map(({ target }) => `${file} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  test.each(Object.entries(onlyIn))("%s is used in one place", (name, places) => {
    const users = [...imports].flatMap(([file, targets]) =>
      targets.some(({ target, when }) => fits(target, name) && when !== "type") ? [file] : [],
    );
    expect(users.sort()).toEqual([...places].sort());
  });

  test("HTTP and features know the type of the port alone, never an adapter", () => {
    for (const [file, targets] of imports)
      if (/^server\/(http|accounts|curation|explore|discovery|patterns|exports|numbers|cite|versions)\//.test(file))
        expect(
          targets.filter(({ target, when }) => target.startsWith("server/store/") && when !== "type"),
          file,
        ).toEqual([]);
  });
});

/** Every way from a thing back to itself, over whatever `next` leads to. */
function circles(things: Iterable<string>, next: (thing: string) => Iterable<string>): string[] {
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (thing: string, path: readonly string[]): void => {
    if (state.get(thing) === "open") found.push([...path.slice(path.indexOf(thing)), thing].join(" → "));
    if (state.has(thing)) return;
    state.set(thing, "open");
    for (const other of next(thing)) visit(other, [...path, thing]);
    state.set(thing, "done");
  };
  for (const thing of things) visit(thing, []);
  return found;
}

describe("nothing needs itself, over however many others, not even for a type", () => {
  /** What is fetched late may lead back: a page that is loaded when it is visited, say. */
  const needs = (file: string) =>
    (imports.get(file) ?? []).filter(({ target, when }) => when !== "late" && imports.has(target)).map(({ target }) => target);

  test("no file", () => {
    expect(circles(files, needs)).toEqual([]);
  });

  test("no room", () => {
    const rooms = new Set(files.map((file) => posix.dirname(file)));
    const roomsNear = (room: string) =>
      files
        .filter((file) => posix.dirname(file) === room)
        .flatMap(needs)
        .map((file) => posix.dirname(file))
        .filter((other) => other !== room);
    expect(circles(rooms, roomsNear)).toEqual([]);
  });
});

describe("what stands in one file alone", () => {
  const withText = (folder: string, pattern: RegExp) =>
    files.filter((file) => file.startsWith(`${folder}/`) && pattern.test(withoutComments(source(file))));

  test("the environment is read in one file of server, fetch is called in one file of web", () => {
    expect([...withText("server", /\bprocess\s*\.\s*env\b/), ...withText("model", /\bprocess\b/)]).toEqual([
      "server/settings.ts",
    ]);
    expect(withText("web", /\bfetch\s*\(|XMLHttpRequest|sendBeacon|EventSource|WebSocket/)).toEqual(["web/app/api.ts"]);
    expect(withText("server", /\bfetch\s*\(/)).toEqual([]);
  });

  test("nothing is loaded from another site", () => {
    expect(withText("web", /(?:src|href)\s*=\s*["'`]https?:|import\s*\(?\s*["'`]https?:|url\(\s*["']?https?:/)).toEqual([]);
  });

  test("no barrels, no drawers for odds and ends", () => {
    expect(files.filter((file) => /(^|\/)(index|utils?|helpers?|common|misc)\.ts$/.test(file))).toEqual([]);
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)\//.test(file))).toEqual([]);
  });
});

const withoutComments = (text: string) => text.replace(/\/\*.*?\*\/|(^|\s)\/\/[^\n]*/gs, " ");

describe("the size of a file", () => {
  test.each(files)("%s", (file) => {
    expect(source(file).split("\n").length).toBeLessThanOrEqual(400);
  });
});

test("this test would see an import however it is written", () => {
  const text = `
    import a from "./a.ts"; import type { B } from "./b.ts"; export * from "./c.ts"; export { d } from "./d.ts";
    const e = await import("./e.ts"); type F = import("./f.ts").F; const g = require("./g.ts"); import "./h.ts";
    new Worker(new URL("./i.ts", import.meta.url)); const j = await import(a);
    const k = createRequire(import.meta.url)("./k.ts");`;
  const found = importsIn(parseAst(text, { lang: "ts" })).map(({ target }) => target);
  expect(found).toEqual([
    "./a.ts",
    "./b.ts",
    "./c.ts",
    "./d.ts",
    "./e.ts",
    "./f.ts",
    "./g.ts",
    "./h.ts",
    "./i.ts",
    "(not known before it runs)",
    "./k.ts",
  ]);
  expect(dirname(layerOf("server/queries/x.ts") ?? "")).toBe("server");
});
