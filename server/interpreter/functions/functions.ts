/** The functions that a query may call, by their names as the manual spells them. */
import { graphFunctions } from "./graph.ts";
import type { FunctionKind, Work } from "./kinds.ts";
import { listFunctions } from "./lists.ts";
import { momentFunctions } from "./moments.ts";
import { numberFunctions } from "./numbers.ts";
import { textFunctions } from "./texts.ts";

const all: Readonly<Record<string, FunctionKind>> = {
  ...numberFunctions,
  ...textFunctions,
  ...listFunctions,
  ...graphFunctions,
  ...momentFunctions,
};

/** What a function does with so many values; undefined when there is none such. */
export function functionOf(name: string, values: number): Work | undefined {
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  return found && values >= found.least && values <= found.most ? found.work : undefined;
}
