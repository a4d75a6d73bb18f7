/** Moments and durations from their ISO 8601 texts, as Neo4j reads them. Undefined for a text that is none. */
import { daysInMonth, daysOf, daysOfWeekDay, isLeapYear, weeksIn } from "./calendar.ts";
import { Duration, decimalOfText } from "./duration.ts";
import { CypherDate, DateTime, LocalDateTime, LocalTime, nanosOf, Time } from "./moment.ts";
import { utc, type Zone, zoneOfText } from "./zones.ts";

export function dateOfText(text: string): CypherDate | undefined {
  const days = daysOfText(text);
  return days === undefined ? undefined : new CypherDate(days);
}

const year = "([+-]\\d{1,9}|\\d{4})";
const forms: readonly (readonly [form: RegExp, days: (...numbers: number[]) => number | undefined])[] = [
  [new RegExp(`^${year}-(\\d{1,2})-(\\d{1,2})$`), day],
  [/^(\d{4})(\d{2})(\d{2})$/, day],
  [new RegExp(`^${year}-?W(\\d{1,2})-(\\d)$`, "i"), week],
  [/^(\d{4})W(\d{2})(\d)$/i, week],
  [new RegExp(`^${year}-?W(\\d{2})$`, "i"), (year = 0, number = 0) => week(year, number, 1)],
  [new RegExp(`^${year}-?Q(\\d)-?(\\d{1,2})$`, "i"), quarter],
  [new RegExp(`^${year}-(\\d{3})$`), ordinal],
  [/^(\d{4})(\d{3})$/, ordinal],
  [new RegExp(`^${year}-(\\d{1,2})$`), (year = 0, month = 0) => day(year, month, 1)],
  [/^(\d{4})(\d{2})$/, (year = 0, month = 0) => day(year, month, 1)],
  [new RegExp(`^${year}$`), (year = 0) => day(year, 1, 1)],
];

function daysOfText(text: string): number | undefined {
  for (const [form, days] of forms) {
    const found = form.exec(text);
    if (found) return days(...found.slice(1).map(Number));
  }
  return undefined;
}

export function day(year = 0, month = 0, day = 0): number | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? daysOf({ year, month, day }) : undefined;
}

export function week(weekYear = 0, week = 0, dayOfWeek = 0): number | undefined {
  const fits = week >= 1 && week <= weeksIn(weekYear) && dayOfWeek >= 1 && dayOfWeek <= 7;
  return fits ? daysOfWeekDay({ weekYear, week, dayOfWeek }) : undefined;
}

export function quarter(year = 0, quarter = 0, dayOfQuarter = 0): number | undefined {
  if (quarter < 1 || quarter > 4) return undefined;
  const months = [2, 1, 0].map((back) => quarter * 3 - back);
  const length = months.reduce((sum, month) => sum + daysInMonth(year, month), 0);
  const first = daysOf({ year, month: quarter * 3 - 2, day: 1 });
  return dayOfQuarter >= 1 && dayOfQuarter <= length ? first + dayOfQuarter - 1 : undefined;
}

export function ordinal(year = 0, ordinalDay = 0): number | undefined {
  const fits = ordinalDay >= 1 && ordinalDay <= (isLeapYear(year) ? 366 : 365);
  return fits ? daysOf({ year, month: 1, day: 1 }) + ordinalDay - 1 : undefined;
}

function nanosOfText(text: string): number | undefined {
  const found =
    /^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?)?$/.exec(text) ??
    /^(\d{2})(?:(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?)?$/.exec(text);
  if (!found) return undefined;
  const [, hour, minute = "0", second = "0", fraction = ""] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return (
    Number(hour) * nanosOf.hour +
    Number(minute) * nanosOf.minute +
    Number(second) * nanosOf.second +
    Number(fraction.padEnd(9, "0"))
  );
}

/** A time, and the text of its zone after it. */
const withZone = /^([\d:.,]+)(Z|[+-][\d:]+)?(?:\[([^\]]+)\])?$/i;

export function localTimeOfText(text: string): LocalTime | undefined {
  const nanos = nanosOfText(text.replace(/^T/i, ""));
  return nanos === undefined ? undefined : new LocalTime(nanos);
}

export function timeOfText(text: string): Time | undefined {
  const [, clock = "", offset = "Z", name] = withZone.exec(text.replace(/^T/i, "")) ?? [];
  const [nanos, zone] = [nanosOfText(clock), zoneOfText(offset)];
  return nanos === undefined || !zone || name ? undefined : new Time(nanos, zone.offset);
}

export function localDateTimeOfText(text: string): LocalDateTime | undefined {
  const [date = "", clock, more] = text.split(/T/i);
  const days = daysOfText(date);
  const nanos = clock === undefined ? 0 : nanosOfText(clock);
  return days === undefined || nanos === undefined || more !== undefined ? undefined : new LocalDateTime(days, nanos);
}

export function dateTimeOfText(text: string, standard = utc): DateTime | undefined {
  const at = text.search(/T/i);
  const [date, rest] = at < 0 ? [text.replace(/\[.*$/, ""), undefined] : [text.slice(0, at), text.slice(at + 1)];
  const onlyZone = at < 0 ? /\[([^\]]+)\]$/.exec(text)?.[1] : undefined;
  const [, clock = "", offset, name = onlyZone] = rest === undefined ? ["", "00", undefined] : (withZone.exec(rest) ?? []);
  const [days, nanos] = [daysOfText(date), nanosOfText(clock)];
  const zone: Zone | undefined = name ? zoneOfText(name) : offset ? zoneOfText(offset) : standard;
  if (days === undefined || nanos === undefined || !zone) return undefined;
  const preferred = name && offset ? zoneOfText(offset)?.offset : undefined;
  return DateTime.ofLocal(new LocalDateTime(days, nanos), zone, preferred);
}

const amount = "([+-]?(?:\\d+(?:[.,]\\d+)?|[.,]\\d+))";
const optional = (letters: string): string => [...letters].map((letter) => `(?:${amount}${letter})?`).join("");
const durationForm = new RegExp(`^([+-]?)P${optional("YMWD")}(?:T${optional("HMS")})?$`, "i");

/** A duration that is written as a day and a time: P2012-02-02T14:37:21.545. */
const datedForm = /^([+-]?)P(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2}(?:[.,]\d+)?)$/i;

export function durationOfText(text: string): Duration | undefined {
  const dated = datedForm.exec(text);
  const found = dated ?? durationForm.exec(text);
  if (!found || /[PT]$/i.test(text)) return undefined;
  const [sign, ...amounts] = found.slice(1);
  const at = (index: number) => decimalOfText((amounts[index] ?? "0").replace(/^[+]/, ""));
  const [years, months, weeks, days, hours, minutes, seconds] = dated
    ? [at(0), at(1), 0n, at(2), at(3), at(4), at(5)]
    : [at(0), at(1), at(2), at(3), at(4), at(5), at(6)];
  const duration = Duration.approximate(years * 12n + months, weeks * 7n + days, hours * 3600n + minutes * 60n + seconds, 0n);
  return sign === "-" ? duration.negated : duration;
}
