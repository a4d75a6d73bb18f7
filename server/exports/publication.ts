import type { Licence } from "./content/content.ts";

/** Under which terms, and in whose name, the data are given out: settings of whoever runs the server. */
export interface PublicationSettings {
  /** As SPDX calls it. */
  readonly licence: string;
  readonly licenceUrl?: string | undefined;
  readonly rights?: string | undefined;
  /** The organisation that made the data set, and the one that gives it out. */
  readonly creator?: string | undefined;
  readonly publisher?: string | undefined;
}

/** The address of a licence's own text, where SPDX does not have the one that people know. */
const ownAddresses: Readonly<Record<string, string>> = {
  "Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0",
  "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
};

const plainRights =
  "The data set holds facts, names of organisations and titles in words of its own, each with its source; the sources keep their own rights.";

export const licenceOf = ({ licence, licenceUrl, rights }: PublicationSettings): Licence => ({
  name: licence,
  url: licenceUrl ?? ownAddresses[licence] ?? `https://spdx.org/licenses/${licence}.html`,
  rights: rights ?? plainRights,
});
