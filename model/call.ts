import type { z } from "zod";
import { AppError, Problem } from "./errors.ts";

type Input<Shape extends z.ZodType> = z.input<Shape> extends Record<string, never> ? unknown : z.input<Shape>;

/** What goes into a call: each part may be left out where the route has none. */
export interface CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: Input<P>;
  readonly query?: QueryInput<z.input<Q>>;
  readonly body?: z.input<B>;
}

/** A list goes into the address with commas; an absent part is left out. */
export type QueryInput<Q> = { readonly [Name in keyof Q]?: string | number | readonly string[] | undefined };

/** A query string with its question mark, or nothing. Colons and commas stay readable, which RFC 3986 allows. */
export function queryString(query: Readonly<Record<string, string | number | undefined>>): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`${encodeURIComponent(name)}=${readable(String(value))}`],
  );
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

const readable = (text: string) =>
  encodeURIComponent(text).replace(/%(3A|2C|40|2F|7C)/g, (escaped) => decodeURIComponent(escaped));

/** The address of an endpoint with what is asked of it. @param base where the server stands, without a slash at its end */
export function addressUnder(base: string, url: string, params: unknown, query: Readonly<Record<string, unknown>> = {}): string {
  const values = (params ?? {}) as Readonly<Record<string, string>>;
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? "").replaceAll("%3A", ":"));
  const texts = Object.entries(query).map(([name, value]) => [name, value === undefined ? undefined : String(value)] as const);
  return base + path + queryString(Object.fromEntries(texts));
}

/** A failure as the server tells it, with its own code; INTERNAL when it tells nothing that can be read. */
export function failureOf(status: number, answer: unknown): AppError {
  const problem = Problem.safeParse(answer);
  if (!problem.success) return new AppError("INTERNAL", `The server answered ${status}`);
  return new AppError(problem.data.code, problem.data.detail, { fields: problem.data.fields ?? [] });
}

/** The name that the server gives a file. */
export const fileNameIn = (headers: { get(name: string): string | null }): string =>
  /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "")?.[1] ?? "overlap";
