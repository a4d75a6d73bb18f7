import { nodesRoute } from "../../model/explore.ts";
import type { NodeKind } from "../../model/kinds.ts";
import { call } from "../app/api.ts";
import { oncePerPage } from "../app/once-per-page.ts";

/** Every node of a kind, to choose from. */
export const choicesOf = oncePerPage(async (kind: NodeKind) => (await call(nodesRoute, { query: { kinds: [kind] } })).nodes);
