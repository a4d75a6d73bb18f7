/** The Gregorian calendar in whole numbers: days since 1970-01-01, before it below zero. */

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Of a week that belongs to a year of its own: ISO 8601. */
export interface WeekDay {
  readonly weekYear: number;
  readonly week: number;
  /** Monday is 1. */
  readonly dayOfWeek: number;
}

const daysOf400Years = 146_097;

export function daysOf({ year, month, day }: CalendarDay): number {
  const shifted = month <= 2 ? year - 1 : year; // a year that begins in March has its leap day at the end
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOf400Years + dayOfEra - 719_468;
}

export function calendarDay(days: number): CalendarDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / daysOf400Years);
  const dayOfEra = shifted - era * daysOf400Years;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400;
  return month < 10 ? { year, month: month + 3, day } : { year: year + 1, month: month - 9, day };
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export const dayOfWeek = (days: number): number => mod(days + 3, 7) + 1;

export const ordinalDay = (days: number): number => days - daysOf({ year: calendarDay(days).year, month: 1, day: 1 }) + 1;

export const quarterOf = (month: number): number => Math.ceil(month / 3);

export const dayOfQuarter = (days: number): number => {
  const { year, month } = calendarDay(days);
  return days - daysOf({ year, month: quarterOf(month) * 3 - 2, day: 1 }) + 1;
};

/** The Monday of a year's first week, which is the one that holds 4 January. */
function firstMonday(weekYear: number): number {
  const fourth = daysOf({ year: weekYear, month: 1, day: 4 });
  return fourth - dayOfWeek(fourth) + 1;
}

export const daysOfWeekDay = ({ weekYear, week, dayOfWeek }: WeekDay): number =>
  firstMonday(weekYear) + (week - 1) * 7 + dayOfWeek - 1;

export function weekDay(days: number): WeekDay {
  const { year } = calendarDay(days);
  const weekYear = days < firstMonday(year) ? year - 1 : days >= firstMonday(year + 1) ? year + 1 : year;
  return { weekYear, week: Math.floor((days - firstMonday(weekYear)) / 7) + 1, dayOfWeek: dayOfWeek(days) };
}

export const weeksIn = (weekYear: number): number => (firstMonday(weekYear + 1) - firstMonday(weekYear)) / 7;

/** Months later, on the same day of the month, or on the last one where there is no such day. */
export function plusMonths(days: number, months: number): number {
  const { year, month, day } = calendarDay(days);
  const count = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(count / 12), mod(count, 12) + 1];
  return daysOf({ year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) });
}

/** Whole months from one day to another. */
export function monthsBetween(from: number, to: number): number {
  const [one, other] = [calendarDay(from), calendarDay(to)];
  const packed = ({ year, month, day }: CalendarDay) => (year * 12 + month) * 32 + day;
  return Math.trunc((packed(other) - packed(one)) / 32);
}

/** What is left over when a number is divided, never below zero. */
export const mod = (number: number, by: number): number => ((number % by) + by) % by;
