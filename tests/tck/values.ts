/** The values of the TCK's tables, and those of an answer, as texts that are the same when the values are. */

type Json = unknown;

/** A value in a table of the TCK as one text. */
export function expectedText(written: string, anyListOrder: boolean): string {
  const reader = new Reader(written, anyListOrder);
  const text = reader.value();
  reader.end();
  return text;
}

/** A parameter of the TCK as JSON. */
export function paramOf(written: string): Json {
  return new Reader(written, false).json();
}

/** A value of an answer as one text. @param kind of its column */
export function foundText(value: Json, kind: string, anyListOrder: boolean): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return numberText(value, kind === "float" || !Number.isInteger(value));
  if (typeof value === "string") return ofText(value, kind);
  if (Array.isArray(value)) {
    const items = value.map((one) => foundText(one, /^list<(.*)>$/.exec(kind)?.[1] ?? "", anyListOrder));
    return listText(items, anyListOrder);
  }
  return ofObject(value as Readonly<Record<string, Json>>, anyListOrder);
}

function ofText(value: string, kind: string): string {
  if (kind === "integer") return value;
  if (kind === "float") return value;
  return /^(NaN|Infinity|-Infinity)$/.test(value) && kind !== "string" ? value : quoted(value);
}

function ofObject(value: Readonly<Record<string, Json>>, anyListOrder: boolean): string {
  const properties = (map: Json) => mapText(Object.entries(map as object), anyListOrder);
  switch (value.$type) {
    case "float":
      return numberText(Number(value.value), true);
    case "node":
      return nodeText(value.labels as string[], properties(value.properties));
    case "link":
      return `[:${value.kind}${withSpace(properties(value.properties))}]`;
    case "path": {
      const { nodes, links } = value as unknown as { nodes: Record<string, Json>[]; links: Record<string, Json>[] };
      return `<${nodes.map((node) => ofObject(node, anyListOrder)).join()} ${links.map((link) => ofObject(link, anyListOrder)).join()}>`;
    }
    default:
      return properties(value);
  }
}

function mapText(entries: readonly [string, Json][], anyListOrder: boolean): string {
  const written = entries.map(([key, inside]) => `${key}: ${foundText(inside, "", anyListOrder)}`);
  return `{${written.sort().join(", ")}}`;
}

const nodeText = (labels: readonly string[], properties: string): string =>
  `(${[...labels]
    .sort()
    .map((label) => `:${label}`)
    .join("")}${withSpace(properties)})`;

const withSpace = (properties: string): string => (properties === "{}" ? "" : ` ${properties}`);

const listText = (items: readonly string[], anyOrder: boolean): string =>
  `[${(anyOrder ? [...items].sort() : items).join(", ")}]`;

/** To twelve digits: the last ones depend on the order of adding up. */
const numberText = (value: number, isFloat: boolean): string =>
  Number.isFinite(value)
    ? `${isFloat ? Number(value.toPrecision(12)) : value}${isFloat && Number.isInteger(value) ? ".0" : ""}`
    : String(value);

/** A moment or duration is the same one with and without zeros at its end. */
function quoted(text: string): string {
  const even = text
    .replace(/(\d\d:\d\d):00(?=$|Z|[+[-])/, "$1")
    .replace(/(\.\d*?)0+(?=\D|$)/, "$1")
    .replace(/\.(?=\D|$)/, "");
  return `'${/^[-+]?\d|^-?P/.test(text) ? even : text}'`;
}

class Reader {
  #at = 0;
  readonly #text: string;
  readonly #anyListOrder: boolean;

  constructor(text: string, anyListOrder: boolean) {
    this.#text = text.trim();
    this.#anyListOrder = anyListOrder;
  }

  end(): void {
    if (this.#at < this.#text.length) throw new Error(`what is ${this.#text.slice(this.#at)} in ${this.#text}?`);
  }

  value(): string {
    if (this.#next("(")) return this.#node();
    if (this.#next("<")) return this.#path();
    if (this.#ahead(/^\[\s*:/)) return this.#link();
    if (this.#next("["))
      return listText(
        this.#list("]", () => this.value()),
        this.#anyListOrder,
      );
    if (this.#next("{")) return this.#map();
    if (this.#next("'")) return quoted(this.#string());
    return this.#word();
  }

  json(): Json {
    if (this.#next("[")) return this.#list("]", () => this.json());
    if (this.#next("{")) return Object.fromEntries(this.#entries(() => this.json()));
    if (this.#next("'")) return this.#string();
    const word = this.#token(/^[^,\]}]+/).trim();
    return word === "null" ? null : word === "true" ? true : word === "false" ? false : Number(word);
  }

  #word(): string {
    const word = this.#token(/^[^,\]})>]+/).trim();
    if (/^[+-]?\d+$/.test(word)) return String(BigInt(word));
    return /^[+-]?[\d.]/.test(word) ? numberText(Number(word), true) : word;
  }

  #node(): string {
    const labels: string[] = [];
    while (this.#next(":")) labels.push(this.#token(/^\w+/));
    const properties = this.#next("{") ? this.#map() : "{}";
    this.#must(")");
    return nodeText(labels, properties);
  }

  #link(): string {
    this.#must("[");
    this.#must(":");
    const kind = this.#token(/^\w+/);
    const properties = this.#next("{") ? this.#map() : "{}";
    this.#must("]");
    return `[:${kind}${withSpace(properties)}]`;
  }

  #path(): string {
    const [nodes, links]: [string[], string[]] = [[], []];
    this.#must("(");
    nodes.push(this.#node());
    while (!this.#next(">")) {
      if (!this.#next("<-")) this.#must("-");
      links.push(this.#link());
      if (!this.#next("->")) this.#must("-");
      this.#must("(");
      nodes.push(this.#node());
    }
    return `<${nodes.join()} ${links.join()}>`;
  }

  #map(): string {
    return `{${this.#entries(() => this.value())
      .map(([key, value]) => `${key}: ${value}`)
      .sort()
      .join(", ")}}`;
  }

  #entries<Made>(value: () => Made): [string, Made][] {
    return this.#list("}", () => {
      const key = this.#token(/^[^:]+/).trim();
      this.#must(":");
      return [key, value()];
    });
  }

  #list<Made>(end: string, item: () => Made): Made[] {
    const items: Made[] = [];
    while (!this.#next(end)) {
      items.push(item());
      this.#next(",");
    }
    return items;
  }

  #string(): string {
    let text = "";
    while (this.#text[this.#at] !== "'") {
      if (this.#at >= this.#text.length) throw new Error(`${this.#text} is not closed`);
      if (this.#text[this.#at] === "\\") this.#at++;
      text += this.#text[this.#at++];
    }
    this.#at++;
    return text;
  }

  #skip(): void {
    while (this.#text[this.#at] === " ") this.#at++;
  }

  #ahead(form: RegExp): boolean {
    this.#skip();
    return form.test(this.#text.slice(this.#at));
  }

  #next(sign: string): boolean {
    this.#skip();
    const is = this.#text.startsWith(sign, this.#at);
    if (is) this.#at += sign.length;
    return is;
  }

  #must(sign: string): void {
    if (!this.#next(sign)) throw new Error(`${sign} is missing at ${this.#text.slice(this.#at)} in ${this.#text}`);
  }

  #token(form: RegExp): string {
    this.#skip();
    const found = form.exec(this.#text.slice(this.#at))?.[0];
    if (found === undefined) throw new Error(`${this.#text.slice(this.#at)} in ${this.#text} is not what was meant`);
    this.#at += found.length;
    return found;
  }
}
