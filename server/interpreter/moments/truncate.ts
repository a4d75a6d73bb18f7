/** Moments cut down to the beginning of a year, a week, an hour and so on. */
import { calendarDay, daysOf, daysOfWeekDay, weekDay } from "./calendar.ts";
import { nanosOf } from "./moment.ts";
import { WrongMoment } from "./wrong-moment.ts";

type Cut = (days: number) => number;

const years =
  (many: number): Cut =>
  (days) =>
    daysOf({ year: Math.floor(calendarDay(days).year / many) * many, month: 1, day: 1 });

const dayCuts: Readonly<Record<string, Cut>> = {
  millennium: years(1000),
  century: years(100),
  decade: years(10),
  year: years(1),
  weekyear: (days) => daysOfWeekDay({ weekYear: weekDay(days).weekYear, week: 1, dayOfWeek: 1 }),
  quarter: (days) => {
    const { year, month } = calendarDay(days);
    return daysOf({ year, month: month - ((month - 1) % 3), day: 1 });
  },
  month: (days) => daysOf({ ...calendarDay(days), day: 1 }),
  week: (days) => days - weekDay(days).dayOfWeek + 1,
  day: (days) => days,
};

const timeUnits: Readonly<Record<string, number>> = {
  hour: nanosOf.hour,
  minute: nanosOf.minute,
  second: nanosOf.second,
  millisecond: 1e6,
  microsecond: 1e3,
};

/** The first day of the unit that a day is in. @throws WrongMoment when there is no such unit of days */
export function truncatedDay(unit: string, days: number): number {
  const cut = dayCuts[unit.toLowerCase()];
  if (!cut) throw new WrongMoment(`A day cannot be cut down to ${unit}`);
  return cut(days);
}

/** The beginning of the unit that a time is in; midnight for units of days. @throws WrongMoment when there is no such unit */
export function truncatedTime(unit: string, nanos: number): number {
  const name = unit.toLowerCase();
  if (dayCuts[name]) return 0;
  const size = timeUnits[name];
  if (size === undefined) throw new WrongMoment(`A time cannot be cut down to ${unit}`);
  return nanos - (nanos % size);
}

export const isTimeUnit = (unit: string): boolean => timeUnits[unit.toLowerCase()] !== undefined;
