import type { nl } from "./words.nl.ts";

/** The English words of signing in. */
export const en: typeof nl = {
  heading: "For editors",
  lead: "Everybody can read, without an account. Whoever wants to add or correct data signs in here.",
  token: "Access code",
  tokenHint: "You get it from whoever runs this server.",
  initials: "Your initials (may stay empty)",
  initialsHint: "They stand beside what you change, so that colleagues see who it was. No full name, four letters at most.",
  signIn: "Sign in",
  signingIn: "Signing in …",
  empty: "Fill in the access code.",
  wrong: "This access code is not right. See whether you have all of it, without spaces.",
  wrongInitials: "Initials are four letters or digits at most.",
  tooOften: "That was wrong too often. Wait a minute and try again.",
  signedIn: (initials: string, until: string) =>
    `You are signed in as an editor${initials ? ` (${initials})` : ""}, until ${until}.`,
  signOut: "Sign out",
  signedOut: "You are signed out.",
  nobody: "On this server nobody can change anything now. Whoever runs it can let editors in with the setting ADMIN_TOKEN.",
  edit: "Add or change something",
  quality: "What can be better in the data?",
  import: "Bring in data from a spreadsheet",
};
