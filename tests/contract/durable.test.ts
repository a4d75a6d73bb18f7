/** What the embedded engine has acknowledged survives the end of its process, however that comes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, test } from "vitest";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { read } from "./ask.ts";

const folder = mkdtempSync(join(tmpdir(), "overlap-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a process that writes pairs until it is killed, and gives the numbers it said were written. */
async function writeUntilKilled(path: string, from: number, pairs: number): Promise<number[]> {
  const script = join(import.meta.dirname, "writer.ts");
  const writer = spawn(process.execPath, ["--import", "tsx/esm", script, path, String(from)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(writer, "exit");
  const written: number[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    written.push(Number(line));
    if (written.length === pairs) writer.kill("SIGKILL");
  }
  await ended;
  return written;
}

test("killed four times in the middle of writing", async () => {
  const path = join(folder, "graph.grafeo");
  const acknowledged: number[] = [];
  for (const pairs of [3, 40, 1, 120]) {
    acknowledged.push(...(await writeUntilKilled(path, acknowledged.length * 2, pairs)));
    const store = await openGrafeo(path);
    const kept = await read(store, "MATCH (n:Entity) RETURN n.number AS number, count(n) AS parts");
    expect(kept.every(({ parts }) => parts === 2)).toBe(true);
    expect(kept.map(({ number }) => number)).toEqual(expect.arrayContaining(acknowledged));
    await store.close();
  }
});
