/** What this device remembers under a name; nothing where the browser forbids it. */
export function recalled(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Lets this device remember a text under a name, or forget it without one. Tells whether that worked: a browser may forbid it or be full. */
export function remember(name: string, text?: string): boolean {
  try {
    if (text === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
