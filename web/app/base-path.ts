/** What stands before the path of every address of this site, as in `/overlap`: the server writes it into the page. Empty for nothing. */
export const basePath: string =
  globalThis.document?.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content.replace(/\/$/, "") ?? "";
