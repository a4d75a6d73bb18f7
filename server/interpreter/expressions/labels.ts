import type { LabelTest } from "../plan.ts";

/** Whether the labels of a node, or the kind of a link, are as a test says. */
export function fits(test: LabelTest, has: (name: string) => boolean, hasSome: boolean): boolean {
  switch (test.is) {
    case "label":
      return has(test.name);
    case "any":
      return hasSome;
    case "not":
      return !fits(test.test, has, hasSome);
    case "and":
      return test.tests.every((one) => fits(one, has, hasSome));
    case "or":
      return test.tests.some((one) => fits(one, has, hasSome));
  }
}
