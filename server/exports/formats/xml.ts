import { escapeUTF8 } from "entities";

/** Text between tags. A bare return would be read as a line break. */
export const xmlText = (text: string): string => escapeUTF8(text).replaceAll("\r", "&#13;");

/** An attribute's value with its quotes. A line break in it would be read as a blank. */
export const xmlAttribute = (text: string): string =>
  `"${escapeUTF8(text).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`;
