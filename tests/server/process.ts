import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { projectRoot } from "./app.ts";

type Environment = Readonly<Record<string, string>>;

/** A program of server/ that runs, or has run. */
export interface Program {
  /** All that it has said. */
  output(): string;
  /** Waits for something it says, and gives what the pattern's first group matched. */
  says(pattern: RegExp): Promise<string>;
  /** Seconds of the processor that it has used, which does not depend on what else the machine does. */
  processorTime(): number;
  /** Waits until it ends, if need be after a signal; gives its exit code. */
  ended(signal?: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Ends whatever a test left behind. */
export function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Starts a program of server/, as it is built, with `environment` and nothing else that could be a setting. */
export function run(program: "main" | "load" | "backup" | "restore", environment: Environment, ...args: string[]): Program {
  const child = spawn(process.execPath, ["--enable-source-maps", `dist/server/${program}.js`, ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH ?? "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      output += data;
      for (const listener of heard) listener();
    });
  const exit = once(child, "close").then(([code]) => {
    running.delete(child);
    for (const listener of heard) listener();
    return code as number | null;
  });
  return {
    output: () => output,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output);
          if (found) resolve(found[1] ?? found[0]);
          else if (!running.has(child)) reject(new Error(`it ended without saying ${pattern}: ${output}`));
        };
        heard.add(look);
        look();
      }),
    processorTime: () => {
      if (process.platform === "linux") return processorTimeOf(child.pid);
      const time = execFileSync("ps", ["-o", "time=", "-p", String(child.pid)], { encoding: "utf8" });
      return time.split(":").reduce((seconds, part) => seconds * 60 + Number(part), 0);
    },
    ended: (signal) => {
      if (signal) child.kill(signal);
      return exit;
    },
  };
}

/** From the kernel's own table, in which a second has a hundred ticks; without starting another process. */
function processorTimeOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name of the program, in brackets, may hold anything; what follows are fields 3 and on.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The address that a started server prints. */
export const address = (program: Program): Promise<string> => program.says(/^Overlap: (http:\/\/localhost:\d+)$/m);
