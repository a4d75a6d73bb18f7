/**
 * The text of a file, in whichever of the encodings it is that programs for spreadsheets write: UTF-8 or UTF-16 with a mark at its
 * beginning, UTF-8 without, or else Windows-1252, in which every byte is a character.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
