import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { projectRoot } from "../app.ts";

const readers = join(import.meta.dirname, "readers");
const version = (file: string, pattern: RegExp) => pattern.exec(readFileSync(join(readers, file), "utf8"))?.[1] ?? "";

const requirements = createHash("sha256")
  .update(readFileSync(join(readers, "requirements.txt")))
  .digest("hex");
const environment = join(projectRoot, ".cache", "readers-python", requirements.slice(0, 12));
const python = join(environment, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const jars = join(
  projectRoot,
  ".cache",
  "readers",
  version("pom.xml", /<artifactId>gephi-toolkit<\/artifactId>\s*<version>([^<]+)</),
);

const isThere = { python: existsSync(join(environment, "ready")), java: existsSync(jars) };
const what = { python: "Python 3.11 with venv", java: "Java 17 and Maven" };

/** Whether the readers of a language are here. With CI=true they must be. */
export function hasReaders(language: "python" | "java"): boolean {
  if (isThere[language]) return true;
  const why = `The readers in ${language} are not in .cache/. \`npm test\` fetches them where ${what[language]} is installed.`;
  if (process.env.CI === "true") throw new Error(`With CI=true no test is skipped. ${why}`);
  console.warn(`Skipped: what they read. ${why}`);
  return false;
}

/** What a program prints, on its last line, as JSON. */
async function printed(command: string, args: readonly string[]): Promise<unknown> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve, reject) => child.once("exit", resolve).once("error", reject));
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${errors.slice(-4_000)}\n${out.slice(-1_000)}`);
  return JSON.parse(out.trimEnd().split("\n").at(-1) ?? "");
}

/** Runs a script of `readers/` with Python. */
export const readByPython = (script: string, ...args: readonly string[]): Promise<unknown> =>
  printed(python, [join(readers, script), ...args]);

/** Runs a program in Python at any path. */
export const runByPython = (file: string, ...args: readonly string[]): Promise<unknown> => printed(python, [file, ...args]);

/** Reads the files of the data sets called `names` in `folder` with Gephi and Jena. */
export function readByJava(folder: string, names: readonly string[]): Promise<unknown> {
  const options = ["-Xmx1g", "-Djava.awt.headless=true", "-cp", join(jars, "*"), "groovy.ui.GroovyMain"];
  return printed("java", [...options, join(readers, "read.groovy"), folder, join(readers, "shapes.ttl"), ...names]);
}
