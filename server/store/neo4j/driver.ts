/** The only file that speaks to Neo4j's driver: connecting, its values as plain ones, its failures as the project's own. */
import neo4j, { type Driver, type Node, type Path, type Relationship } from "neo4j-driver";
import { AppError, type ErrorCode } from "../../../model/errors.ts";
import type { PatternLink, PatternNode } from "../../../model/patterns.ts";
import { Duration } from "../../interpreter/moments/duration.ts";
import { type Cell, floatCell, graphCell, integerCell, listCell, mapCell, momentCell, nullCell, plainCell } from "../cells.ts";
import { patternLink, patternNode } from "../pattern-values.ts";
import { plainTime } from "../plain-time.ts";

export type { Driver, Record as DriverRecord, Session } from "neo4j-driver";

/**
 * Milliseconds within which a connection is made. Longer than the silence after which presence.ts takes the database to be away: by the
 * driver's own clock, one that is stopped would come out as one that refuses, and be tried again and again.
 */
const connecting = 20_000;

/** @param retrying how long a write may be tried again, in milliseconds */
export function connect(uri: string, user: string, password: string, retrying: number): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    useBigInt: true, // a number above 2^53 would be rounded in silence
    connectionTimeout: connecting,
    connectionAcquisitionTimeout: 2 * connecting,
    maxTransactionRetryTime: retrying,
    telemetryDisabled: true,
    userAgent: "overlap",
  });
}

export const readMode = neo4j.session.READ;
export const writeMode = neo4j.session.WRITE;

/** A parameter for the driver: whole numbers as integers, for it takes every number to be a float. */
export function toDriver(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toDriver);
  const converted: Record<string, unknown> = {};
  for (const [key, inside] of Object.entries(value)) converted[key] = toDriver(inside);
  return converted;
}

/** A value as plain JSON: large integers and what JSON cannot hold as strings, temporals as ISO 8601, nulls in maps left out. */
export function plainValue(value: unknown): unknown {
  switch (typeof value) {
    case "bigint":
      return plainInteger(value);
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "object":
      return value === null ? null : plainObject(value);
    default:
      return value;
  }
}

function plainInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function plainObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Object.getPrototypeOf(value) !== Object.prototype) return plainTime(value.toString());
  const plain: Record<string, unknown> = {};
  for (const [key, inside] of Object.entries(value)) if (inside !== null) plain[key] = plainValue(inside);
  return plain;
}

/** The name that the driver gives to each node of a query's rows, and the id of ours that the node has. */
type Ids = ReadonlyMap<string, string>;

/** The names of the link ends in some values whose nodes are not among them, so that their ids are still to be found. */
export function endsWithoutNode(values: readonly unknown[]): string[] {
  const nodes = new Set<string>();
  const ends = new Set<string>();
  const visit = (value: unknown): void => {
    if (isNode(value)) nodes.add(value.elementId);
    else if (isRelationship(value)) ends.add(value.startNodeElementId).add(value.endNodeElementId);
    else if (isPath(value)) for (const inside of everythingIn(value)) visit(inside);
    else if (isPlain(value)) for (const inside of Object.values(value)) visit(inside);
  };
  for (const value of values) visit(value);
  return [...ends].filter((end) => !nodes.has(end));
}

/** The ids of all nodes in some values, by their name. */
export function idsOf(values: readonly unknown[]): Map<string, string> {
  const into = new Map<string, string>();
  const visit = (value: unknown): void => {
    if (isNode(value)) into.set(value.elementId, String(value.properties.id ?? ""));
    else if (isPath(value)) for (const inside of everythingIn(value)) visit(inside);
    else if (isPlain(value)) for (const inside of Object.values(value)) visit(inside);
  };
  for (const value of values) visit(value);
  return into;
}

/** A value of a stranger's query, with nodes, links and paths as model/patterns.ts says. */
export function cellOf(value: unknown, ids: Ids): Cell {
  switch (typeof value) {
    case "bigint":
      return integerCell(value);
    case "number":
      return floatCell(value);
    case "string":
      return plainCell("string", value);
    case "boolean":
      return plainCell("boolean", value);
    default:
      return value === null || value === undefined ? nullCell : cellOfObject(value, ids);
  }
}

function cellOfObject(value: object, ids: Ids): Cell {
  if (Array.isArray(value)) return listCell(value.map((inside) => cellOf(inside, ids)));
  if (isNode(value)) return graphCell("node", nodeOf(value));
  if (isRelationship(value)) return graphCell("link", linkOf(value, ids));
  if (isPath(value))
    return graphCell("path", {
      $type: "path",
      nodes: [value.start, ...value.segments.map(({ end }) => end)].map(nodeOf),
      links: value.segments.map(({ relationship }) => linkOf(relationship, ids)),
    });
  if (isPlain(value)) return mapCell(Object.entries(value).map(([key, inside]) => [key, cellOf(inside, ids)]));
  if (neo4j.isDuration(value)) return momentCell("duration", durationText(value));
  const kind = momentKinds.find(([, is]) => is(value))?.[0];
  return kind ? momentCell(kind, plainTime(String(value))) : plainCell("string", plainValue(value));
}

const momentKinds = [
  ["date", neo4j.isDate],
  ["localtime", neo4j.isLocalTime],
  ["time", neo4j.isTime],
  ["localdatetime", neo4j.isLocalDateTime],
  ["datetime", neo4j.isDateTime],
] as const;

/** As Cypher itself writes it: in years, months, days, hours, minutes and seconds. */
const durationText = ({ months, days, seconds, nanoseconds }: neo4j.Duration): string =>
  new Duration(...([months, days, seconds, nanoseconds].map(String).map(BigInt) as [bigint, bigint, bigint, bigint])).toString();

const { isNode, isRelationship, isPath } = neo4j;
const isPlain = (value: unknown): value is object =>
  Array.isArray(value) || (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);

const everythingIn = (path: Path): unknown[] => [
  path.start,
  ...path.segments.flatMap(({ relationship, end }) => [relationship, end]),
];

const nodeOf = ({ labels, properties }: Node): PatternNode => patternNode(labels, jsonMap(properties));

function linkOf({ type, startNodeElementId, endNodeElementId, properties }: Relationship, ids: Ids): PatternLink {
  return patternLink(type, ids.get(startNodeElementId) ?? "", ids.get(endNodeElementId) ?? "", jsonMap(properties));
}

const jsonMap = (map: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, cellOf(value, new Map()).json]));

const codeOf = (error: unknown): string => (error instanceof neo4j.Neo4jError ? error.code : "");

/** The database has no more memory for it: trying again would only do that again. */
const isTooLarge = (code: string) => code.includes("OutOfMemory");
const isTimeout = (code: string) => code.includes("TransactionTimedOut");

/** Whether a failure says that the database cannot be used now, by this user, on this connection or at all. */
export const isAway = (error: unknown): boolean =>
  /^(ServiceUnavailable|SessionExpired|N\/A)$|DatabaseUnavailable|\.Security\.|\.DatabaseNotFound|\.Cluster\.|NoThreadsAvailable/.test(
    codeOf(error),
  );

/** What was under way was ended by the database or by somebody who looks after it, or stood in the way of something else. */
const isEnded = (code: string) =>
  /^Neo\.TransientError\.|\.Transaction\.(Terminated|TransactionTerminated|LockClientStopped)$/.test(code);

/** The database takes no writes: it is no leader, or only to be read. */
const isReadOnly = (code: string) => /\.NotALeader$|\.ForbiddenOnReadOnlyDatabase$/.test(code);

/** Whether the same read, tried again, may succeed. */
export const mayRetry = (error: unknown): boolean => neo4j.isRetryableError(error) && !isTooLarge(codeOf(error));

/** Whether a server is there, but cannot be used with these credentials: waiting does not help. */
export const isRefused = (error: unknown): boolean => /\.Security\.(?!AuthorizationExpired)/.test(codeOf(error));

/** Whether a constraint or an index that was to be made has just been made by somebody else. */
export const isAlreadyThere = (error: unknown): boolean =>
  /\.Schema\.(EquivalentSchemaRuleAlreadyExists|ConstraintAlreadyExists|IndexAlreadyExists|\w*WithNameAlreadyExists)$/.test(
    codeOf(error),
  );

/**
 * A failure as the caller is meant to understand it; what is not the driver's stays as it is. What the driver says of a database
 * that is away names its address, which is for the log alone.
 */
export function appErrorOf(error: unknown): unknown {
  if (!(error instanceof neo4j.Neo4jError)) return error;
  const { code, message } = error;
  const failure = (as: ErrorCode, why: string) => new AppError(as, why, { cause: error });
  if (isTooLarge(code)) return failure("QUERY_REFUSED", "It needs more memory than the database allows");
  if (isTimeout(code)) return failure("QUERY_TIMEOUT", "It took longer than it may");
  if (isReadOnly(code))
    return failure(
      "STORE_UNAVAILABLE",
      "The graph database takes no changes here now. A cluster is to be named by neo4j://, so that they reach its leader",
    );
  if (isAway(error)) return failure("STORE_UNAVAILABLE", "The graph database cannot be reached now. Try again in a moment");
  if (isEnded(code)) return failure("STORE_UNAVAILABLE", "The graph database broke this off. Try again in a moment");
  if (/^Neo\.(ClientError|DatabaseError\.Statement)\./.test(code)) return failure("QUERY_REFUSED", reasonOf(message));
  return error;
}

/** The same for whoever starts a server or a load, and has to know what to mend. */
export function errorForOperator(error: unknown): unknown {
  const failure = appErrorOf(error);
  if (!(error instanceof neo4j.Neo4jError && failure instanceof AppError && failure.code === "STORE_UNAVAILABLE")) return failure;
  return new AppError(failure.code, `${failure.message}. Neo4j says: ${error.message}`, { cause: error });
}

/** What the database says against a query, with the place as the gate writes it, and without a picture of the query. */
const reasonOf = (message: string): string => message.replace(/ \((line \d+, column \d+) \(offset: \d+\)\)[\s\S]*$/, " ($1)");
