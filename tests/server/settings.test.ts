import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSettings, SettingsError, settingShapes } from "../../server/settings.ts";

const example = parseEnv(readFileSync(join(import.meta.dirname, "..", "..", ".env.example"), "utf8"));

test(".env.example names every setting, with the value that it has when it is left out", () => {
  expect(Object.keys(example).sort()).toEqual(Object.keys(settingShapes).sort());
  expect(readSettings(example)).toEqual(readSettings({}));
});

test("what is left out, and what is empty, has its standard value", () => {
  const empty = Object.fromEntries(Object.keys(settingShapes).map((name) => [name, " "]));
  expect(readSettings(empty)).toEqual(readSettings({}));
  expect(readSettings({})).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    CORS_ORIGINS: [],
    FRAME_ORIGINS: [],
    TRUST_PROXY: false,
  });
  expect(readSettings({ SOMETHING: "else" })).not.toHaveProperty("SOMETHING");
});

test("values are read as what they are", () => {
  const settings = readSettings({
    PORT: "0",
    TRUST_PROXY: "10.0.0.0/8, ::1",
    BASE_PATH: "/mbo/overlap/",
    CORS_ORIGINS: "https://example.org, http://localhost:5173",
    NEO4J_URI: "neo4j+s://graph.example.org:7687",
    NEO4J_PASSWORD: "secret",
  });
  expect(settings).toMatchObject({
    PORT: 0,
    TRUST_PROXY: ["10.0.0.0/8", "::1"],
    BASE_PATH: "/mbo/overlap",
    CORS_ORIGINS: ["https://example.org", "http://localhost:5173"],
    NEO4J_URI: "neo4j+s://graph.example.org:7687",
    NEO4J_USER: "neo4j",
  });
});

test("TRUST_PROXY takes addresses of proxies, or how many of them stand in a row", () => {
  const read = (text: string) => readSettings({ TRUST_PROXY: text }).TRUST_PROXY;
  expect([read("false"), read("2"), read("loopback,192.0.2.1"), read("2001:db8::/32")]).toEqual([
    false,
    2,
    ["loopback", "192.0.2.1"],
    ["2001:db8::/32"],
  ]);
  expect(said({ TRUST_PROXY: "true" })).toContain("any client");
});

/** What is said of an environment that is wrong. */
function said(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "nothing";
}

describe("a wrong setting is named", () => {
  test.each([
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "3000.5"],
    ["NEO4J_URI", "localhost:7687"],
    ["NEO4J_URI", "http://localhost:7687"],
    ["LOG_LEVEL", "verbose"],
    ["RATE_LIMIT", "many"],
    ["TRUST_PROXY", "yes"],
    ["TRUST_PROXY", "true"],
    ["TRUST_PROXY", "0"],
    ["TRUST_PROXY", "11"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["TRUST_PROXY", "0.0.0.0/0"],
    ["TRUST_PROXY", "10.0.0.1, proxy.example.org"],
    ["BASE_PATH", "overlap"],
    ["BASE_PATH", "/over lap"],
    ["BASE_PATH", "/../overlap"],
    ["CLIENT_AT_ONCE", "0"],
    ["OVERLOAD_DELAY", "-1"],
    ["METRICS", "1"],
    ["CORS_ORIGINS", "example.org"],
    ["CORS_ORIGINS", "https://example.org/path"],
    ["CORS_ORIGINS", "*"],
    ["FRAME_ORIGINS", "*"],
    ["PATTERN_TIMEOUT", "31000"],
    ["PATTERN_ROWS", "0"],
    ["PATTERNS_AT_ONCE", "0"],
  ])("%s=%s", (name, value) => {
    expect(said({ [name]: value })).toContain(`\n  ${name}: `);
  });

  test("a Neo4j server without a password", () => {
    expect(said({ NEO4J_URI: "bolt://localhost:7687" })).toContain("\n  NEO4J_PASSWORD: needed when NEO4J_URI is set");
  });

  test("several at once, each on a line", () => {
    expect(said({ PORT: "x", RATE_LIMIT: "x" }).split("\n")).toHaveLength(3);
  });

  test("and its value never stands in what is said", () => {
    const secret = fc.stringMatching(/^[A-Z]{12,20}$/);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(settingShapes)), secret, (name, value) => {
        expect(said({ [name]: value })).not.toContain(value);
      }),
    );
  });
});
