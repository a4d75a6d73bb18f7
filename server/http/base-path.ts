/** In the place of an address outside of the base path: no route has it, and it is no page. */
const outside = "/.outside";

/**
 * The address that routes know, of one that a client asked for. Under a base path, only what begins with it is there.
 *
 * A page's address with a broken percent code still is that page's: the page tells the person what is wrong. Of an address of the
 * API, the router does.
 */
export function withoutBase(url: string, basePath: string): string {
  const rest = url.slice(basePath.length);
  if (!url.startsWith(basePath) || !/^([/?]|$)/.test(rest)) return outside;
  const inside = rest.startsWith("/") ? rest : `/${rest}`;
  return inside.startsWith("/api/") || isReadable(inside) ? inside : inside.replaceAll("%", "%25");
}

function isReadable(url: string): boolean {
  try {
    decodeURI(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
