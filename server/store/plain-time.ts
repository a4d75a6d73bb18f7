/**
 * A moment or duration as ISO 8601, the same from every engine: without zeros at the end of a fraction, and without a T
 * that nothing follows.
 */
export const plainTime = (text: string): string =>
  text.replace(/(\.\d*?)0+(?=\D|$)/, (_, digits: string) => (digits === "." ? "" : digits)).replace(/T$/, "");
