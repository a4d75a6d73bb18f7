import fc from "fast-check";

/** Values as they are written, by their kind. */
const numbers = fc.constantFrom("0", "1", "-7", "2021", "9007199254740993", "1.0", "0.5", "-2.75", "1e300", "(1 / 0.0)");
const texts = fc.constantFrom("''", "'a'", "'A'", "'één'", "'1'", "'2021-03-04'", "' '", "'1.5'", "'true'");
const moments = fc.constantFrom(
  "date('2021-03-04')",
  "date('2020-02-29')",
  "date({year: 2021, week: 10})",
  "datetime('2021-03-04T10:11:12.5+01:00')",
  "datetime('2021-03-04T09:11:12.5Z')",
  "localdatetime('2021-03-04T10:11:12')",
  "localdatetime('2021-10-31T02:30')",
  "time('10:11:12+01:00')",
  "time('09:11:12Z')",
  "localtime('10:11:12.123456789')",
);
const durations = fc.constantFrom(
  "duration('P1M2DT3H')",
  "duration('PT36H')",
  "duration('P1.5D')",
  "duration({months: -1, seconds: 0.5})",
);
const lists = fc.constantFrom(
  "[]",
  "[null]",
  "[1]",
  "[1, null]",
  "[1.0]",
  "[1, 'a', true]",
  "[[1], [null]]",
  "['b', 'a', null]",
  "[3, 1, 2]",
  "[{k: 1}]",
);
const maps = fc.constantFrom("{}", "{k: null}", "{k: 1}", "{k: 1.0, l: 'a'}");
const nothing = fc.constantFrom("null", "true", "false");
const literal = fc.oneof(nothing, numbers, texts, moments, durations, lists, maps);

/** What values are made of, by their kind. */
interface Leaves {
  readonly number: fc.Arbitrary<string>;
  readonly text: fc.Arbitrary<string>;
  readonly list: fc.Arbitrary<string>;
  readonly any: fc.Arbitrary<string>;
}

/** What the graph holds, where it was matched as `a`, `r`, `b` and `p`. */
const found: Leaves = {
  number: fc.constantFrom("a.year", "b.year", "r.since", "length(p)", "size(a.sources)", "a.nope", "1"),
  text: fc.constantFrom("a.name", "b.name", "r.basis", "type(r)", "b.nope", "'stated'"),
  list: fc.constantFrom(
    "a.sources",
    "r.notes",
    "nodes(p)",
    "relationships(p)",
    "labels(b)",
    "[a, r, p]",
    "b.nope",
    "[b.year, null]",
  ),
  any: fc.constantFrom("a", "b", "r", "p", "startNode(r)", "endNode(r)", "a.contested", "properties(r).basis", "head(nodes(p))"),
};
const written: Leaves = {
  number: fc.oneof({ weight: 3, arbitrary: numbers }, fc.constant("null")),
  text: fc.oneof({ weight: 3, arbitrary: texts }, fc.constant("null")),
  list: lists,
  any: fc.oneof({ weight: 2, arbitrary: fc.constantFrom("x", "y") }, literal),
};

const comparison = fc.constantFrom("=", "<>", "<", "<=", ">", ">=");
const call = (names: readonly string[], given: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom(...names), given).map(([name, one]) => `${name}(${one})`);
const small = { maxDepth: 3, depthSize: "small" } as const;

interface Made {
  readonly number: string;
  readonly text: string;
  readonly list: string;
  readonly moment: string;
  readonly value: string;
  readonly truth: string;
}

/** Values made of others, and conditions on them. Most get the kind of value that they are for: otherwise both engines refuse all of it. */
const madeOf = (leaves: Leaves): fc.LetrecValue<Made> =>
  fc.letrec<Made>((tie) => {
    const number = tie("number") as fc.Arbitrary<string>;
    const text = tie("text") as fc.Arbitrary<string>;
    const list = tie("list") as fc.Arbitrary<string>;
    const moment = tie("moment") as fc.Arbitrary<string>;
    const value = tie("value") as fc.Arbitrary<string>;
    const truth = tie("truth") as fc.Arbitrary<string>;
    return {
      number: fc.oneof(
        small,
        { weight: 3, arbitrary: leaves.number },
        fc
          .tuple(number, fc.constantFrom("+", "-", "*", "/", "%", "^"), number)
          .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
        call(["abs", "sign", "ceil", "floor", "round", "toInteger", "toFloat", "sqrt"], number),
        call(["toIntegerOrNull", "toFloatOrNull"], value),
        call(["size"], fc.oneof(list, text)),
        fc
          .tuple(moment, fc.constantFrom("year", "month", "day", "weekDay", "quarter", "ordinalDay"))
          .map(([one, part]) => `date(${one}).${part}`),
        fc.tuple(number, fc.constantFrom("0", "1", "2")).map(([one, places]) => `round(${one}, ${places})`),
      ),
      text: fc.oneof(
        small,
        { weight: 3, arbitrary: leaves.text },
        call(["toUpper", "toLower", "trim", "reverse"], text),
        call(["toStringOrNull"], value),
        call(["toString"], fc.oneof(number, moment, durations)),
        fc.tuple(text, fc.oneof(text, number)).map(([one, other]) => `(${one} + ${other})`),
        fc.tuple(text, fc.constantFrom("0", "1", "3")).map(([one, count]) => `left(${one}, ${count})`),
        fc.tuple(text, text, text).map(([one, old, by]) => `replace(${one}, ${old}, ${by})`),
        lists.map((all) => `reduce(all = '', one IN ${all} | all + coalesce(toStringOrNull(one), '-'))`),
      ),
      list: fc.oneof(
        small,
        { weight: 3, arbitrary: leaves.list },
        fc.tuple(value, value).map(([one, other]) => `[${one}, ${other}]`),
        fc.tuple(list, fc.oneof(list, value)).map(([one, other]) => `(${one} + ${other})`),
        fc.tuple(list, fc.constantFrom("[1..]", "[..-1]", "[null..1]", "[0..2]")).map(([one, by]) => `(${one})${by}`),
        call(["tail", "reverse"], list),
        call(["toIntegerList", "toStringList", "toFloatList", "toBooleanList"], list),
        fc.tuple(list, truth).map(([all, when]) => `[one IN ${all} WHERE ${when} | one]`),
        fc.tuple(list, value).map(([all, one]) => `[one IN ${all} | [one, ${one}]]`),
        fc.tuple(lists, comparison, value).map(([all, sign, other]) => `[one IN ${all} WHERE one ${sign} ${other}]`),
        fc.tuple(text, text).map(([one, by]) => `split(${one}, ${by})`),
        maps.map((map) => `keys(${map})`),
      ),
      moment: fc.oneof(
        small,
        { weight: 3, arbitrary: moments },
        fc.tuple(moment, fc.constantFrom("+", "-"), durations).map(([one, sign, other]) => `(${one} ${sign} ${other})`),
        fc
          .tuple(fc.constantFrom("year", "month", "week", "day"), moments)
          .map(([unit, one]) => `date.truncate('${unit}', ${one})`),
      ),
      value: fc.oneof(
        small,
        { weight: 2, arbitrary: leaves.any },
        { weight: 2, arbitrary: number },
        { weight: 2, arbitrary: text },
        { weight: 2, arbitrary: list },
        moment,
        durations,
        maps,
        truth,
        fc.tuple(list, fc.constantFrom("0", "-1", "7", "null")).map(([one, by]) => `(${one})[${by}]`),
        call(["head", "last"], list),
        maps.map((map) => `(${map}).k`),
        fc.tuple(value, value).map(([one, other]) => `coalesce(${one}, ${other})`),
        fc.tuple(value, value).map(([one, other]) => `nullIf(${one}, ${other})`),
        fc.tuple(truth, value, value).map(([when, one, other]) => `CASE WHEN ${when} THEN ${one} ELSE ${other} END`),
        fc.tuple(value, value, value).map(([one, when, then]) => `CASE ${one} WHEN ${when} THEN ${then} END`),
        fc
          .tuple(fc.constantFrom("between", "inDays", "inMonths", "inSeconds"), moment, moment)
          .map(([name, one, other]) => `duration.${name}(${one}, ${other})`),
        fc
          .tuple(durations, fc.constantFrom("* 2", "+ duration('P1D')", "- duration('PT0.5S')"))
          .map(([one, by]) => `(${one} ${by})`),
      ),
      truth: fc.oneof(
        small,
        fc.tuple(value, comparison, value).map(([one, sign, other]) => `(${one} ${sign} ${other})`),
        fc.tuple(number, comparison, number, comparison, number).map((parts) => `(${parts.join(" ")})`),
        value.map((one) => `(${one} IS NULL)`),
        fc.tuple(value, list).map(([one, all]) => `(${one} IN ${all})`),
        fc
          .tuple(fc.oneof(text, value), fc.constantFrom("CONTAINS", "STARTS WITH", "ENDS WITH"), fc.oneof(text, value))
          .map(([one, word, other]) => `(${one} ${word} ${other})`),
        fc.tuple(text, fc.constantFrom("'.*'", "'(?i)A'", "'[a-z]+'", "'.'")).map(([one, form]) => `(${one} =~ ${form})`),
        truth.map((one) => `(NOT ${one})`),
        fc.tuple(truth, fc.constantFrom("AND", "OR", "XOR"), truth).map(([one, word, other]) => `(${one} ${word} ${other})`),
        fc
          .tuple(fc.constantFrom("all", "any", "none", "single"), list, comparison, value)
          .map(([word, all, sign, one]) => `${word}(one IN ${all} WHERE one ${sign} ${one})`),
      ),
    };
  });

const aggregate = fc.constantFrom(
  "count(x)",
  "count(DISTINCT x)",
  "min(x)",
  "max(x)",
  "collect(x)",
  "size(collect(DISTINCT x))",
  "sum(toFloatOrNull(x))",
  "head(collect(x))",
);

/** Queries over values of many kinds; whole rows are ordered, or their order does not matter. */
const overValues = fc
  .record({
    xs: fc.array(literal, { minLength: 1, maxLength: 5 }),
    ys: fc.array(literal, { minLength: 1, maxLength: 3 }),
    ...madeOf(written),
    aggregate,
    form: fc.constantFrom("plain", "where", "order", "distinct", "group", "union"),
    descending: fc.constantFrom("", " DESC"),
  })
  .map(({ xs, ys, value, truth, aggregate, form, descending }) => {
    const rows = `UNWIND [${xs.join(", ")}] AS x UNWIND [${ys.join(", ")}] AS y`;
    switch (form) {
      case "where":
        return `${rows} WITH x, y WHERE ${truth} RETURN x, y`;
      case "order":
        return `UNWIND [${[...xs, ...ys].join(", ")}] AS x RETURN x ORDER BY x${descending}`;
      case "distinct":
        return `${rows} RETURN DISTINCT ${value} AS v`;
      case "group":
        return `UNWIND [${[...xs, ...ys].join(", ")}] AS x WITH x ORDER BY x RETURN ${aggregate} AS v`;
      case "union":
        return `UNWIND [${xs.join(", ")}] AS x RETURN x UNION UNWIND [${ys.join(", ")}] AS x RETURN x`;
      default:
        return `${rows} RETURN ${value} AS v, ${truth} AS t`;
    }
  });

const matches = fc.constantFrom(
  "MATCH p = (a:Institution {id: 'institution:summa-college'})-[r]->(b)",
  "MATCH p = (a:Network)-[r:RESULTED_IN]->(b)",
  "MATCH p = (a:Theme {id: 'theme:zelfregulatie'})<-[r]-(b:Question)",
  "MATCH p = (a:Product)-[r:USED_AT|ABOUT]-(b) WHERE a.year > 2020",
  "MATCH (a:Institution {id: 'institution:rijn-ijssel'}) OPTIONAL MATCH p = (a)-[r:FUNDED_BY]->(b)",
  "MATCH p = shortestPath((a:Institution {id: 'institution:rijn-ijssel'})-[*..4]-(b:Network {id: 'network:owp-ict'})) WITH p, a, b, head(relationships(p)) AS r",
);

/** Queries over items, links and paths, and what they hold. */
const overGraph = fc
  .record({
    match: matches,
    ...madeOf(found),
    form: fc.constantFrom("plain", "where", "distinct", "group", "order"),
  })
  .map(({ match, value, number, text, truth, form }) => {
    switch (form) {
      case "where":
        return `${match} WITH a, r, b, p WHERE ${truth} RETURN count(*) AS n, count(DISTINCT b) AS m`;
      case "distinct":
        return `${match} RETURN DISTINCT ${value} AS v`;
      case "group":
        return `${match} RETURN ${value} AS v, count(*) AS n, count(r.since) AS m`;
      case "order":
        return `${match} WITH ${number} AS v, ${text} AS w RETURN v, w ORDER BY v, w LIMIT 200`;
      default:
        return `${match} RETURN ${value} AS v, ${truth} AS t`;
    }
  });

/** Queries over nothing, values of mixed kinds, moments, links and paths. */
export const randomOfAllKinds: fc.Arbitrary<string> = fc.oneof(overValues, overGraph);
