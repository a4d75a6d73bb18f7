import type { Steps } from "../analysis/graph/steps.ts";
import type { Archive } from "../archive/archive.ts";
import type { ChangedRow, ChangeHead } from "../archive/change-records.ts";
import { versionChanged } from "../cache/version.ts";
import { type GraphStore, noVersion } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { changesIn, contentOf, countsOf, type GraphContent, hashOf, rowIn, rowsOf } from "./content.ts";
import type { Plan } from "./plan.ts";
import { datasetOf } from "./state.ts";

/** What a change does, told while it does it. */
export type Progress = (step: "checking" | "comparing" | "writing", done: number, of: number) => void;

/** Who makes a change, in which way, and why. */
export type Made = Pick<ChangeHead, "how"> & Partial<Pick<ChangeHead, "by" | "why" | "undoes">>;

export interface ChangeOptions {
  /** Where the version that it makes is to stay, and the one before it. */
  readonly archive?: Archive;
  /** The version that whoever asks for the change has seen; any when left out. */
  readonly seen?: string;
  /** A load by a command when left out. */
  readonly made?: Made;
  readonly progress?: Progress;
}

/**
 * The one way in which a dataset version is made: plans a change on what the graph holds, writes it whole or not at all, and keeps the
 * version before it and the one that it makes. A plan without statements makes no version.
 *
 * @throws AppError DATASET_CHANGED when the graph is not at the version that was seen, or when somebody else makes a version meanwhile;
 * then nothing is written
 */
export async function makeVersion(
  store: GraphStore,
  planOn: (there: GraphContent) => Steps<Plan>,
  { archive, seen, made = { how: "load" }, progress = () => {} }: ChangeOptions = {},
): Promise<Plan> {
  // Before anything else is read: what is newer than this version makes the write fail.
  const state = await datasetOf(store);
  const there = await contentOf(store, state);
  const plan = await inTurns(planOn(there));
  const { statements, version, after } = plan;
  if (archive && state.version !== noVersion) await keepThere(archive, there);
  if (statements.length === 0) return plan;
  const from = state.version === noVersion ? {} : { from: state.version };
  // Before the change itself: whoever is told that it was made finds it in the history, whatever happens to this process.
  await archive?.addChange(
    { version, number: after.number, ...from, ...made },
    changesIn(plan),
    from.from ? changedRows(plan, there) : [],
  );
  try {
    await store.write(statements, {
      step: { from: seen ?? state.version, to: version },
      progress: (done) => progress("writing", done, statements.length),
    });
  } finally {
    versionChanged(store);
  }
  const head = { number: after.number, version, hash: after.hash, ...from, changes: changesIn(plan), counts: countsOf(after) };
  await archive?.add(head, after, rowsOf(after));
  return plan;
}

/** What becomes of each row that does not stay as it is. */
function changedRows({ written, removed }: Plan, there: GraphContent): ChangedRow[] {
  const before = rowIn(there);
  return [
    ...written.map((after) => ({ id: String(after.id), before: before(String(after.id)), after })),
    ...removed.map((id) => ({ id, before: before(id) })),
  ];
}

/** The version that a change sets out from: nobody may have kept it, when an earlier Overlap made it, or a server on another machine. */
async function keepThere(archive: Archive, there: GraphContent): Promise<void> {
  const { number, version } = there;
  if (await archive.has(version)) return;
  const hash = await inTurns(hashOf(there));
  // What somebody has changed in the database by hand is no version.
  if (version === `${number}-${hash.slice(0, 12)}`)
    await archive.add({ number, version, hash, counts: countsOf(there) }, there, rowsOf(there));
}
