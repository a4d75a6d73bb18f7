import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";

/** A file in an archive; its text is made when its turn has come. */
export interface ZipEntry {
  readonly name: string;
  readonly text: () => AsyncIterable<string>;
}

/** The same files give the same bytes: an archive says when its files were changed, and these were not. */
const noTime = new Date(1980, 0, 1);

/** An archive of files, one after the other, as fast as it is read. */
export function zipOf(entries: readonly ZipEntry[]): Readable {
  const archive = new ZipFile();
  const out = new PassThrough();
  const sources: Readable[] = [];
  archive.on("error", (error) => out.destroy(error as Error));
  for (const { name, text } of entries)
    archive.addReadStreamLazy(name, { mtime: noTime, forceDosTimestamp: true }, (give) => {
      const source = Readable.from(text(), { objectMode: false });
      sources.push(source);
      source.once("error", (error) => out.destroy(error));
      give(null, source);
    });
  archive.outputStream.pipe(out);
  // Whoever stops reading stops what is read for it.
  out.once("close", () => {
    for (const source of sources) source.destroy();
  });
  archive.end();
  return out;
}

/** A file of which the text is there already. */
export const textEntry = (name: string, text: string): ZipEntry => ({
  name,
  text: async function* () {
    yield text;
  },
});
