/** What `IS ::` asks of a value, from the parse tree. */
import type { TypeTest } from "../../interpreter/plan.ts";
import { refusePart } from "../language/refuse.ts";
import type { Part } from "../language/syntax.ts";
import { allOfRule, hasWord, type Making, notHere, ofRule } from "./parts.ts";

/** By the words that Cypher has for them. */
const names: Readonly<Record<string, TypeTest["is"]>> = {
  NOTHING: "nothing",
  NULL: "null",
  ...named("BOOL BOOLEAN", "boolean"),
  ...named("VARCHAR STRING", "string"),
  ...named("INT INTEGER", "integer"),
  "SIGNED INTEGER": "integer",
  FLOAT: "float",
  DATE: "date",
  "LOCAL TIME": "localtime",
  "ZONED TIME": "time",
  "LOCAL DATETIME": "localdatetime",
  "ZONED DATETIME": "datetime",
  "TIME WITHOUT": "localtime",
  "TIME WITH": "time",
  "TIMESTAMP WITHOUT": "localdatetime",
  "TIMESTAMP WITH": "datetime",
  DURATION: "duration",
  ...named("NODE VERTEX", "node"),
  ...named("RELATIONSHIP EDGE", "link"),
  MAP: "map",
  ...named("PATH PATHS", "path"),
  VALUE: "anything",
};

function named(words: string, is: TypeTest["is"]): Record<string, TypeTest["is"]> {
  return Object.fromEntries(words.split(" ").map((word) => [word, is]));
}

export function typeOf(part: Part, make: Making): TypeTest {
  const tests = allOfRule(part, "typePart").map((one) => partOf(one, make));
  const [only, ...others] = tests;
  if (!only) return notHere(part, make);
  if (new Set(tests.map(({ notNull }) => notNull === true)).size > 1)
    refusePart("All types in a Closed Dynamic Union must be nullable, or all of them must be NOT NULL", part, make.tokens);
  return others.length === 0 ? only : { is: "either", tests };
}

/** A kind, and as often as LIST stands behind it, a list of that. */
function partOf(part: Part, make: Making): TypeTest {
  const name = ofRule(part, "typeName");
  if (!name) return notHere(part, make);
  const first = orNull(nameOf(name, make), ofRule(part, "typeNullability"));
  return allOfRule(part, "typeListSuffix").reduce<TypeTest>(
    (item, suffix) => orNull({ is: "list", tests: [item] }, ofRule(suffix, "typeNullability")),
    first,
  );
}

const orNull = (test: TypeTest, nullability: Part | undefined): TypeTest => (nullability ? { ...test, notNull: true } : test);

function nameOf(part: Part, make: Making): TypeTest {
  const inside = ofRule(part, "type");
  if (inside) {
    const test = typeOf(inside, make);
    return hasWord(part, "LIST") || hasWord(part, "ARRAY") ? { is: "list", tests: [test] } : test;
  }
  const words = part.parts.map(({ text }) => text.toUpperCase()).filter((word) => !/^(ANY|TIMEZONE|ZONE)$/.test(word));
  const written = words.join(" ").replace(/(WITH|WITHOUT) TIME$/, "$1");
  const is = written === "" ? "anything" : Object.hasOwn(names, written) ? names[written] : undefined;
  return is
    ? { is }
    : refusePart(
        `The embedded engine does not know ${written} after ::. Name what you mean, as in INTEGER | FLOAT | STRING`,
        part,
        make.tokens,
      );
}
