/** Time zones: what the difference with UTC is, in seconds, and when. */

/** A zone by its name, such as Europe/Amsterdam, or by its offset alone. */
export interface Zone {
  /** Empty for an offset alone. */
  readonly name: string;
  /** Seconds; of a named zone it depends on the moment. */
  readonly offset: number;
}

export const utc: Zone = { name: "", offset: 0 };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(name: string): Intl.DateTimeFormat {
  const known = formats.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset", year: "numeric" });
  formats.set(name, format);
  return format;
}

/** Whether there is a zone of that name. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Milliseconds that a Date can hold, before and after 1970. */
const furthest = 8_640_000_000_000_000;

/** The offset of a named zone at a moment, in seconds. */
function offsetAt(name: string, epochSeconds: number): number {
  const at = Math.min(Math.max(epochSeconds * 1000, -furthest), furthest);
  const text = formatOf(name)
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  return offsetOfText((text ?? "").replace("GMT", "").replace("\u2212", "-") || "Z") ?? 0;
}

/** The zone as it is at a moment. */
export const zoneAt = (name: string, epochSeconds: number): Zone => ({ name, offset: offsetAt(name, epochSeconds) });

/**
 * The zone as it is when its clocks show a local time. Where they show it twice it is the first time, or the offset that is
 * preferred; where they skip it, the offset before.
 */
export function zoneOfLocal(name: string, localSeconds: number, preferred?: number): Zone {
  const [before, after] = [offsetAt(name, localSeconds - 86_400), offsetAt(name, localSeconds + 86_400)];
  const fits = (offset: number) => offsetAt(name, localSeconds - offset) === offset;
  if (preferred !== undefined && fits(preferred)) return { name, offset: preferred };
  return { name, offset: [before, after].find(fits) ?? before };
}

/** Seconds of `Z`, `+01`, `+0100`, `+01:00` or `+01:00:30`; undefined for another text. */
export function offsetOfText(text: string): number | undefined {
  if (/^z$/i.test(text)) return 0;
  const found = /^([+-])(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?$/.exec(text);
  if (!found) return undefined;
  const [, sign, hours, minutes = "0", seconds = "0"] = found;
  const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Number(minutes) > 59 || Number(seconds) > 59 || offset > 18 * 3600 ? undefined : sign === "-" ? -offset : offset;
}

/** A zone by what stands for it in a text or a map; undefined when there is none such. */
export function zoneOfText(text: string): Zone | undefined {
  const offset = offsetOfText(text);
  if (offset !== undefined) return { name: "", offset };
  return isZone(text) ? { name: text, offset: 0 } : undefined;
}

export function offsetText(offset: number): string {
  if (offset === 0) return "Z";
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? "" : `:${two(size % 60)}`;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

const two = (number: number): string => String(number).padStart(2, "0");
