import { z } from "zod";
import { Initials, Role } from "./roles.ts";
import { route } from "./route.ts";

const Session = z.object({
  role: Role,
  initials: Initials,
  /** Whether anybody can sign in on this server: not before somebody has set ADMIN_TOKEN. */
  canSignIn: z.boolean(),
  /** Milliseconds since 1970 at which one is signed out; absent for whoever is not signed in. */
  until: z.number().int().optional(),
});
export type Session = z.infer<typeof Session>;

export const sessionRoute = route({
  method: "GET",
  url: "/api/session",
  summary: "Who you are to this server, and whether anybody can sign in on it.",
  response: Session,
});

export const signInRoute = route({
  method: "POST",
  url: "/api/session",
  summary:
    "Signs in with the token of the server, for twelve hours, by a cookie. Scripts send the token as a Bearer token instead.",
  body: z.strictObject({ token: z.string().min(1).max(500), initials: Initials.default("") }),
  response: Session,
});

export const signOutRoute = route({
  method: "POST",
  url: "/api/session/end",
  summary: "Signs out.",
  body: z.strictObject({}),
  response: Session,
});
