/** The functions date(), localtime(), time(), localdatetime(), datetime() and duration(), and what they make of a value. */

import { Duration } from "../moments/duration.ts";
import {
  CypherDate,
  DateTime,
  daysIn,
  isMoment,
  LocalDateTime,
  LocalTime,
  type Moment,
  nanosIn,
  nanosOf,
  Time,
} from "../moments/moment.ts";
import {
  dateOfText,
  dateTimeOfText,
  durationOfText,
  localDateTimeOfText,
  localTimeOfText,
  timeOfText,
} from "../moments/read-text.ts";
import { isTimeUnit, truncatedDay, truncatedTime } from "../moments/truncate.ts";
import { WrongMoment } from "../moments/wrong-moment.ts";
import { zoneOfText } from "../moments/zones.ts";
import { isMap, type Value } from "../values/value.ts";
import {
  dateOfFields,
  dateTimeOfFields,
  durationOfFields,
  fieldsOf,
  localDateTimeOfFields,
  localTimeOfFields,
  timeOfFields,
} from "./moment-fields.ts";

export type MomentKind = "date" | "localtime" | "time" | "localdatetime" | "datetime";

interface Maker {
  readonly ofText: (text: string) => Moment | undefined;
  readonly ofFields: (fields: ReadonlyMap<string, Value>) => Moment;
  /** From another moment that has what it needs. */
  readonly base: (moment: Moment) => readonly [string, Moment][];
}

const withDay = (moment: Moment): readonly [string, Moment][] => [["date", moment]];
const withTime = (moment: Moment): readonly [string, Moment][] => [["time", moment]];
const withBoth = (moment: Moment): readonly [string, Moment][] =>
  moment instanceof CypherDate ? withDay(moment) : [["datetime", moment]];

const makers: Readonly<Record<MomentKind, Maker>> = {
  date: { ofText: dateOfText, ofFields: dateOfFields, base: withDay },
  localtime: { ofText: localTimeOfText, ofFields: localTimeOfFields, base: withTime },
  time: { ofText: (text) => timeOfText(text), ofFields: (fields) => timeOfFields(fields), base: withTime },
  localdatetime: { ofText: localDateTimeOfText, ofFields: localDateTimeOfFields, base: withBoth },
  datetime: { ofText: (text) => dateTimeOfText(text), ofFields: (fields) => dateTimeOfFields(fields), base: withBoth },
};

/** Properties hold free text as well. CASE, since conditions with AND may be looked at in any order. */
const wayRound: Partial<Record<MomentKind, string>> = {
  date: ". Where there is free text, write CASE WHEN n.x =~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN date(n.x) END",
};

/** @throws WrongMoment */
export function makeMoment(kind: MomentKind, value: Value): Moment {
  const { ofText, ofFields, base } = makers[kind];
  if (typeof value === "string") {
    const moment = ofText(value);
    if (!moment) throw new WrongMoment(`'${value}' is no ${kind}${wayRound[kind] ?? ""}`);
    return moment;
  }
  if (isMap(value)) return ofFields(fieldsOf(value));
  if (isMoment(value)) return ofFields(new Map(base(value)));
  throw new WrongMoment(`${kind}() takes a text, a map or a moment`);
}

/** @throws WrongMoment */
export function makeDuration(value: Value): Duration {
  if (value instanceof Duration) return value;
  if (isMap(value)) return durationOfFields(fieldsOf(value));
  const duration = typeof value === "string" ? durationOfText(value) : undefined;
  if (!duration) throw new WrongMoment(`${typeof value === "string" ? `'${value}'` : "This"} is no duration`);
  return duration;
}

/** What time it is, as a moment of some kind. */
export function now(kind: MomentKind, milliseconds: number, zone = "Z"): Moment {
  const found = zoneOfText(zone);
  if (!found) throw new WrongMoment(`There is no time zone ${zone}`);
  const seconds = Math.floor(milliseconds / 1000);
  const moment = DateTime.ofEpoch(seconds, (milliseconds - seconds * 1000) * 1e6, found);
  return kind === "datetime" ? moment : makeMoment(kind, moment);
}

/** The beginning of the unit that a moment is in, as a moment of some kind, with other parts laid over it. @throws WrongMoment */
export function truncated(kind: MomentKind, unit: string, moment: Moment, parts: ReadonlyMap<string, Value>): Moment {
  const [days, nanos] = [daysIn(moment), nanosIn(moment)];
  const needsDay = kind !== "time" && kind !== "localtime";
  if (needsDay && days === undefined) throw new WrongMoment(`A ${kind} needs a moment with a day`);
  if (!needsDay && nanos === undefined && isTimeUnit(unit)) throw new WrongMoment(`A ${kind} needs a moment with a time`);
  const clock = truncatedTime(unit, nanos ?? 0);
  const zone = moment instanceof DateTime ? moment.zone : { name: "", offset: moment instanceof Time ? moment.offset : 0 };
  const fields = new Map(keepingFractions(unit, parts, clock));
  if (!needsDay) {
    const asked = fields.get("timezone");
    const offset = typeof asked === "string" ? (zoneOfText(asked)?.offset ?? zone.offset) : zone.offset;
    fields.delete("timezone");
    fields.set("time", kind === "time" ? new Time(clock, offset) : new LocalTime(clock));
    return makers[kind].ofFields(fields);
  }
  const day = isTimeUnit(unit) && kind !== "date" ? (days ?? 0) : truncatedDay(unit, days ?? 0);
  if (kind === "date") return makers.date.ofFields(fields.set("date", new CypherDate(day)));
  const local = new LocalDateTime(day, clock);
  if (kind === "localdatetime" || fields.has("timezone")) return makers[kind].ofFields(fields.set("datetime", local));
  return makers.datetime.ofFields(fields.set("datetime", DateTime.ofLocal(local, zone)));
}

/** Fractions of a second that are laid over a cut moment stand below what the cut left. */
function keepingFractions(unit: string, fields: ReadonlyMap<string, Value>, nanos: number): ReadonlyMap<string, Value> {
  const name = unit.toLowerCase();
  const [micro, nano] = [fields.has("microsecond"), fields.has("nanosecond")];
  const more = new Map(fields);
  if ((name === "millisecond" && (micro || nano)) || (name === "microsecond" && nano)) {
    more.set("millisecond", BigInt(Math.floor((nanos % nanosOf.second) / 1e6)));
    if (name === "microsecond") more.set("microsecond", BigInt(Math.floor((nanos % 1e6) / 1e3)));
  }
  return more;
}
