/** Lets the browser keep a text as a file. */
export const download = (name: string, type: string, text: string): void => keep(name, new Blob([text], { type }));

/** Lets the browser keep a file. */
export function keep(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // Not at once: the browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A title as part of a file name. */
export const fileName = (title: string): string =>
  title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80);
