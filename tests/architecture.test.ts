import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parseAst } from "vite";
import { describe, expect, test } from "vitest";

/**
 * Layer → what it may import: a folder, a file, a package, or a family of packages that ends with `/` or `:`. The longest name
 * that fits a file is its layer, and a layer may always import itself. `server/*` are the files of server/ itself, a job each.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  model: ["zod"],
  "server/graph": ["model", "zod", "node:", "@grafeo-db/js", "neo4j-driver", "@neo4j-cypher/language-support"],
  "server/queries": ["model", "zod", "server/graph/store.ts"],
  "server/analysis": ["model", "snowball-stemmers"],
  "server/import": ["model", "zod", "jsonc-parser", "node:crypto"],
  "server/*": ["model", "zod", "node:", "server/graph", "server/queries", "server/analysis", "server/import"],
  "server/main.ts": ["server/*", "model", "node:", "server/api/app.ts"],
  "server/api": [
    "model",
    "zod",
    "node:",
    "fastify",
    "@fastify/",
    "fastify-type-provider-zod",
    "server/*",
    "server/graph/store.ts",
  ],
  web: ["model", "zod", "lit", "@lit/task", "lucide-static", "cytoscape", "cytoscape-fcose", "@fontsource-variable/"],
  "web/vite.config.ts": ["vite", "node:url"],
};

/** What only these files may import: one place each for a library that must be easy to change. */
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  "@grafeo-db/js": ["server/graph/grafeo.ts"],
  "neo4j-driver": ["server/graph/bolt.ts"],
  "@neo4j-cypher/language-support": ["server/graph/gate/language.ts"],
  // It draws in one file, and works out places in another, which runs in a worker.
  cytoscape: ["web/elements/graph-canvas.ts", "web/explore/layout-worker.ts"],
  "cytoscape-fcose": ["web/explore/layout-worker.ts"],
};

interface Import {
  readonly target: string;
  /** `type` is gone when it runs; `late` is fetched when it is needed. */
  readonly when: "start" | "late" | "type";
}

type Tree = { readonly type?: string } & Readonly<Record<string, unknown>>;

const root = join(import.meta.dirname, "..");
const files = ["model", "server", "web"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((name) => /\.m?ts$/.test(name) && !name.includes("node_modules")),
);
const source = (file: string) => readFileSync(join(root, file), "utf8");

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;
const textOf = (value: unknown) => (isTree(value) && typeof value.value === "string" ? value.value : undefined);

/** What a node of a syntax tree imports: in whichever way one file can name another. */
function importIn(node: Tree): Import[] {
  const isType = node.importKind === "type" || node.exportKind === "type";
  const [first, second] = Array.isArray(node.arguments) ? node.arguments : [];
  const named = (target: string | undefined, when: Import["when"]) => [{ target: target ?? "(not known before it runs)", when }];
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
/** `require` itself, or what `createRequire` gives. */
const isRequire = (callee: unknown) =>
  nameOf(callee) === "require" ||
  (isTree(callee) && callee.type === "CallExpression" && nameOf(callee.callee) === "createRequire");

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
  if (name === "server/*") return /^server\/[^/]+\.ts$/.test(target);
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

  test("the API never runs a query: of the port it knows the type alone", () => {
    for (const [file, targets] of imports)
      if (file.startsWith("server/api/"))
        expect(
          targets.filter(({ target, when }) => target.startsWith("server/graph/") && when !== "type"),
          file,
        ).toEqual([]);
  });
});

test("nothing needs itself in order to start, over however many others", () => {
  const state = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === "open") cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (state.has(file)) return;
    state.set(file, "open");
    for (const { target, when } of imports.get(file) ?? [])
      if (when === "start" && imports.has(target)) visit(target, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

describe("what stands in one file alone", () => {
  const withText = (folder: string, pattern: RegExp) =>
    files.filter((file) => file.startsWith(`${folder}/`) && pattern.test(withoutComments(source(file))));

  test("the environment is read in one file of server, fetch is called in one file of web", () => {
    expect([...withText("server", /\bprocess\s*\.\s*env\b/), ...withText("model", /\bprocess\b/)]).toEqual([
      "server/settings.ts",
    ]);
    expect(withText("web", /\bfetch\s*\(|XMLHttpRequest|sendBeacon|EventSource|WebSocket/)).toEqual(["web/api.ts"]);
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
