import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take long and hardly work: they wait until it is sure that a database of their own is away, and until it is back. */
const longWaits = [/\/database-away\.test\.ts$/, /\/contract\/away\.test\.ts$/];

/**
 * What takes longest by waiting begins first, so that the rest is done meanwhile. The files that wait for turns on Neo4j stand
 * between those that do not, so that there is work while they wait.
 */
export default class Interleaved extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longWaits.some((name) => name.test(moduleId));
    const rest = sorted.filter((file) => !isLong(file));
    const waiting = rest.filter(({ project }) => project.name === "engines");
    const others = rest.filter(({ project }) => project.name !== "engines");
    const order = [waiting, others].flatMap((part) => part.map((file, index) => ({ file, at: (index + 1) / part.length })));
    return [...sorted.filter(isLong), ...order.sort((one, other) => one.at - other.at).map(({ file }) => file)];
  }
}
