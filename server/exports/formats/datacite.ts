import { type Content, descriptionOf } from "../content/content.ts";
import type { Deposit } from "../content/deposit.ts";

/** DataCite's own word for what nobody has said. */
const unknown = "(:unav)";

/** The description of a data set as DataCite's metadata (schema 4.5) have it: what a DOI is registered with. It has no DOI yet. */
export async function* datacite({ about, sources }: Content, its: () => Promise<Deposit>): AsyncGenerator<string> {
  const deposit = await its();
  const { licence } = about;
  const creator = deposit.creator ?? unknown;
  const described = {
    schemaVersion: "http://datacite.org/schema/kernel-4",
    types: { resourceTypeGeneral: "Dataset", resourceType: "Knowledge graph" },
    titles: [{ title: about.title, lang: "en" }],
    creators: [{ name: creator, ...(deposit.creator !== undefined && { nameType: "Organizational" }) }],
    publisher: { name: deposit.publisher ?? creator },
    publicationYear: deposit.date.slice(0, 4),
    dates: [{ date: deposit.date, dateType: "Available" }],
    version: about.datasetVersion,
    language: "nl",
    sizes: [`${about.nodes} items`, `${about.links} links`, `${sources.length} sources`],
    formats: ["text/csv", "application/json"],
    descriptions: [{ description: descriptionOf(about), descriptionType: "Abstract", lang: "en" }],
    rightsList: [
      {
        rights: licence.name,
        rightsUri: licence.url,
        rightsIdentifier: licence.name,
        rightsIdentifierScheme: "SPDX",
        schemeUri: "https://spdx.org/licenses/",
      },
      { rights: licence.rights },
    ],
    alternateIdentifiers: [
      { alternateIdentifier: `${about.base}/api/export/json?version=${about.datasetVersion}`, alternateIdentifierType: "URL" },
    ],
    relatedItems: sources.map(({ title, url }) => ({
      relatedItemType: "Other",
      relationType: "IsDerivedFrom",
      titles: [{ title }],
      ...(url !== undefined && { relatedItemIdentifier: { relatedItemIdentifier: url, relatedItemIdentifierType: "URL" } }),
    })),
  };
  yield `${JSON.stringify(described, null, 2)}\n`;
}
