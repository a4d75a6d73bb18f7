const time = "\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?";
const zone = "(Z|[+-]\\d{2}:\\d{2})";

/** How the text of a moment must look, so that every engine takes it for the same moment. */
const forms: Readonly<Record<string, readonly [form: RegExp, example: string]>> = {
  date: [/^\d{4}-\d{2}-\d{2}$/, "2021-03-04"],
  localdatetime: [/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/, "2021-03-04T10:11:12"],
  datetime: [new RegExp(`^\\d{4}-\\d{2}-\\d{2}T${time}${zone}$`), "2021-03-04T10:11:12Z"],
  localtime: [new RegExp(`^${time}$`), "10:11:12"],
  time: [new RegExp(`^${time}${zone}$`), "10:11:12+01:00"],
};

/** Whether a function makes a moment of a text. */
export const isMoment = (name: string): boolean => Object.hasOwn(forms, name);

/** Why engines would take the text that a function is given for different moments; undefined when they do not. */
export function whyNotAlike(name: string, text: string): string | undefined {
  const [form, example] = forms[name] ?? [];
  if (!form || (form.test(text) && isDay(text))) return undefined;
  return `${name}() takes a text like '${example}' here, for engines take other forms differently`;
}

/** Where a text begins with a day, it must be a day that there is. */
function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (!day) return true;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
