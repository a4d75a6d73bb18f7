/** Where figures are told. */
export const metricsUrl = "/api/metrics";

/** Whether a path belongs to the API rather than to the web part; so do the permanent addresses of items. */
export const isApi = (path: string): boolean => path === "/api" || path.startsWith("/api/") || path.startsWith("/id/");

/** Whether a path is a page of the web part, rather than a file or a part of the API. A full stop at its end makes no file of it. */
export const isPage = (path: string): boolean => !isApi(path) && !/\/\.|\.\w+$/.test(path);

/** The path of an address, without its query. */
export const pathOf = (url: string): string => url.split("?", 1)[0] ?? "/";
