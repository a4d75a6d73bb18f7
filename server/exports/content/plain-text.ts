/**
 * Text without what no file of XML may hold, control characters and halves of characters: readers of the other forms stumble over
 * these, too.
 */
export const plainText = (text: string): string => text.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
