import type { z } from "zod";
import { AppError } from "../../model/errors.ts";
import {
  type CsvChoices,
  type ExportFormatName,
  exportFormats,
  exportRoute,
  itemMedia,
  itemRoute,
  mediaType,
  negotiated,
  negotiatedExportRoute,
  patternExportRoute,
  selectionExportRoute,
  versionFileRoute,
} from "../../model/exports.ts";
import type { NodeId } from "../../model/graph.ts";
import type { PatternAnswer, PatternRequest } from "../../model/patterns.ts";
import type { Archive } from "../archive/archive.ts";
import { storeUntil } from "../cache/asker.ts";
import { accepted } from "../http/accepted.ts";
import type { ZodPlugin } from "../http/serve.ts";
import { type SeeOther, type SentFile, serveFile } from "../http/serve-file.ts";
import type { GraphStore } from "../store/store.ts";
import type { About, Content } from "./content/content.ts";
import type { Deposit } from "./content/deposit.ts";
import { writeRows } from "./formats/rows.ts";
import { write } from "./formats/write.ts";
import { chosenIn, type RunPattern } from "./pattern-content.ts";
import { licenceOf, type PublicationSettings } from "./publication.ts";
import { aroundNode, everything, selection } from "./read-content.ts";
import { ofVersion, selectionOfVersion } from "./version-content.ts";

const tag = "Export";

const title = "Overlap";

interface ExportsOptions {
  readonly store: GraphStore;
  readonly archive: Archive;
  readonly runPattern: RunPattern;
  readonly basePath: string;
  readonly publication: PublicationSettings;
}

/** The graph as a file, for other programs. */
export const exportsApi: ZodPlugin<ExportsOptions> = async (app, options) => {
  const { store, archive, runPattern, basePath, publication } = options;
  const licence = licenceOf(publication);
  const toldAt = (origin: string) => ({ title, licence, base: origin + basePath });

  const depositOf = (version: string) => async (): Promise<Deposit> => ({
    creator: publication.creator,
    publisher: publication.publisher ?? publication.creator,
    date: await dayOf(archive, version),
  });

  const fileOf = (content: Content, format: ExportFormatName, choices: CsvChoices, mark = ""): SentFile => {
    const { of, datasetVersion } = content.about;
    const part = of === "everything" ? "" : `-${of}`;
    const table = format === "csv" ? `-${choices.table}` : "";
    return {
      ...sent(`overlap-${datasetVersion}${part}${mark}${table}`, format, content.about),
      bytes: write(content, format, { ...choices, deposit: depositOf(datasetVersion) }),
    };
  };

  const graphFile = async (format: ExportFormatName, query: GraphQuery, { origin, signal }: Asked): Promise<SentFile> => {
    const [told, its] = [toldAt(origin), storeUntil(signal, store)];
    const file = query.version === undefined ? undefined : await archive.find(query.version);
    if (file && query.ids) return fileOf(await selectionOfVersion(file, told, { ids: query.ids }), format, query);
    if (file) return fileOf(await ofVersion(file, told), format, query);
    const content = query.ids ? await selection(its, told, { ids: query.ids }) : await everything(its, told);
    return fileOf(content, format, query);
  };
  serveFile(app, exportRoute, tag, ({ params, query, ...asked }) => graphFile(params.format, query, asked));
  serveFile(app, versionFileRoute, tag, ({ params: { version }, ...asked }) => graphFile("json", { ...plain, version }, asked));
  serveFile(app, negotiatedExportRoute, tag, async ({ query, accept, ...asked }) => {
    const file = await graphFile(query.format ?? formatFor(accept), query, asked);
    return { ...file, headers: { ...file.headers, vary: "Accept" } };
  });
  serveFile(app, selectionExportRoute, tag, ({ params, query, body, ...asked }) =>
    graphFile(params.format, { ...query, ids: body.ids }, asked),
  );
  serveFile(app, patternExportRoute, tag, async ({ params: { format }, query: { dialect }, body, origin, signal }) => {
    const answer = JSON.parse((await runPattern(body, signal)).toString()) as PatternAnswer;
    const told = { ...toldAt(origin), pattern: patternOf(body) };
    if (isTable(format)) return rowsFile(answer, { ...told, nodes: 0, links: 0 }, format, dialect);
    const chosen = chosenIn(answer, told.pattern);
    const content = body.version
      ? await selectionOfVersion(await archive.find(answer.datasetVersion), told, chosen)
      : await selection(storeUntil(signal, store), told, chosen);
    if (content.about.datasetVersion !== answer.datasetVersion)
      throw new AppError("STORE_UNAVAILABLE", "The data were replaced while this file was made: ask again");
    return fileOf(content, format, { table: "nodes", dialect }, cutMark(answer));
  });
  serveFile(app, itemRoute, tag, async ({ params: { id }, accept, origin, signal }): Promise<SentFile | SeeOther> => {
    const media = accepted(accept, itemMedia);
    const headers = { vary: "Accept" };
    if (media === "text/html") return { seeOther: `${basePath}/verken?toon=${id}&kies=${id}`, headers };
    const content = await aroundNode(storeUntil(signal, store), toldAt(origin), id);
    const file = fileOf(content, itemFormats[media], { table: "links", dialect: "plain" });
    return { ...file, headers: { ...file.headers, ...headers } };
  });
};

/** Since when there is a version here: a description with the day of today would be another one each day. */
async function dayOf(archive: Archive, version: string): Promise<string> {
  const kept = (await archive.list()).find((one) => one.version === version);
  return (kept?.file?.head.keptAt ?? new Date().toISOString()).slice(0, 10);
}

const itemFormats = { "application/ld+json": "jsonld", "text/turtle": "turtle", "text/csv": "csv" } as const;

type GraphQuery = CsvChoices & { readonly ids?: readonly NodeId[] | undefined; readonly version?: string | undefined };
const plain: CsvChoices = { table: "nodes", dialect: "plain" };
type Asked = { readonly origin: string; readonly signal: AbortSignal };

const isTable = (format: ExportFormatName): boolean => "isTable" in exportFormats[format];

function formatFor(accept: string | undefined): ExportFormatName {
  const [first, ...others] = negotiated.map(mediaType);
  const media = accepted(accept, [first ?? "", ...others]);
  return negotiated.find((name) => mediaType(name) === media) ?? negotiated[0];
}

const patternOf = ({ cypher, params }: z.output<typeof PatternRequest>) => ({ cypher, params });

/** Said in the file's name, since some forms have no place for it: not all rows are in it. */
const cutMark = ({ truncated, rows }: PatternAnswer): string => (truncated ? `-first-${rows.length}-rows` : "");

function rowsFile(
  answer: PatternAnswer,
  told: Omit<About, "of" | "datasetVersion" | "missing">,
  format: ExportFormatName,
  dialect: CsvChoices["dialect"],
): SentFile {
  const { datasetVersion } = answer;
  const about: About = { ...told, of: "pattern", datasetVersion, missing: [] };
  return {
    ...sent(`overlap-${datasetVersion}-pattern${cutMark(answer)}`, format, about),
    bytes: writeRows(answer, about, format, dialect),
  };
}

function sent(name: string, format: ExportFormatName, { datasetVersion, licence }: Pick<About, "datasetVersion" | "licence">) {
  const { media, ending } = exportFormats[format];
  const headers = { "x-dataset-version": datasetVersion, link: `<${licence.url}>; rel="license"` };
  return { name: `${name}.${ending}`, media, headers };
}
