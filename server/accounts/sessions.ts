import { createHmac, randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Initials } from "../../model/roles.ts";

const name = "overlap-session";
/** Milliseconds. */
const lasts = 12 * 60 * 60_000;

/** An editor who has signed in. */
export interface Signed {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly initials: string;
}

/** The key that signs cookies: another token signs everybody out. */
export const signingKey = (token: string): string => createHmac("sha256", token).update("overlap session").digest("hex");

/** Sessions that their own cookies hold, signed; only what has ended before its time is remembered here. */
export class Sessions {
  readonly #path: string;
  /** When each of them would have ended. */
  readonly #ended = new Map<string, number>();

  constructor(basePath: string) {
    this.#path = basePath || "/";
  }

  /** The session of a request, when it has one that still counts. */
  of(request: FastifyRequest): Signed | undefined {
    const cookie = request.cookies[name];
    if (cookie === undefined) return undefined;
    const { valid, value } = request.unsignCookie(cookie);
    const [id = "", until = "", initials = ""] = (valid && value ? value : "").split(" ");
    if (id === "" || !(Number(until) > Date.now()) || this.#ended.has(id)) return undefined;
    return { id, until: Number(until), initials: Initials.catch("").parse(initials) };
  }

  begin(reply: FastifyReply, initials: string): Signed {
    const signed = { id: randomUUID(), until: Date.now() + lasts, initials };
    reply.setCookie(name, `${signed.id} ${signed.until} ${initials}`, {
      path: this.#path,
      httpOnly: true,
      sameSite: "strict",
      secure: reply.request.protocol === "https",
      signed: true,
      maxAge: lasts / 1_000,
    });
    return signed;
  }

  end(signed: Signed | undefined, reply: FastifyReply): void {
    for (const [id, until] of this.#ended) if (until < Date.now()) this.#ended.delete(id);
    if (signed) this.#ended.set(signed.id, signed.until);
    reply.clearCookie(name, { path: this.#path });
  }
}
