import { z } from "zod";
import type { Role } from "./roles.ts";

/** One endpoint of the API, used by the server to serve it and by the web client to call it. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: "GET" | "POST";
  /** With `:name` for each parameter. */
  readonly url: string;
  /** What it gives, in one sentence, for the API's own page. */
  readonly summary: string;
  /** Who may ask for it; everybody when it does not say. */
  readonly needs?: Role;
  /** Bytes that its body may have, where that is more than what an ordinary one may. */
  readonly bodyLimit?: number;
  /** The list in its answer that can be had as a table, too: see `tableChoices`. */
  readonly table?: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
}

const nothing = z.object({});

/** A route, with empty shapes for the parts that it does not name. */
export function route<
  Response extends z.ZodType,
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(
  spec: { method: "GET" | "POST"; url: `/api/${string}`; summary: string; response: Response } & {
    needs?: Role;
    bodyLimit?: number;
    table?: Extract<keyof z.output<Response>, string>;
    params?: Params;
    query?: Query;
    body?: Body;
  },
): Route<Params, Query, Body, Response> {
  return {
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: z.undefined() as unknown as Body,
    ...spec,
  };
}

/** An endpoint that answers with a file. */
export interface FileRoute<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> extends Omit<Route<Params, Query, Body>, "response"> {
  /** The media types that the file can have. */
  readonly media: readonly string[];
}

/** A route that gives a file, with empty shapes for the parts that it does not name. */
export function fileRoute<
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(
  spec: { method: "GET" | "POST"; url: `/${string}`; summary: string; media: readonly string[] } & {
    needs?: Role;
    bodyLimit?: number;
    params?: Params;
    query?: Query;
    body?: Body;
  },
): FileRoute<Params, Query, Body> {
  return {
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: z.undefined() as unknown as Body,
    ...spec,
  };
}

/** A list in a query string, separated by commas; a name in it may not hold one. An empty string is an empty list. */
export const commaList = <Item extends z.ZodType<unknown, string>>(item: Item, most: number) =>
  z
    .string()
    .transform((text) => text.split(",").filter((part) => part !== ""))
    .pipe(z.array(item).max(most));

/** How many rows are wanted, in 1…`most`. */
export const limitOf = (most: number, standard: number) => z.coerce.number().int().min(1).max(most).default(standard);
