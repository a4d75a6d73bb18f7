/** Moments from maps: a moment to start from, where there is one, and the parts that differ. */

import { calendarDay, dayOfQuarter, daysInMonth, ordinalDay, quarterOf, weekDay } from "../moments/calendar.ts";
import { Duration, decimalOf } from "../moments/duration.ts";
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
import { day, ordinal, quarter, week } from "../moments/read-text.ts";
import { WrongMoment } from "../moments/wrong-moment.ts";
import { utc, type Zone, zoneOfText } from "../moments/zones.ts";
import type { Value, ValueMap } from "../values/value.ts";

type Fields = ReadonlyMap<string, Value>;

/** The fields of a map, by their names in lower case. */
export const fieldsOf = (map: ValueMap): Fields => new Map([...map].map(([key, value]) => [key.toLowerCase(), value]));

const momentFields = ["date", "time", "datetime"];
const dayFields = "year month day week dayofweek quarter dayofquarter ordinalday".split(" ");
const timeFields = "hour minute second millisecond microsecond nanosecond".split(" ");

const spellings = new Map(
  "dayOfWeek dayOfQuarter ordinalDay epochSeconds epochMillis".split(" ").map((name) => [name.toLowerCase(), name]),
);
/** The name of a field as the manual has it. */
const spelled = (name: string): string => spellings.get(name) ?? name;

function mustBeOneOf(fields: Fields, allowed: readonly string[]): void {
  for (const name of fields.keys()) if (!allowed.includes(name)) throw new WrongMoment(`There is no part ${spelled(name)} here`);
}

function integer(fields: Fields, name: string): number | undefined {
  const value = fields.get(name);
  if (value === undefined) return undefined;
  if (typeof value !== "bigint") throw new WrongMoment(`${spelled(name)} must be a whole number`);
  return Number(value);
}

function momentIn(fields: Fields, ...names: string[]): Moment | undefined {
  const name = names.find((one) => fields.has(one));
  const value = name === undefined ? undefined : fields.get(name);
  if (value === undefined) return undefined;
  if (!isMoment(value)) throw new WrongMoment(`${name} must be a moment`);
  return value;
}

export function dateOfFields(fields: Fields): CypherDate {
  mustBeOneOf(fields, ["date", "datetime", ...dayFields]);
  return new CypherDate(daysOfFields(fields));
}

export function localTimeOfFields(fields: Fields): LocalTime {
  mustBeOneOf(fields, ["time", "datetime", ...timeFields]);
  return new LocalTime(nanosOfFields(fields, nanosOfBase(fields)));
}

export function timeOfFields(fields: Fields, standard = utc): Time {
  mustBeOneOf(fields, ["time", "datetime", "timezone", ...timeFields]);
  const base = momentIn(fields, "time", "datetime");
  const asked = zoneIn(fields);
  const own = base instanceof Time ? base.offset : base instanceof DateTime ? base.zone.offset : undefined;
  if (asked && asked.name !== "" && !(base instanceof DateTime)) throw new WrongMoment("A time has an offset, not a named zone");
  if (base instanceof DateTime && asked) {
    const there = base.in(asked);
    return new Time(nanosOfFields(fields, there.nanos), there.zone.offset);
  }
  const offset = asked?.offset ?? own ?? standard.offset;
  const shift = asked && own !== undefined ? (asked.offset - own) * nanosOf.second : 0;
  const nanos = base ? (((nanosOfBase(fields) ?? 0) + shift) % nanosOf.day) + 0 : undefined;
  return new Time(nanosOfFields(fields, nanos === undefined ? undefined : (nanos + nanosOf.day) % nanosOf.day), offset);
}

export function localDateTimeOfFields(fields: Fields): LocalDateTime {
  mustBeOneOf(fields, [...momentFields, ...dayFields, ...timeFields]);
  return new LocalDateTime(daysOfFields(fields), nanosOfFields(fields, nanosOfBase(fields)));
}

export function dateTimeOfFields(fields: Fields, standard = utc): DateTime {
  if (fields.has("epochseconds") || fields.has("epochmillis")) return ofEpoch(fields);
  mustBeOneOf(fields, [...momentFields, "timezone", ...dayFields, ...timeFields]);
  const asked = zoneIn(fields);
  const clock = momentIn(fields, "time", "datetime");
  const own = clock instanceof DateTime ? clock.zone : clock instanceof Time ? { name: "", offset: clock.offset } : undefined;
  const start = new LocalDateTime(daysOfFields(fields), nanosOfFields(fields, nanosOfBase(fields)));
  if (!asked || !own) return DateTime.ofLocal(start, asked ?? own ?? standard);
  // what differs in the time is meant on the clocks of the zone that is asked for
  const base = DateTime.ofLocal(new LocalDateTime(daysOfFields(fields), nanosOfBase(fields) ?? 0), own, own.offset).in(asked);
  return DateTime.ofLocal(new LocalDateTime(base.days, nanosOfFields(fields, base.nanos)), asked, base.zone.offset);
}

function ofEpoch(fields: Fields): DateTime {
  const nano = integer(fields, "nanosecond") ?? 0;
  const seconds = integer(fields, "epochseconds");
  if (seconds !== undefined) return DateTime.ofEpoch(seconds, nano, zoneIn(fields) ?? utc);
  const millis = integer(fields, "epochmillis") ?? 0;
  const whole = Math.floor(millis / 1000);
  return DateTime.ofEpoch(whole, (millis - whole * 1000) * 1e6 + nano, zoneIn(fields) ?? utc);
}

function zoneIn(fields: Fields): Zone | undefined {
  const value = fields.get("timezone");
  if (value === undefined) return undefined;
  const zone = typeof value === "string" ? zoneOfText(value) : undefined;
  if (!zone) throw new WrongMoment(`There is no time zone ${String(value)}`);
  return zone;
}

/** Since midnight, in the moment that a map starts from. */
function nanosOfBase(fields: Fields): number | undefined {
  const base = momentIn(fields, "time", "datetime");
  if (!base) return undefined;
  const nanos = nanosIn(base);
  if (nanos === undefined) throw new WrongMoment("time must be a moment with a time");
  return nanos;
}

function daysOfFields(fields: Fields): number {
  const base = momentIn(fields, "date", "datetime");
  const from = base && daysIn(base);
  if (base && from === undefined) throw new WrongMoment("date must be a moment with a day");
  const days = daysFrom(fields, from);
  if (days === undefined) throw new WrongMoment("There is no such day");
  return days;
}

/** By week, by quarter, by day of the year, or by month: what is not named is taken from `from`, or is the first. */
function daysFrom(fields: Fields, from: number | undefined): number | undefined {
  const part = (name: string, otherwise: (days: number) => number, first?: number): number => {
    const value = integer(fields, name) ?? (from === undefined ? first : otherwise(from));
    if (value === undefined || (first !== undefined && hasTime && from === undefined && !fields.has(name)))
      throw new WrongMoment(`${spelled(name)} must be given`);
    return value;
  };
  const hasTime = ["time", ...timeFields].some((name) => fields.has(name));
  const has = (...names: string[]) => names.some((name) => fields.has(name));
  const year = () => part("year", (days) => calendarDay(days).year);
  if (has("week", "dayofweek"))
    return weekOrNext(
      part("year", (days) => weekDay(days).weekYear),
      part("week", (days) => weekDay(days).week),
      part("dayofweek", (days) => weekDay(days).dayOfWeek, 1),
    );
  if (has("quarter", "dayofquarter"))
    return quarterOrNext(
      year(),
      part("quarter", (days) => quarterOf(calendarDay(days).month)),
      part("dayofquarter", dayOfQuarter, 1),
    );
  if (has("ordinalday")) return ordinal(year(), part("ordinalday", ordinalDay));
  if (from === undefined && has("day") && !has("month")) throw new WrongMoment("month must be given");
  return day(
    year(),
    part("month", (days) => calendarDay(days).month, 1),
    hasTime && from === undefined ? part("day", () => 1) : dayIn(fields, from, year()),
  );
}

/** Week 53 of a year that has none is the first of the next; in a text there is no such week. */
function weekOrNext(year: number, number: number, dayOfWeek: number): number | undefined {
  const before = number === 53 ? week(year, 52, dayOfWeek) : undefined;
  return week(year, number, dayOfWeek) ?? (before === undefined ? undefined : before + 7);
}

/** And the days up to the 92nd of a shorter quarter go on in the next. */
function quarterOrNext(year: number, number: number, dayOfQuarter: number): number | undefined {
  const first = quarter(year, number, 1);
  return first !== undefined && dayOfQuarter >= 1 && dayOfQuarter <= 92 ? first + dayOfQuarter - 1 : undefined;
}

/** A day that is taken from another month is the last one where there is no such day. */
function dayIn(fields: Fields, from: number | undefined, year: number): number {
  const given = integer(fields, "day");
  if (given !== undefined || from === undefined) return given ?? 1;
  const base = calendarDay(from);
  const month = integer(fields, "month") ?? base.month;
  return month >= 1 && month <= 12 ? Math.min(base.day, daysInMonth(year, month)) : base.day;
}

function nanosOfFields(fields: Fields, from: number | undefined): number {
  const asked = (name: string): number | undefined => integer(fields, name);
  const within = (name: string, value: number, below: number): number => {
    if (value < 0 || value >= below) throw new WrongMoment(`${name} must be from 0 to ${below - 1}`);
    return value;
  };
  let gap: string | undefined;
  const clock = (name: string, size: number, below: number): number => {
    const value = asked(name);
    if (value !== undefined && gap !== undefined) throw new WrongMoment(`${gap} must be given where ${name} is`);
    if (value === undefined && from === undefined) gap ??= name;
    return within(name, value ?? (from === undefined ? 0 : Math.floor(from / size) % below), below) * size;
  };
  const whole = clock("hour", nanosOf.hour, 24) + clock("minute", nanosOf.minute, 60) + clock("second", nanosOf.second, 60);
  const part = ["millisecond", "microsecond", "nanosecond"].find((name) => fields.has(name));
  if (part !== undefined && gap !== undefined) throw new WrongMoment(`${gap} must be given where ${part} is`);
  const [millis, micros, nanos] = [asked("millisecond"), asked("microsecond"), asked("nanosecond")];
  if (millis === undefined && micros === undefined && nanos === undefined) return whole + ((from ?? 0) % nanosOf.second);
  return (
    whole +
    within("millisecond", millis ?? 0, 1000) * 1e6 +
    within("microsecond", micros ?? 0, millis === undefined ? 1e6 : 1000) * 1e3 +
    within("nanosecond", nanos ?? 0, micros !== undefined ? 1000 : millis !== undefined ? 1e6 : 1e9)
  );
}

/** How many of a duration's four parts one of each field is. */
const lengths: Readonly<Record<string, readonly [part: number, size: bigint]>> = {
  years: [0, 12n],
  quarters: [0, 3n],
  months: [0, 1n],
  weeks: [1, 7n],
  days: [1, 1n],
  hours: [2, 3600n],
  minutes: [2, 60n],
  seconds: [2, 1n],
  milliseconds: [3, 1_000_000n],
  microseconds: [3, 1000n],
  nanoseconds: [3, 1n],
};

export function durationOfFields(fields: Fields): Duration {
  if (fields.size === 0) throw new WrongMoment("A duration needs at least one part, such as {days: 1}");
  const parts: [bigint, bigint, bigint, bigint] = [0n, 0n, 0n, 0n];
  for (const [name, value] of fields) {
    const length = lengths[name];
    if (!length) throw new WrongMoment(`A duration has no part ${name}`);
    if (typeof value !== "bigint" && !(typeof value === "number" && Number.isFinite(value)))
      throw new WrongMoment(`${name} must be a number`);
    const [part, size] = length;
    parts[part] = (parts[part] ?? 0n) + decimalOf(value) * size;
  }
  return Duration.approximate(...parts);
}
