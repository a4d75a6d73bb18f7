/** A length of time in four parts that do not become one another: months, days, seconds and nanoseconds. */

const nanosPerSecond = 1_000_000_000n;

/** Seconds of an average month: the length of the Gregorian year through 12. */
const secondsPerMonth = 2_629_746n;
const secondsPerDay = 86_400n;

export class Duration {
  readonly months: bigint;
  readonly days: bigint;
  readonly seconds: bigint;
  /** From zero up to one second. */
  readonly nanos: bigint;

  constructor(months: bigint, days: bigint, seconds: bigint, nanos: bigint) {
    const left = ((nanos % nanosPerSecond) + nanosPerSecond) % nanosPerSecond;
    this.months = months;
    this.days = days;
    this.seconds = seconds + (nanos - left) / nanosPerSecond;
    this.nanos = left;
  }

  /** From parts that may have fractions: what is left of a month becomes days, of a day seconds, of a second nanoseconds. */
  static approximate(months: Decimal, days: Decimal, seconds: Decimal, nanos: Decimal): Duration {
    const wholeMonths = months / one;
    const moreDays = days + ((months % one) * secondsPerMonth) / secondsPerDay;
    const wholeDays = moreDays / one;
    const moreSeconds = seconds + (moreDays % one) * secondsPerDay;
    const wholeSeconds = moreSeconds / one;
    const moreNanos = nanos + (moreSeconds % one) * nanosPerSecond;
    return new Duration(wholeMonths, wholeDays, wholeSeconds, moreNanos / one);
  }

  get parts(): readonly [bigint, bigint, bigint, bigint] {
    return [this.months, this.days, this.seconds, this.nanos];
  }

  sameAs(other: Duration): boolean {
    return this.parts.every((part, index) => part === other.parts[index]);
  }

  /** By how long they are on average. */
  compare(other: Duration): number {
    const nanos = ({ months, days, seconds, nanos }: Duration) =>
      (months * secondsPerMonth + days * secondsPerDay + seconds) * nanosPerSecond + nanos;
    const difference = nanos(this) - nanos(other) || this.months - other.months || this.days - other.days;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  plus(other: Duration): Duration {
    return new Duration(
      this.months + other.months,
      this.days + other.days,
      this.seconds + other.seconds,
      this.nanos + other.nanos,
    );
  }

  get negated(): Duration {
    return new Duration(-this.months, -this.days, -this.seconds, -this.nanos);
  }

  times(factor: number | bigint): Duration {
    const by = decimalOf(factor);
    const [months, days, seconds, nanos] = this.parts.map((part) => part * by);
    return Duration.approximate(months ?? 0n, days ?? 0n, seconds ?? 0n, nanos ?? 0n);
  }

  dividedBy(divisor: number | bigint): Duration {
    const by = decimalOf(divisor);
    const [months, days, seconds, nanos] = this.parts.map((part) => (part * one * one) / by);
    return Duration.approximate(months ?? 0n, days ?? 0n, seconds ?? 0n, nanos ?? 0n);
  }

  part(name: string): bigint | undefined {
    return parts[name.toLowerCase()]?.(this);
  }

  toString(): string {
    const { months, days, seconds, nanos } = this;
    const named = (amount: bigint, letter: string) => (amount === 0n ? "" : `${amount}${letter}`);
    const day = named(months / 12n, "Y") + named(months % 12n, "M") + named(days, "D");
    if (seconds === 0n && nanos === 0n) return day === "" ? "PT0S" : `P${day}`;
    const negative = seconds < 0n;
    const [whole, fraction] = negative && nanos > 0n ? [seconds + 1n, nanosPerSecond - nanos] : [seconds, nanos];
    const rest = whole % 60n;
    const sign = negative && rest === 0n && fraction > 0n ? "-" : "";
    const digits = fraction === 0n ? "" : `.${String(fraction).padStart(9, "0").replace(/0+$/, "")}`;
    const last = rest === 0n && fraction === 0n ? "" : `${sign}${rest}${digits}S`;
    return `P${day}T${named(whole / 3600n, "H")}${named((whole % 3600n) / 60n, "M")}${last}`;
  }
}

const floorDiv = (number: bigint, by: bigint): bigint => number / by - (number % by < 0n ? 1n : 0n);

const parts: Readonly<Record<string, (duration: Duration) => bigint>> = {
  years: ({ months }) => months / 12n,
  quarters: ({ months }) => months / 3n,
  months: ({ months }) => months,
  weeks: ({ days }) => days / 7n,
  days: ({ days }) => days,
  hours: ({ seconds }) => seconds / 3600n,
  minutes: ({ seconds }) => seconds / 60n,
  seconds: ({ seconds }) => seconds,
  milliseconds: ({ seconds, nanos }) => seconds * 1000n + nanos / 1_000_000n,
  microseconds: ({ seconds, nanos }) => seconds * 1_000_000n + nanos / 1000n,
  nanoseconds: ({ seconds, nanos }) => seconds * nanosPerSecond + nanos,
  quartersofyear: ({ months }) => (months / 3n) % 4n,
  monthsofyear: ({ months }) => months % 12n,
  monthsofquarter: ({ months }) => months % 3n,
  daysofweek: ({ days }) => days % 7n,
  minutesofhour: ({ seconds }) => (seconds / 60n) % 60n,
  secondsofminute: ({ seconds }) => seconds % 60n,
  millisecondsofsecond: ({ nanos }) => nanos / 1_000_000n,
  microsecondsofsecond: ({ nanos }) => floorDiv(nanos, 1000n),
  nanosecondsofsecond: ({ nanos }) => nanos,
};

/** A number with eighteen digits after the point, so that tenths stay tenths. */
export type Decimal = bigint;

const one = 10n ** 18n;

/** @param number neither infinite nor NaN */
export function decimalOf(number: number | bigint): Decimal {
  if (typeof number === "bigint") return number * one;
  return decimalOfText(number.toString());
}

/** Of a number as it is written in decimals, such as `-1.5` or `2e-7`. */
export function decimalOfText(text: string): Decimal {
  const [, sign, whole = "0", fraction = "", exponent = "0"] = /^([+-]?)(\d*)[.,]?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const shift = 18 + Number(exponent) - fraction.length;
  const digits = BigInt(`${whole}${fraction}` || "0");
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return sign === "-" ? -size : size;
}
