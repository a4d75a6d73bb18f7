import { type Scale, scaleRoute } from "../../model/scale.ts";
import { call } from "../app/api.ts";

let read: Promise<Scale> | undefined;

/** What points are compared with on every page; read once for as long as the page is open, again after a failure. */
export function scaleOfAll(): Promise<Scale> {
  read ??= call(scaleRoute, {}).catch((error: unknown) => {
    read = undefined;
    throw error;
  });
  return read;
}
