import { cpus, loadavg, totalmem } from "node:os";
import type { Bench } from "./part.ts";

/** What the figures were measured on, without the machine's name. */
export function machineText({ rounds, seconds }: Bench): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  const load = loadavg()[2]?.toFixed(1);
  return `Measured on ${day}: ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${gigabytes} GB of memory, ${process.platform}, Node ${process.versions.node}; \
a load average of ${load} over the last quarter of an hour. ${rounds} rounds of ${seconds} s for everyone in turn after one to warm up; the figure in the middle counts.`;
}
