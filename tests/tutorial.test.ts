import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Archive } from "../server/archive/archive.ts";
import { filesIn, loadDataset } from "../server/dataset/load-dataset.ts";
import { openGrafeo } from "../server/store/grafeo/store.ts";
import { appOn, listening, projectRoot } from "./server/app.ts";
import { hasReaders, runByPython } from "./server/exports/readers.ts";

const folder = mkdtempSync(join(tmpdir(), "overlap-tutorial-"));
let app: FastifyInstance;
beforeAll(async () => {
  const store = await openGrafeo(":memory:");
  const archive = new Archive({ folder: join(folder, "versions"), most: 10, say: () => {} });
  await loadDataset(store, await filesIn(join(projectRoot, "seed")), { archive });
  app = await appOn(store, { archive });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!hasReaders("python"))("docs/tutorial.md runs from top to bottom", async () => {
  const text = readFileSync(join(projectRoot, "docs", "tutorial.md"), "utf8");
  const blocks = [...text.matchAll(/^```python\n(.*?)^```$/gms)].map(([, block]) => block);
  expect(blocks.length).toBeGreaterThan(5);
  const program = `import os\nos.chdir(${JSON.stringify(folder)})\n${blocks.join("\n")}\nprint(json.dumps([cited["hash"], len(table), then_and_now["isSame"]]))\n`;
  const file = join(folder, "tutorial.py");
  writeFileSync(file, program.replace("http://localhost:3000", await listening(app)));
  expect(await runByPython(file)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.any(Number), true]);
});
