/**
 * A moment or duration as ISO 8601, the same from every engine: without zeros at the end of a fraction, and without a T
 * that nothing follows, and with as many digits in a year beyond 9999 or below 0 as it needs, but four.
 */
export const plainTime = (text: string): string =>
  text
    .replace(/(\.\d*?)0+(?=\D|$)/, (_, digits: string) => (digits === "." ? "" : digits))
    .replace(/T$/, "")
    .replace(/^([+-])0+(\d{4,}-\d\d-\d\d)/, "$1$2");
