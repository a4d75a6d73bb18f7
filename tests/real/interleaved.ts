import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that wait for turns on Neo4j stand between those that do not, so that there is work while they wait. */
export default class Interleaved extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waiting = sorted.filter(({ project }) => project.name === "engines");
    const others = sorted.filter(({ project }) => project.name !== "engines");
    const order = [waiting, others].flatMap((part) => part.map((file, index) => ({ file, at: (index + 1) / part.length })));
    return order.sort((one, other) => one.at - other.at).map(({ file }) => file);
  }
}
