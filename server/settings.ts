import { existsSync } from "node:fs";
import { isIP, isIPv6 } from "node:net";
import { z } from "zod";
import { patternLimits } from "../model/patterns.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const count = (most: number) => z.coerce.number().int().min(0).max(most);
/** Shorter ones can be guessed. */
const shortestToken = 20;
const flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** Origins such as `https://example.org`, separated by commas. */
const origins = z
  .string()
  .transform((text) => text.split(",").map((origin) => origin.trim()))
  .pipe(
    z.array(z.url({ protocol: /^https?$/ }).refine((url) => URL.canParse(url) && new URL(url).origin === url, "not an origin")),
  );

/** Networks that have no number in the address of a proxy, as Fastify names them. */
const namedNetworks = ["loopback", "linklocal", "uniquelocal"];
/** More proxies than these in a row are a mistake. */
const mostHops = 10;

function isNetwork(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  if (namedNetworks.includes(text)) return true;
  if (isIP(address) === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  // A prefix of 0 holds everybody.
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (isIPv6(address) ? 128 : 32);
}

/** Whose word on the client's address counts: nobody's, that of so many proxies in a row, or that of the proxies at some addresses. */
const proxies = z.string().transform((text, { issues }): false | number | string[] => {
  if (text === "false") return false;
  const parts = text.split(",").map((part) => part.trim());
  if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= mostHops) return Number(text);
  if (parts.every(isNetwork)) return parts;
  const how = `give the addresses of your proxies (10.0.0.0/8, ::1), or how many stand before the server (1 to ${mostHops})`;
  const everybody = text === "true" ? "true would believe whatever any client says of itself: " : "";
  issues.push({ code: "custom", message: `${everybody}${how}`, input: text });
  return z.NEVER;
});

/** The path under which the server stands behind a proxy, without the slash at its end; empty for none. */
const basePath = z
  .string()
  .transform((text) => text.replace(/\/+$/, ""))
  .refine(
    (text) => text === "" || (/^(\/[\w~.-]+)+$/.test(text) && !/\/\.{1,2}(\/|$)/.test(text)),
    "not a path such as /overlap",
  );

/** Every setting there is, by its name in the environment. `.env.example` tells what each one does. */
export const settingShapes = {
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  VERSIONS_KEPT: z.coerce.number().int().min(1).max(100_000).default(100),
  DATA_LICENCE: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*$/, "not a name of SPDX such as CC-BY-4.0")
    .default("Apache-2.0"),
  DATA_LICENCE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_RIGHTS: z.string().max(2_000).optional(),
  DATA_CREATOR: z.string().trim().max(200).optional(),
  DATA_PUBLISHER: z.string().trim().max(200).optional(),
  NEO4J_URI: z
    .string()
    .regex(/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^/\s]+$/, "not an address such as neo4j://localhost:7687")
    .optional(),
  NEO4J_USER: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().default("neo4j"),
  NEO4J_WAIT: count(3_600).default(120),
  ADMIN_TOKEN: z
    .string()
    .min(shortestToken, `at least ${shortestToken} characters, such as openssl rand -hex 24 gives`)
    .regex(/^[\x21-\x7e]*$/, "only letters, digits and signs, without spaces: it goes into a header")
    .optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
  RATE_LIMIT: count(1_000_000).default(600),
  CLIENT_AT_ONCE: z.coerce.number().int().min(1).max(1_000).default(1),
  CLIENT_PER_MINUTE: count(1_000_000).default(60),
  OVERLOAD_DELAY: count(600_000).default(1_000),
  OVERLOAD_MEMORY: count(10_000_000).optional(),
  METRICS: flag.default(false),
  TRUST_PROXY: proxies.default(false),
  BASE_PATH: basePath.default(""),
  CORS_ORIGINS: origins.default([]),
  FRAME_ORIGINS: origins.default([]),
  PATTERN_TIMEOUT: z.coerce.number().int().min(100).max(patternLimits.timeout.most).default(patternLimits.timeout.most),
  PATTERN_ROWS: z.coerce.number().int().min(1).max(patternLimits.rows.most).default(patternLimits.rows.most),
  PATTERNS_AT_ONCE: z.coerce.number().int().min(1).max(64).default(8),
} as const;

const shape = z
  .object(settingShapes)
  .refine(({ NEO4J_URI, NEO4J_PASSWORD }) => NEO4J_URI === undefined || NEO4J_PASSWORD !== undefined, {
    path: ["NEO4J_PASSWORD"],
    error: "needed when NEO4J_URI is set",
  });
export type Settings = z.infer<typeof shape>;

/** The environment asks for something that cannot be. `message` names each wrong setting and why, never its value. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** What the process was started with, and what `.env` in the current folder adds to it. */
function everything(): NodeJS.ProcessEnv {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
}

/**
 * The settings that an environment holds; an empty value counts as absent.
 *
 * @throws SettingsError
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = everything()): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  throw new SettingsError(`Wrong settings (see .env.example):\n${[...new Set(lines)].map((line) => `  ${line}`).join("\n")}`);
}
