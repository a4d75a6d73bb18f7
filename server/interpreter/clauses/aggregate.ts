/** Values worked out of many rows: count(), sum(), collect() and the like. */

import { Duration } from "../moments/duration.ts";
import { order } from "../values/compare.ts";
import { groupKey } from "../values/group-key.ts";
import { add, divide, named } from "../values/operators.ts";
import { isNumber, type Value } from "../values/value.ts";
import { WrongValue } from "../values/wrong-value.ts";

export interface Gathering {
  add(values: readonly Value[]): void;
  result(): Value;
}

const makers: Readonly<Record<string, () => Gathering>> = {
  count: () => {
    let count = 0n;
    return { add: () => count++, result: () => count };
  },
  collect: () => {
    const list: Value[] = [];
    return { add: ([value = null]) => list.push(value), result: () => list };
  },
  sum: () => total(),
  avg: () => average(),
  min: () => best((found, value) => order(value, found) < 0),
  max: () => best((found, value) => order(value, found) > 0),
  stDev: () => deviation("stDev", 1),
  stDevP: () => deviation("stDevP", 0),
  percentileCont: () => percentile("percentileCont", true),
  percentileDisc: () => percentile("percentileDisc", false),
};

export function gathering(name: string, distinct: boolean): Gathering {
  const made = makers[name]?.();
  if (!made) throw new WrongValue(`${name}() is not known`);
  const seen = new Set<string>();
  return {
    add(values) {
      const [value] = values;
      if (values.length > 0 && value === null) return; // count(*) counts every row, and the others no nulls
      if (distinct) {
        const key = groupKey(value ?? null);
        if (seen.has(key)) return;
        seen.add(key);
      }
      made.add(values);
    },
    result: () => made.result(),
  };
}

function best(better: (found: Value, value: Value) => boolean): Gathering {
  let found: Value = null;
  return {
    add([value = null]) {
      if (found === null || better(found, value)) found = value;
    },
    result: () => found,
  };
}

const mustBeNumber = (name: string, value: Value): number | bigint => {
  if (!isNumber(value)) throw new WrongValue(`${name}() cannot take ${named(value)}`);
  return value;
};

function total(): Gathering {
  let sum: Value = null;
  return {
    add([value = null]) {
      if (!(value instanceof Duration)) mustBeNumber("sum", value);
      sum = sum === null ? value : add(sum, value);
    },
    result: () => sum ?? 0n,
  };
}

/** Each value moves the mean a little, so that a long list of large numbers does not overflow. */
function average(): Gathering {
  let [count, mean, durations]: [number, number, Duration | undefined] = [0, 0, undefined];
  return {
    add([value = null]) {
      count++;
      if (value instanceof Duration) durations = durations ? durations.plus(value) : value;
      else mean += (Number(mustBeNumber("avg", value)) - mean) / count;
    },
    result: () => (count === 0 ? null : durations ? divide(durations, BigInt(count)) : mean),
  };
}

function deviation(name: string, less: number): Gathering {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add([value = null]) {
      const number = Number(mustBeNumber(name, value));
      count++;
      const difference = number - mean;
      mean += difference / count;
      squares += difference * (number - mean);
    },
    result: () => (count - less <= 0 ? 0 : Math.sqrt(squares / (count - less))),
  };
}

function percentile(name: string, between: boolean): Gathering {
  const numbers: (number | bigint)[] = [];
  let share = 0;
  return {
    add([value = null, at = null]) {
      share = Number(mustBeNumber(name, at));
      if (!(share >= 0 && share <= 1)) throw new WrongValue("A percentile lies between 0.0 and 1.0");
      numbers.push(mustBeNumber(name, value));
    },
    result() {
      if (numbers.length === 0) return null;
      numbers.sort(order);
      const last = numbers.length - 1;
      if (!between) return numbers[share === 0 ? 0 : Math.ceil(share * numbers.length) - 1] ?? null;
      const at = share * last;
      if (Number.isInteger(at)) return numbers[at] ?? null;
      const [low, high] = [Number(numbers[Math.floor(at)]), Number(numbers[Math.ceil(at)])];
      return low * (Math.floor(at) + 1 - at) + high * (at - Math.floor(at));
    },
  };
}
