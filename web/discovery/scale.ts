import { scaleRoute } from "../../model/scale.ts";
import { call } from "../app/api.ts";
import { oncePerPage } from "../app/once-per-page.ts";

const answerOf = oncePerPage((route: typeof scaleRoute) => call(route, {}));

/** What points are compared with on every page. */
export const scaleOfAll = () => answerOf(scaleRoute);
