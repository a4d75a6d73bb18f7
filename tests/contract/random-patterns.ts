import fc from "fast-check";
import { linkKindNames, nodeKinds } from "../../model/kinds.ts";

const labels = Object.values(nodeKinds).map(({ label }) => label);

/** A property, and values to compare it with. */
const compared = fc.oneof(
  fc.tuple(
    fc.constantFrom("year", "since"),
    fc.constantFrom("=", "<>", "<", "<=", ">", ">="),
    fc.integer({ min: 2008, max: 2024 }).map(String),
  ),
  fc.tuple(
    fc.constant("name"),
    fc.constantFrom("CONTAINS", "STARTS WITH", "ENDS WITH", "<", ">="),
    fc.constantFrom("'e'", "'Leer'", "'t'", "''"),
  ),
  fc.tuple(
    fc.constantFrom("city", "status", "nope"),
    fc.constantFrom("=", "<>", "CONTAINS"),
    fc.constantFrom("'Eindhoven'", "null", "'o'"),
  ),
  fc.tuple(fc.constant("year"), fc.constant("IN"), fc.constantFrom("[2018, 2019]", "[2020, null]", "[]")),
  fc.tuple(fc.constant("contested"), fc.constantFrom("=", "<>"), fc.constantFrom("true", "false")),
  fc.tuple(fc.constant("id"), fc.constant("=~"), fc.constantFrom("'.*leer.*'", "'(?i)[a-z]+:[a-m].*'")),
);

const scalar = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    `${name}.kind`,
    `${name}.year`,
    `size(${name}.name)`,
    `size(${name}.sources)`,
    `${name}.year % 10`,
    `coalesce(${name}.year, 0) / 3`,
    `toUpper(left(${name}.name, 2))`,
    `${name}.contested`,
    `CASE WHEN ${name}.year > 2018 THEN 'late' WHEN ${name}.year IS NULL THEN 'unknown' ELSE 'early' END`,
    `CASE ${name}.kind WHEN 'theme' THEN 1 ELSE 2 END`,
    `${name}.bases[0]`,
    `'stated' IN ${name}.bases`,
    `split(${name}.id, ':')[0]`,
    `COUNT { (${name})--() } > 5`,
    `EXISTS { (${name})-[:ABOUT]->(:Theme) }`,
    `${name}:Theme`,
    `substring(${name}.id, 3, 4)`,
    `size([x IN ${name}.bases WHERE x = 'stated'])`,
    `any(s IN ${name}.sources WHERE s CONTAINS 'mbo')`,
    `toString(${name}.year)`,
    `reverse(left(${name}.id, 4))`,
    `${name}.nope`,
  );

const condition = (name: string): fc.Arbitrary<string> => {
  const simple = fc.oneof(
    compared.map(([property, operator, value]) => `${name}.${property} ${operator} ${value}`),
    fc.constantFrom("year", "nope", "city").map((property) => `${name}.${property} IS NULL`),
    fc.constantFrom("year", "nope", "city").map((property) => `${name}.${property} IS NOT NULL`),
    fc.constantFrom(...labels).map((label) => `${name}:${label}`),
    fc.constantFrom(...linkKindNames).map((kind) => `(${name})-[:${kind}]->()`),
    fc.constantFrom(...labels).map((label) => `EXISTS { (${name})--(:${label}) }`),
    fc.integer({ min: 0, max: 9 }).map((number) => `COUNT { (${name})--() } > ${number}`),
    fc.constantFrom("all", "any", "none", "single").map((word) => `${word}(one IN ${name}.bases WHERE one = 'stated')`),
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      simple,
      tie("tree").map((one) => `NOT (${one})`),
      fc
        .tuple(tie("tree"), fc.constantFrom("AND", "OR", "XOR"), tie("tree"))
        .map(([one, word, other]) => `(${one} ${word} ${other})`),
    ),
  }));
  return tree;
};

const node = (name: string) =>
  fc.oneof(
    fc.constantFrom(...labels).map((label) => `(${name}:${label})`),
    fc.constant(`(${name}:Entity)`),
    fc.constant(`(${name})`),
  );
const some = fc.uniqueArray(fc.constantFrom(...linkKindNames), { minLength: 0, maxLength: 3 });
const link = (name: string) =>
  fc.tuple(some, fc.constantFrom("-[>", "<-[", "-[")).map(([kinds, direction]) => {
    const inside = `[${name}${kinds.length > 0 ? `:${kinds.join("|")}` : ""}]`;
    return direction === "-[>" ? `-${inside}->` : direction === "<-[" ? `<-${inside}-` : `-${inside}-`;
  });

const aggregate = (name: string) =>
  fc.constantFrom(
    "count(*)",
    `count(DISTINCT ${name})`,
    `count(${name}.year)`,
    `sum(${name}.year)`,
    `min(${name}.name)`,
    `max(${name}.year)`,
    `avg(${name}.year)`,
    `size(collect(DISTINCT ${name}.kind))`,
    `sum(CASE WHEN ${name}.contested THEN 1 ELSE 0 END)`,
    `max(size(${name}.sources)) - min(size(${name}.sources))`,
  );

/** Queries on the real data whose rows are the same however they are ordered, or that say the order whole. */
export const randomPatterns: fc.Arbitrary<string> = fc
  .record({
    from: node("a"),
    by: link("r"),
    to: node("b"),
    optional: fc.boolean(),
    where: condition("a"),
    whereTo: fc.option(condition("b")),
    basis: fc.option(fc.constantFrom("stated", "derived")),
    group: scalar("a"),
    second: scalar("b"),
    value: aggregate("b"),
    many: fc.integer({ min: 0, max: 3 }),
    form: fc.constantFrom("group", "distinct", "with", "optional", "count"),
    order: fc.constantFrom("", "DESC"),
    limit: fc.option(fc.integer({ min: 1, max: 20 })),
  })
  .map(({ from, by, to, optional, where, whereTo, basis, group, second, value, many, form, order, limit }) => {
    const also = [whereTo, basis && `r.basis = '${basis}'`].filter(Boolean).join(" AND ");
    const end = `ORDER BY x ${order}, y ${order}${limit ? ` LIMIT ${limit}` : ""}`;
    const match = `MATCH ${from}${by}${to} WHERE ${where}${also ? ` AND ${also}` : ""}`;
    switch (form) {
      case "group":
        return `${match} RETURN ${group} AS x, ${value} AS y ${end}`;
      case "distinct":
        return `${match} RETURN DISTINCT ${group} AS x, ${second} AS y ${end}`;
      case "with":
        return `${match} WITH a, ${value} AS v WHERE v > ${many} RETURN a.id AS x, v AS y ${end}`;
      case "optional":
        return `MATCH ${from} WHERE ${where} OPTIONAL MATCH (a)${by}${to}${also ? ` WHERE ${also}` : ""} RETURN a.id AS x, ${optional ? value : "count(b)"} AS y ${end}`;
      default:
        return `${match} RETURN count(*) AS x, count(DISTINCT a) AS y`;
    }
  });
