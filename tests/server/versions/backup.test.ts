import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import type { KeptVersion } from "../../../model/versions.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { address, endAll, run } from "../process.ts";
import { changedFolder, smallFolder } from "../small.ts";
import { writtenFolder } from "../written.ts";

const temporary = mkdtempSync(join(tmpdir(), "overlap-backup-"));
afterEach(endAll);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const ADMIN_TOKEN = "only-for-this-test-0123456789";

const hashes = new Map<string, string>();

describeOnBothEngines("backup and restore", (_, engine) => {
  const inFolder = (name: string) => join(temporary, engine.name, name);
  const done = async (program: "load" | "backup" | "restore", settings: Record<string, string>, ...args: string[]) => {
    const process = run(program, settings, ...args);
    expect(await process.ended(), process.output()).toBe(0);
    return process.output();
  };
  const versionsAt = async (server: string) => {
    const { versions } = (await (await fetch(`${server}/api/versions`)).json()) as { versions: KeptVersion[] };
    return versions.map(({ version, isPresent }) => `${version}${isPresent ? " now" : ""}`);
  };

  /** The hash of a result on an earlier version. */
  const resultAt = async (server: string, version: string) => {
    const cypher = "MATCH p = (a)-[r]->(b) RETURN a, r, b.name, p";
    const body = JSON.stringify({ cypher, version });
    const answer = await fetch(`${server}/api/results`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    return ((await answer.json()) as { hash: string }).hash;
  };

  test("while a server runs, and into an empty database: the same versions, names and hashes", async () => {
    const settings = { ...(await engine.environment()), DATA_DIR: inFolder("data"), OVERLOAD_DELAY: "0", ADMIN_TOKEN };
    for (const [name, files] of Object.entries({ small: smallFolder(), changed: changedFolder() }))
      await done("load", settings, writtenFolder(inFolder(name), files), "--replace");
    const server = run("main", { ...settings, PORT: "0" });
    const at = await address(server);
    const [second = "", first = ""] = await versionsAt(at);
    const result = await resultAt(at, first);
    if (engine.name === "grafeo") hashes.set(first, result);
    else expect(result, "on the other engine").toBe(hashes.get(first));
    const backup = inFolder("backup.zip");
    expect(await done("backup", settings, backup)).toContain(second.replace(" now", ""));

    // The first version again, and then what was taken along: each becomes the next number, with its own hash.
    const running = { ...settings, PORT: new URL(at).port };
    const hashOf = (version: string) => version.replace(/^\d+-| now$/g, "");
    expect(await done("restore", running, join(settings.DATA_DIR, "versions", `${first}.jsonl.gz`))).toContain(
      `The graph is now version 3-${hashOf(first)}`,
    );
    await expect.poll(() => versionsAt(at)).toEqual([`3-${hashOf(first)} now`, second.replace(" now", ""), first]);
    expect(await done("restore", running, backup)).toContain(`The graph is now version 4-${hashOf(second)}`);
    expect(await done("restore", running, backup)).toContain("Nothing to do");
    expect((await fetch(`${at}/api/backup`)).status).toBe(401);
    await server.ended("SIGTERM");

    const empty = { ...settings, ...(await engine.environment()), DATA_DIR: inFolder("empty") };
    const bytes = readFileSync(backup);
    for (const position of [0, 0.4, 0.9].map((share) => Math.floor(share * bytes.length))) {
      const wrong = Buffer.from(bytes);
      wrong.fill(0x55, position, position + 40);
      writeFileSync(inFolder("wrong.zip"), wrong);
      const refused = run("restore", empty, inFolder("wrong.zip"));
      expect([await refused.ended(), refused.output()]).toEqual([1, expect.stringContaining("is no backup, or it is damaged")]);
    }
    expect(await done("restore", empty, backup)).toContain(`The graph is now version ${second.replace(" now", "")}`);
    const again = run("main", { ...empty, PORT: "0" });
    expect(await versionsAt(await address(again))).toEqual([second, first]);
    expect(await resultAt(await address(again), first), "by another process, after a restore").toBe(result);
    await again.ended("SIGTERM");
    expect(readdirSync(join(empty.DATA_DIR, "versions")).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(existsSync(`${backup}.part`)).toBe(false);
  });
});
