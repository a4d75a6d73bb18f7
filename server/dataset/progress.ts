import type { Progress } from "./change.ts";

const words = { checking: "checking the files", comparing: "comparing with what is there", writing: "writing" } as const;

/** Tells how far a load is: on one line that changes where a person looks on, else a line for each step. */
export function progressOn(out: NodeJS.WriteStream): Progress {
  let last = "";
  return (step, done, of) => {
    const share = step === "writing" ? ` ${Math.floor((100 * done) / of)} %` : "";
    const text = `${words[step]}${share} …`;
    if (out.isTTY) out.write(`\r${text.padEnd(40)}${step === "writing" && done === of ? "\n" : ""}`);
    else if (step !== last) out.write(`${words[step]} …\n`);
    last = step;
  };
}
