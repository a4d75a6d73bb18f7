/** Runs the server and Vite side by side, both reloading; the end of one ends the other. */
import { spawn } from "node:child_process";

const children = [
  ["tsx/dist/cli.mjs", "watch", "server/main.ts"],
  ["vite/bin/vite.js", "--config", "web/vite.config.ts"],
].map(([script, ...args]) => spawn(process.execPath, [`node_modules/${script}`, ...args], { stdio: "inherit" }));

for (const child of children)
  child.on("exit", (code) => {
    for (const other of children) other.kill();
    process.exitCode ??= code ?? 0;
  });
