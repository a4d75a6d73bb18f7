import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join, resolve } from "node:path";
import { z } from "zod";
import { AppError, Problem } from "../model/errors.ts";

const Running = z.object({
  host: z.string(),
  port: z.number().int(),
  basePath: z.string(),
  /** Lets in whoever may read the file. */
  token: z.string(),
});
type Running = z.output<typeof Running>;

const fileIn = (dataFolder: string): string => join(resolve(dataFolder), "running.json");

/** Lets the programs on this machine that may read the folder of the data find the server that has it. @returns what ends that */
export function tellRunning(dataFolder: string, running: Running): () => void {
  const file = fileIn(dataFolder);
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

function runningIn(dataFolder: string): Running | undefined {
  try {
    return Running.parse(JSON.parse(readFileSync(fileIn(dataFolder), "utf8")));
  } catch {
    return undefined;
  }
}

/**
 * Asks the server that has the data for a change, as an editor.
 *
 * @throws AppError what the server says; STORE_UNAVAILABLE, by `otherwise`, when there is none that answers
 */
export async function askRunning<Answer extends z.ZodType>(
  dataFolder: string,
  route: { readonly url: string; readonly response: Answer },
  body: unknown,
  otherwise: AppError,
): Promise<z.output<Answer>> {
  const running = runningIn(dataFolder);
  if (!running) throw otherwise;
  const { status, text } = await post(running, route.url, JSON.stringify(body)).catch((cause: unknown) => {
    throw new AppError("STORE_UNAVAILABLE", otherwise.message, { cause });
  });
  if (status === 200) return route.response.parse(JSON.parse(text));
  const problem = Problem.safeParse(JSON.parse(text));
  if (!problem.success) throw otherwise;
  throw new AppError(problem.data.code, problem.data.detail, { fields: problem.data.fields ?? [] });
}

function post({ host, port, basePath, token }: Running, url: string, body: string): Promise<{ status: number; text: string }> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, path: basePath + url, method: "POST", headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part)).once("error", reject);
      reply.once("end", () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    });
    sent.once("error", reject).end(body);
  });
}
