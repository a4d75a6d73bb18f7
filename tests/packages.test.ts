import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vite";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const json = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
const {
  dependencies,
  devDependencies,
}: Record<"dependencies" | "devDependencies", Record<string, string>> = json("package.json");

interface Locked {
  readonly version: string;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const locked: Readonly<Record<string, Locked>> = json("package-lock.json").packages;

test("the lock file has every optional package by name, for npm refuses it otherwise", () => {
  const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in locked) && !(`${path}/node_modules/${name}` in locked),
    ),
  );
  expect(missing).toEqual([]);
});

test("every version is exact, and the one that is locked", () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
});

test("what the server needs when it runs is no package for development", () => {
  const files = ["server", "model"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const used = new Set(files.filter((name) => name.endsWith(".ts")).flatMap(packagesIn));
  expect([...used].filter((name) => !(name in dependencies))).toEqual([]);
  expect([...used]).toContain("fastify");
});

/** The packages that a file imports, but for their types alone. */
function packagesIn(file: string): string[] {
  return parseAst(readFileSync(join(root, file), "utf8"), { lang: "ts" }).body.flatMap((statement) => {
    if (statement.type !== "ImportDeclaration" || ("importKind" in statement && statement.importKind === "type")) return [];
    const [, name] = /^((?:@[\w-]+\/)?[\w-]+)/.exec(String(statement.source.value)) ?? [];
    return name === undefined || name === "node" ? [] : [name];
  });
}
