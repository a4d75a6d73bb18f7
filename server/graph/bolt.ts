/** The only file that speaks to Neo4j's driver: connecting, its values as plain ones, its failures as the project's own. */
import neo4j, { type Driver } from "neo4j-driver";
import { AppError } from "../../model/errors.ts";

export type { Driver, Record as BoltRecord, Session } from "neo4j-driver";

/** Milliseconds within which a connection is made, or found in the pool. */
const connecting = 5_000;

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
export function toBolt(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toBolt);
  const converted: Record<string, unknown> = {};
  for (const [key, inside] of Object.entries(value)) converted[key] = toBolt(inside);
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

export function plainInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function plainObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Object.getPrototypeOf(value) !== Object.prototype) return value.toString();
  const plain: Record<string, unknown> = {};
  for (const [key, inside] of Object.entries(value)) if (inside !== null) plain[key] = plainValue(inside);
  return plain;
}

const codeOf = (error: unknown): string => (error instanceof neo4j.Neo4jError ? error.code : "");

/** The database has no more memory for it: trying again would only do that again. */
const isTooLarge = (code: string) => code.includes("OutOfMemory");
const isTimeout = (code: string) => /TransactionTimedOut|Transaction\.Terminated|TransactionTerminated/.test(code);
const isAway = (code: string) =>
  /^(ServiceUnavailable|SessionExpired|N\/A)$|DatabaseUnavailable|\.Security\.|\.Database\.DatabaseNotFound|\.Cluster\.|NoThreadsAvailable/.test(
    code,
  );

/** Whether the same read, tried again, may succeed. */
export const mayRetry = (error: unknown): boolean => neo4j.isRetriableError(error) && !isTooLarge(codeOf(error));

/** Whether a server is there, but cannot be used with these credentials: waiting does not help. */
export const isRefused = (error: unknown): boolean => /\.Security\.(?!AuthorizationExpired)/.test(codeOf(error));

/** A failure as the caller is meant to understand it; what is not the driver's stays as it is. */
export function appErrorOf(error: unknown): unknown {
  if (!(error instanceof neo4j.Neo4jError)) return error;
  const { code, message } = error;
  if (isTooLarge(code)) return new AppError("QUERY_REFUSED", "It needs more memory than the database allows", { cause: error });
  if (isTimeout(code)) return new AppError("QUERY_TIMEOUT", "It took longer than it may", { cause: error });
  if (isAway(code)) return new AppError("STORE_UNAVAILABLE", `Neo4j cannot be reached: ${message}`, { cause: error });
  if (code.startsWith("Neo.ClientError.")) return new AppError("QUERY_REFUSED", message, { cause: error });
  return error;
}
