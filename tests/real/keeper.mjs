/** `node keeper.mjs <pid> <folder>`: waits until whoever holds the other end of its input is gone, then ends that process and removes its folder. */
import { rmSync } from "node:fs";

const [pid, folder] = process.argv.slice(2);
process.stdin.resume().once("close", () => {
  try {
    process.kill(Number(pid), "SIGKILL");
  } catch {
    // It had ended already.
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});
