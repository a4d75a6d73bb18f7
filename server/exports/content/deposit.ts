/** What an archive for research data asks of a data set, beside what every file says of itself. */
export interface Deposit {
  /** Organisations; absent where nobody has said. */
  readonly creator?: string | undefined;
  readonly publisher?: string | undefined;
  /** The day since which there is this version, as in 2026-11-28. */
  readonly date: string;
}
