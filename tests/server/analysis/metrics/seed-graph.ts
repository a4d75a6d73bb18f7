import { join } from "node:path";
import { nodeKindNames } from "../../../../model/kinds.ts";
import { filesIn } from "../../../../server/dataset/load-dataset.ts";
import { readDataset } from "../../../../server/dataset/read.ts";
import { projectRoot } from "../../app.ts";
import type { Measured } from "./graphs.ts";

/** The project's own data as a graph to measure, nodes by id. */
export async function seedGraph(): Promise<Measured> {
  const { dataset } = readDataset(await filesIn(join(projectRoot, "seed")));
  const ids = dataset.nodes.map(({ id }) => id).sort();
  const index = new Map(ids.map((id, place) => [id, place]));
  const places = (end: "from" | "to") => Int32Array.from(dataset.links, (link) => index.get(link[end]) ?? -1);
  const kinds = ids.map((id) => (nodeKindNames as readonly string[]).indexOf(id.split(":")[0] ?? ""));
  return { nodes: ids.length, from: places("from"), to: places("to"), kinds };
}
