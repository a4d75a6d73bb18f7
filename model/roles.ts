import { z } from "zod";

/** Who may do what: each role may do all that those before it may. */
export const roles = ["reader", "editor"] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Whether somebody in a role may do what another role is needed for. */
export const mayDo = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

/** The letters by which an editor is known in the history: no name. */
export const Initials = z.string().regex(/^[\p{L}\p{N}]{0,4}$/u, "at most four letters or digits");

/** Who makes a request. */
export interface Actor {
  readonly role: Role;
  /** Empty for whoever gave none. */
  readonly initials: string;
}

/** Who has not said who they are. */
export const anybody: Actor = { role: "reader", initials: "" };
