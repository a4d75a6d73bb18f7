/** Days and times, with and without a zone. */
import { calendarDay, dayOfQuarter, dayOfWeek, mod, ordinalDay, plusMonths, quarterOf, weekDay } from "./calendar.ts";
import type { Duration } from "./duration.ts";
import { offsetText, utc, type Zone, zoneAt, zoneOfLocal } from "./zones.ts";

export type Moment = CypherDate | LocalTime | Time | LocalDateTime | DateTime;

/** Nanoseconds. */
export const nanosOf = { second: 1e9, minute: 60e9, hour: 3600e9, day: 86_400e9 } as const;

export class CypherDate {
  /** Since 1970-01-01. */
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }

  part(name: string): bigint | undefined {
    return partOfDay(this.days, name);
  }

  plus({ months, days, seconds }: Duration): CypherDate {
    return new CypherDate(plusMonths(this.days, Number(months)) + Number(days) + Number(seconds / 86_400n));
  }

  toString(): string {
    return dayText(this.days);
  }
}

export class LocalTime {
  /** Since midnight. */
  readonly nanos: number;
  constructor(nanos: number) {
    this.nanos = nanos;
  }

  part(name: string): bigint | undefined {
    return partOfTime(this.nanos, name);
  }

  plus(duration: Duration): LocalTime {
    return new LocalTime(timePlus(this.nanos, duration));
  }

  toString(): string {
    return timeText(this.nanos);
  }
}

export class Time {
  readonly nanos: number;
  /** Seconds. */
  readonly offset: number;
  constructor(nanos: number, offset: number) {
    this.nanos = nanos;
    this.offset = offset;
  }

  part(name: string): bigint | string | undefined {
    return partOfTime(this.nanos, name) ?? partOfZone({ name: "", offset: this.offset }, name);
  }

  plus(duration: Duration): Time {
    return new Time(timePlus(this.nanos, duration), this.offset);
  }

  /** Nanoseconds since midnight in UTC, which may lie on the day before or after. */
  get utcNanos(): number {
    return this.nanos - this.offset * nanosOf.second;
  }

  toString(): string {
    return timeText(this.nanos) + offsetText(this.offset);
  }
}

export class LocalDateTime {
  readonly days: number;
  readonly nanos: number;
  constructor(days: number, nanos: number) {
    this.days = days;
    this.nanos = nanos;
  }

  part(name: string): bigint | undefined {
    return partOfDay(this.days, name) ?? partOfTime(this.nanos, name);
  }

  plus({ months, days, seconds, nanos }: Duration): LocalDateTime {
    const shifted = plusMonths(this.days, Number(months)) + Number(days);
    return new LocalDateTime(...shiftedBy(shifted, this.nanos, seconds, nanos));
  }

  get localSeconds(): number {
    return this.days * 86_400 + Math.floor(this.nanos / nanosOf.second);
  }

  toString(): string {
    return `${dayText(this.days)}T${timeText(this.nanos)}`;
  }
}

/** A local day and time with the zone that says which moment it is. */
export class DateTime {
  readonly days: number;
  readonly nanos: number;
  readonly zone: Zone;
  /** @param zone with the offset that it has then */
  constructor(days: number, nanos: number, zone: Zone) {
    this.days = days;
    this.nanos = nanos;
    this.zone = zone;
  }

  /** What the clocks of a zone show. */
  static ofLocal({ days, nanos, localSeconds }: LocalDateTime, { name, offset }: Zone, preferred?: number): DateTime {
    if (name === "") return new DateTime(days, nanos, { name, offset });
    const zone = zoneOfLocal(name, localSeconds, preferred);
    // a time that the clocks skip is as much later as they are put forward
    return DateTime.ofEpoch(localSeconds - zone.offset, nanos % nanosOf.second, zone);
  }

  static ofEpoch(epochSeconds: number, nanosOfSecond: number, { name, offset }: Zone): DateTime {
    const zone = name === "" ? { name, offset } : zoneAt(name, epochSeconds);
    const local = epochSeconds + zone.offset;
    const days = Math.floor(local / 86_400);
    return new DateTime(days, mod(local, 86_400) * nanosOf.second + nanosOfSecond, zone);
  }

  get local(): LocalDateTime {
    return new LocalDateTime(this.days, this.nanos);
  }

  get epochSeconds(): number {
    return this.local.localSeconds - this.zone.offset;
  }

  /** The same moment on the clocks of another zone. */
  in(zone: Zone): DateTime {
    return DateTime.ofEpoch(this.epochSeconds, this.nanos % nanosOf.second, zone);
  }

  part(name: string): bigint | string | undefined {
    const epoch = BigInt(this.epochSeconds);
    if (/^epochseconds$/i.test(name)) return epoch;
    if (/^epochmillis$/i.test(name)) return epoch * 1000n + BigInt(Math.floor((this.nanos % nanosOf.second) / 1e6));
    return this.local.part(name) ?? partOfZone(this.zone, name);
  }

  plus(duration: Duration): DateTime {
    const { months, days } = duration;
    const shifted = new LocalDateTime(plusMonths(this.days, Number(months)) + Number(days), this.nanos);
    const dated = months === 0n && days === 0n ? this : DateTime.ofLocal(shifted, this.zone, this.zone.offset);
    const [epochDays, nanos] = shiftedBy(
      Math.floor(dated.epochSeconds / 86_400),
      mod(dated.epochSeconds, 86_400) * nanosOf.second + (dated.nanos % nanosOf.second),
      duration.seconds,
      duration.nanos,
    );
    return DateTime.ofEpoch(epochDays * 86_400 + Math.floor(nanos / nanosOf.second), nanos % nanosOf.second, this.zone);
  }

  toString(): string {
    const { name, offset } = this.zone;
    return `${this.local}${offsetText(offset)}${name && `[${name}]`}`;
  }
}

function shiftedBy(days: number, nanos: number, seconds: bigint, moreNanos: bigint): [days: number, nanos: number] {
  const total = BigInt(nanos) + seconds * 1_000_000_000n + moreNanos;
  const day = 86_400_000_000_000n;
  const inDay = ((total % day) + day) % day;
  return [days + Number((total - inDay) / day), Number(inDay)];
}

const timePlus = (nanos: number, { seconds, nanos: more }: Duration): number => shiftedBy(0, nanos, seconds, more)[1];

function partOfDay(days: number, name: string): bigint | undefined {
  const part = dayParts[name.toLowerCase()];
  return part && BigInt(part(days));
}

const dayParts: Readonly<Record<string, (days: number) => number>> = {
  year: (days) => calendarDay(days).year,
  quarter: (days) => quarterOf(calendarDay(days).month),
  month: (days) => calendarDay(days).month,
  week: (days) => weekDay(days).week,
  weekyear: (days) => weekDay(days).weekYear,
  day: (days) => calendarDay(days).day,
  ordinalday: ordinalDay,
  dayofweek: dayOfWeek,
  weekday: dayOfWeek,
  dayofquarter: dayOfQuarter,
  quarterday: dayOfQuarter,
};

function partOfTime(nanos: number, name: string): bigint | undefined {
  const part = timeParts[name.toLowerCase()];
  return part && BigInt(Math.floor(part(nanos)));
}

const timeParts: Readonly<Record<string, (nanos: number) => number>> = {
  hour: (nanos) => nanos / nanosOf.hour,
  minute: (nanos) => (nanos % nanosOf.hour) / nanosOf.minute,
  second: (nanos) => (nanos % nanosOf.minute) / nanosOf.second,
  millisecond: (nanos) => (nanos % nanosOf.second) / 1e6,
  microsecond: (nanos) => (nanos % nanosOf.second) / 1e3,
  nanosecond: (nanos) => nanos % nanosOf.second,
};

function partOfZone({ name, offset }: Zone, part: string): bigint | string | undefined {
  switch (part.toLowerCase()) {
    case "timezone":
      return name || offsetText(offset);
    case "offset":
      return offsetText(offset);
    case "offsetminutes":
      return BigInt(Math.trunc(offset / 60));
    case "offsetseconds":
      return BigInt(offset);
    default:
      return undefined;
  }
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");

function dayText(days: number): string {
  const { year, month, day } = calendarDay(days);
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  return `${sign}${padded(Math.abs(year), 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function timeText(nanos: number): string {
  const [hour, minute, second] = ["hour", "minute", "second"].map((name) => padded(Number(partOfTime(nanos, name)), 2));
  const fraction = padded(nanos % nanosOf.second, 9).replace(/0+$/, "");
  return `${hour}:${minute}:${second}${fraction && `.${fraction}`}`;
}

export const isMoment = (value: unknown): value is Moment =>
  value instanceof CypherDate ||
  value instanceof LocalTime ||
  value instanceof Time ||
  value instanceof LocalDateTime ||
  value instanceof DateTime;

export const sameKind = (one: Moment, other: Moment): boolean => one.constructor === other.constructor;

/** The order of two moments of one kind: by the instant, and then by what stands before whom in the zones. */
export function compareMoments(one: Moment, other: Moment): number {
  const [keys, others] = [orderOf(one), orderOf(other)];
  for (const [index, key] of keys.entries()) {
    const against = others[index] ?? 0;
    if (key !== against) return key < against ? -1 : 1;
  }
  return 0;
}

function orderOf(moment: Moment): (number | string)[] {
  if (moment instanceof CypherDate) return [moment.days];
  if (moment instanceof LocalTime) return [moment.nanos];
  if (moment instanceof Time) return [moment.utcNanos, moment.offset];
  if (moment instanceof LocalDateTime) return [moment.days, moment.nanos];
  return [moment.epochSeconds, moment.nanos % nanosOf.second, moment.zone.offset, moment.zone.name];
}

/** The zone that a moment has; UTC when it has none. */
export const zoneOf = (moment: Moment): Zone =>
  moment instanceof DateTime ? moment.zone : moment instanceof Time ? { name: "", offset: moment.offset } : utc;

export const daysIn = (moment: Moment): number | undefined => ("days" in moment ? moment.days : undefined);
export const nanosIn = (moment: Moment): number | undefined => ("nanos" in moment ? moment.nanos : undefined);
