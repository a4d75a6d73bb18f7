/** How long it is from one moment to another. */
import { monthsBetween, plusMonths } from "./calendar.ts";
import { Duration } from "./duration.ts";
import { DateTime, daysIn, LocalDateTime, type Moment, nanosIn, nanosOf, zoneOf } from "./moment.ts";
import { WrongMoment } from "./wrong-moment.ts";

/** Two moments laid on clocks of one kind: days and nanoseconds on those clocks, and nanoseconds that truly pass. */
interface Ends {
  readonly from: LocalDateTime;
  readonly to: LocalDateTime;
  /** Whether both have a day. */
  readonly dated: boolean;
  /** The zone in which to count on, where there is one. */
  readonly zone: DateTime | undefined;
}

function endsOf(from: Moment, to: Moment): Ends {
  const [fromDay, toDay] = [daysIn(from), daysIn(to)];
  const dated = fromDay !== undefined && toDay !== undefined;
  // of two times without a day, or with one day between them, it is the times of that day that count
  const [startDay, endDay] = dated ? [fromDay, toDay] : [fromDay ?? toDay ?? 0, fromDay ?? toDay ?? 0];
  const [start, end] = [new LocalDateTime(startDay, nanosIn(from) ?? 0), new LocalDateTime(endDay, nanosIn(to) ?? 0)];
  const [hasZone, otherHasZone] = [isZoned(from), isZoned(to)];
  if (!hasZone && !otherHasZone) return { from: start, to: end, dated, zone: undefined };
  const zone = hasZone ? zoneOf(from) : zoneOf(to);
  const first = DateTime.ofLocal(start, zone, zone.offset);
  const last = DateTime.ofLocal(end, otherHasZone ? zoneOf(to) : zone, otherHasZone ? zoneOf(to).offset : undefined).in(zone);
  return { from: first.local, to: last.local, dated, zone: first };
}

const isZoned = (moment: Moment): boolean => moment instanceof DateTime || "offset" in moment;

const day = BigInt(nanosOf.day);
const localNanos = ({ days, nanos }: LocalDateTime): bigint => BigInt(days) * day + BigInt(nanos);

function passed(from: LocalDateTime, { to, zone }: Ends): bigint {
  if (!zone) return localNanos(to) - localNanos(from);
  const instant = (local: LocalDateTime) => {
    const at = DateTime.ofLocal(local, zone.zone, zone.zone.offset);
    return BigInt(at.epochSeconds) * 1_000_000_000n + BigInt(at.nanos % nanosOf.second);
  };
  return instant(to) - instant(from);
}

/** The last day that is reached in whole days from `from`. */
function lastWholeDay(from: LocalDateTime, to: LocalDateTime): number {
  if (to.days > from.days && to.nanos < from.nanos) return to.days - 1;
  if (to.days < from.days && to.nanos > from.nanos) return to.days + 1;
  return to.days;
}

const ofNanos = (months: number, days: number, nanos: bigint): Duration => {
  const seconds = nanos / 1_000_000_000n;
  return new Duration(BigInt(months), BigInt(days), seconds, nanos - seconds * 1_000_000_000n);
};

/** In months, days and seconds, as far as each goes. */
export function between(one: Moment, other: Moment): Duration {
  const ends = endsOf(one, other);
  if (!ends.dated) return ofNanos(0, 0, passed(ends.from, ends));
  const months = monthsBetween(ends.from.days, lastWholeDay(ends.from, ends.to));
  const afterMonths = new LocalDateTime(plusMonths(ends.from.days, months), ends.from.nanos);
  const days = lastWholeDay(afterMonths, ends.to) - afterMonths.days;
  const afterDays = new LocalDateTime(afterMonths.days + days, afterMonths.nanos);
  return ofNanos(months, days, passed(afterDays, ends));
}

/** @throws WrongMoment when neither of two has a day */
function mustHaveDay(name: string, one: Moment, other: Moment): void {
  if (daysIn(one) === undefined && daysIn(other) === undefined)
    throw new WrongMoment(`duration.${name}() needs moments with a day: use duration.inSeconds() for times`);
}

export function inMonths(one: Moment, other: Moment): Duration {
  mustHaveDay("inMonths", one, other);
  const { from, to, dated } = endsOf(one, other);
  return ofNanos(dated ? monthsBetween(from.days, lastWholeDay(from, to)) : 0, 0, 0n);
}

export function inDays(one: Moment, other: Moment): Duration {
  mustHaveDay("inDays", one, other);
  const { from, to, dated } = endsOf(one, other);
  return ofNanos(0, dated ? lastWholeDay(from, to) - from.days : 0, 0n);
}

export function inSeconds(one: Moment, other: Moment): Duration {
  const ends = endsOf(one, other);
  return ofNanos(0, 0, passed(ends.from, ends));
}
