import { between, inDays, inMonths, inSeconds } from "../moments/between.ts";
import type { Duration } from "../moments/duration.ts";
import { DateTime, isMoment, type Moment } from "../moments/moment.ts";
import { WrongMoment } from "../moments/wrong-moment.ts";
import { utc } from "../moments/zones.ts";
import { isMap, type Value } from "../values/value.ts";
import { WrongValue } from "../values/wrong-value.ts";
import { type CallContext, type FunctionKind, integerIn, known, textIn, wrong } from "./kinds.ts";
import { type MomentKind, makeDuration, makeMoment, now, truncated } from "./make-moment.ts";

const momentKinds: readonly MomentKind[] = ["date", "localtime", "time", "localdatetime", "datetime"];

/** What is wrong with a moment is wrong with a value. */
function made<Made extends Moment | Duration>(work: () => Made): Made {
  try {
    return work();
  } catch (error) {
    if (error instanceof WrongMoment) throw new WrongValue(error.message);
    throw error;
  }
}

function moment(kind: MomentKind, [value]: readonly Value[], context: CallContext): Value {
  if (value === undefined) return made(() => now(kind, context.now));
  const onlyZone = isMap(value) && value.size === 1 ? value.get("timezone") : undefined;
  if (typeof onlyZone === "string") return made(() => now(kind, context.now, onlyZone));
  return made(() => makeMoment(kind, value));
}

function truncate(kind: MomentKind, values: readonly Value[], context: CallContext): Value {
  const [unit, value, parts] = values;
  const from = value === undefined ? now(kind, context.now) : value;
  if (!isMoment(from)) return wrong(`${kind}.truncate`, from ?? null);
  if (parts !== undefined && !isMap(parts)) return wrong(`${kind}.truncate`, parts);
  const fields = new Map([...(parts ?? new Map<string, Value>())].map(([key, inside]) => [key.toLowerCase(), inside]));
  return made(() => truncated(kind, textIn(`${kind}.truncate`, unit), from, fields));
}

function span(name: string, work: (one: Moment, other: Moment) => Duration): [string, FunctionKind] {
  return [
    `duration.${name}`,
    known([2, 2], ([one = null, other = null]) => {
      if (!isMoment(one)) return wrong(`duration.${name}`, one);
      return isMoment(other) ? made(() => work(one, other)) : wrong(`duration.${name}`, other);
    }),
  ];
}

export const momentFunctions: Readonly<Record<string, FunctionKind>> = {
  ...Object.fromEntries(
    momentKinds.flatMap((kind): [string, FunctionKind][] => [
      [kind, known([0, 1], (values, context) => moment(kind, values, context))],
      [`${kind}.truncate`, known([1, 3], (values, context) => truncate(kind, values, context))],
      ...["transaction", "statement", "realtime"].map((clock): [string, FunctionKind] => [
        `${kind}.${clock}`,
        known([0, 1], ([zone], context) =>
          made(() => now(kind, context.now, zone === undefined ? "Z" : textIn(`${kind}.${clock}`, zone))),
        ),
      ]),
    ]),
  ),
  duration: known([1, 1], ([value = null]) => made(() => makeDuration(value))),
  ...Object.fromEntries([
    span("between", between),
    span("inMonths", inMonths),
    span("inDays", inDays),
    span("inSeconds", inSeconds),
  ]),
  "datetime.fromEpoch": known([2, 2], ([seconds, nanos]) =>
    DateTime.ofEpoch(integerIn("datetime.fromEpoch", seconds), integerIn("datetime.fromEpoch", nanos), utc),
  ),
  "datetime.fromEpochMillis": known([1, 1], ([millis]) => {
    const all = integerIn("datetime.fromEpochMillis", millis);
    const whole = Math.floor(all / 1000);
    return DateTime.ofEpoch(whole, (all - whole * 1000) * 1e6, utc);
  }),
};
