/** Every way in which the paths of a MATCH lie in the graph together: no link is taken twice. */
import type { Machine, Row } from "../machine.ts";
import type { Expression, PathPattern } from "../plan.ts";
import { placed } from "../refuse.ts";
import { ChosenWalk } from "./chosen.ts";
import { conditionsOf } from "./conditions.ts";
import { ShortestWalk } from "./shortest.ts";
import { PathWalk } from "./walk.ts";

type Walk = PathWalk | ShortestWalk | ChosenWalk;

export function matchesOf(paths: readonly PathPattern[], where: Expression | undefined, machine: Machine) {
  const conditions = conditionsOf(paths, where, machine);
  const walks = paths.map(
    (path): Walk =>
      path.choose
        ? new ChosenWalk(path, where, machine)
        : path.shortest
          ? new ShortestWalk(path, conditions, machine)
          : new PathWalk(path, conditions, machine),
  );
  const at = paths[0]?.at ?? { line: 1, column: 1 };
  // what needs no name of the pattern, or only names that are there before it, is not checked on the way
  const checksBefore = conditions.conditions;
  return (row: Row): Iterable<Row> => {
    const before = checksBefore.filter(({ needs }) => needs.every((name) => row.has(name)));
    return lazily(at, () => (before.every(({ holds }) => holds(row)) ? together(walks, row, new Set()) : []));
  };
}

/** Each path in turn, first the one that can begin with the fewest nodes. */
function* together(walks: readonly Walk[], row: Row, used: Set<number>): Iterable<Row> {
  const [first] = walks;
  if (!first) {
    yield row;
    return;
  }
  const next = walks.length === 1 ? first : walks.reduce((best, walk) => (walk.costFrom(row) < best.costFrom(row) ? walk : best));
  const rest = walks.filter((walk) => walk !== next);
  for (const found of next.from(row, used)) yield* together(rest, found.row, used);
}

/** Rows that are made as they are asked for, with the place of the pattern where a value turns out to be wrong. */
function* lazily(at: PathPattern["at"], make: () => Iterable<Row>): Iterable<Row> {
  const rows = placed(at, () => make()[Symbol.iterator]())();
  const next = placed(at, () => rows.next());
  try {
    for (let one = next(); !one.done; one = next()) yield one.value;
  } finally {
    rows.return?.();
  }
}

export function pathsOf(path: PathPattern, machine: Machine) {
  const conditions = conditionsOf([path], undefined, machine);
  const walk = path.shortest ? new ShortestWalk(path, conditions, machine) : new PathWalk(path, conditions, machine);
  return function* (row: Row) {
    for (const found of walk.from(row, new Set())) yield { row: found.row, path: found.path() };
  };
}
