/** Lists that a device remembers, and the files in which they go to somebody else. */
import { z } from "zod";
import { recalled, remember } from "./device.ts";

/** What a device remembers of a list; what is damaged, or of another form, is left out. */
export function recalledList<Item extends z.ZodType>(name: string, item: Item): z.output<Item>[] {
  try {
    const all = z.array(z.unknown()).parse(JSON.parse(recalled(name) ?? "[]"));
    return all.flatMap((one) => {
      const read = item.safeParse(one);
      return read.success ? [read.data] : [];
    });
  } catch {
    return [];
  }
}

/** Lets the device remember a list, or forget it when it is empty. Tells whether the browser took it. */
export const rememberList = (name: string, list: readonly unknown[]): boolean =>
  remember(name, list.length === 0 ? undefined : JSON.stringify(list));

/** A name that is not taken: with a number after it where it is. */
export function freeAmong(name: string, names: Iterable<string>): string {
  const taken = new Set(names);
  const short = name.trim().slice(0, 70).trim();
  let free = short;
  for (let count = 2; taken.has(free); count += 1) free = `${short} (${count})`;
  return free;
}

/** Characters of a file that is read. */
export const mostCharacters = 5_000_000;

/** Why a file is not read; `part` names what of it is wrong. */
export type FileProblem = { readonly is: "large" | "no-json" | "other" } | { readonly is: "wrong"; readonly part: string };

/** What a file of ours says that it holds, with all its content; or why it is none. */
export function contentIn(text: string): { readonly holds: unknown; readonly content: unknown } | FileProblem {
  if (text.length > mostCharacters) return { is: "large" };
  try {
    const content: unknown = JSON.parse(text);
    const isOurs = typeof content === "object" && content !== null && "overlap" in content;
    return isOurs ? { holds: content.overlap, content } : { is: "other" };
  } catch {
    return { is: "no-json" };
  }
}

/** A file's content in its form, or what of it is wrong. */
export function readAs<File extends z.ZodType>(file: File, content: unknown): { readonly read: z.output<File> } | FileProblem {
  const read = file.safeParse(content);
  return read.success ? { read: read.data } : { is: "wrong", part: read.error.issues[0]?.path.join(".") ?? "" };
}
