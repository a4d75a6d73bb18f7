import { z } from "zod";
import type { Query } from "../store/store.ts";

const Name = z.object({ name: z.string() });
type Name = z.infer<typeof Name>;

const names = (name: string, cypher: string): Query<Record<string, never>, Name> => ({ name, cypher, row: Name });

/** Every name that the data give to kinds of nodes and links, and to their properties. */
export const labelNames = names("label names", "MATCH (n) UNWIND labels(n) AS name RETURN DISTINCT name");
export const linkNames = names("link names", "MATCH ()-[r]->() RETURN DISTINCT type(r) AS name");
export const nodePropertyNames = names("node property names", "MATCH (n) UNWIND keys(n) AS name RETURN DISTINCT name");
export const linkPropertyNames = names("link property names", "MATCH ()-[r]->() UNWIND keys(r) AS name RETURN DISTINCT name");
