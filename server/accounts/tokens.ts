import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether `given` is one of `tokens`: takes the same time whichever it is like, and however long it is. */
export function isOneOf(given: string, tokens: readonly string[]): boolean {
  const hash = digest(given);
  return tokens.map((token) => timingSafeEqual(hash, digest(token))).includes(true);
}
