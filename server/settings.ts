import { existsSync } from "node:fs";
import { z } from "zod";
import { patternLimits } from "../model/patterns.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const count = (most: number) => z.coerce.number().int().min(0).max(most);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** Origins such as `https://example.org`, separated by commas. */
const origins = z
  .string()
  .transform((text) => text.split(",").map((origin) => origin.trim()))
  .pipe(
    z.array(z.url({ protocol: /^https?$/ }).refine((url) => URL.canParse(url) && new URL(url).origin === url, "not an origin")),
  );

/** Every setting there is, by its name in the environment. `.env.example` tells what each one does. */
export const settingShapes = {
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  NEO4J_URI: z
    .string()
    .regex(/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^/\s]+$/, "not an address such as neo4j://localhost:7687")
    .optional(),
  NEO4J_USER: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().default("neo4j"),
  NEO4J_WAIT: count(3_600).default(120),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
  RATE_LIMIT: count(1_000_000).default(600),
  TRUST_PROXY: flag.default(false),
  CORS_ORIGINS: origins.default([]),
  PATTERN_TIMEOUT: z.coerce.number().int().min(100).max(patternLimits.timeout.most).default(patternLimits.timeout.most),
  PATTERN_ROWS: z.coerce.number().int().min(1).max(patternLimits.rows.most).default(patternLimits.rows.most),
  PATTERNS_AT_ONCE: z.coerce.number().int().min(1).max(64).default(2),
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
