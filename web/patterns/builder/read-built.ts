import { type LinkKind, linkKindNames, type NodeKind, nodeKindNames, nodeKinds } from "../../../model/kinds.ts";
import {
  type Built,
  type BuiltItem,
  type BuiltStep,
  type Condition,
  type Direction,
  type Show,
  type TextProperty,
  textProperties,
  type YearProperty,
  yearProperties,
} from "./built.ts";

/**
 * The pattern that a text says, when the builder can say it too; undefined when it says more.
 * Reads what `written` writes, and what differs in names, in spaces, in capitals of keywords and in values written out.
 */
export function readBuilt(cypher: string, params: Readonly<Record<string, unknown>>): Built | undefined {
  try {
    return new Reader(tokensOf(cypher), params).built();
  } catch (error) {
    if (error instanceof SaysMore) return undefined;
    throw error;
  }
}

/** The text holds something that the builder has no word for. */
class SaysMore extends Error {}

const token =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(<-|->|<=|>=|<>|\.\.|\$?\w+|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[-()[\]{},.:=<>*;|])/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (token.lastIndex = 0; token.lastIndex < text.length; ) {
    const found = token.exec(text);
    if (!found) throw new SaysMore();
    if (found[1] !== undefined) tokens.push(found[1]);
  }
  return tokens;
}

const kindOfLabel = new Map<string, NodeKind>(nodeKindNames.map((kind) => [nodeKinds[kind].label, kind]));

interface Item {
  kind?: NodeKind;
  readonly conditions: Condition[];
}
interface Step extends Omit<BuiltStep, "to" | "linkConditions"> {
  readonly linkConditions: Condition[];
  readonly to: Item;
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #params: Readonly<Record<string, unknown>>;
  #next = 0;
  readonly #items: Item[] = [];
  readonly #steps: Step[] = [];
  /** The index of the item, or the step, that a name stands for. */
  readonly #itemAt = new Map<string, number>();
  readonly #stepAt = new Map<string, number>();

  constructor(tokens: readonly string[], params: Readonly<Record<string, unknown>>) {
    this.#tokens = tokens;
    this.#params = params;
  }

  built(): Built {
    this.#word("MATCH");
    do this.#path();
    while (this.#takes(","));
    if (this.#takesWord("WHERE")) {
      do this.#condition();
      while (this.#takesWord("AND"));
    }
    const show = this.#returned();
    this.#takes(";");
    if (this.#next < this.#tokens.length) throw new SaysMore();
    const [first] = this.#items;
    if (!first) throw new SaysMore();
    return { first: itemOf(first), steps: this.#steps.map((step) => ({ ...step, to: itemOf(step.to) })), show };
  }

  #path(): void {
    let from = this.#node();
    const isFirst = this.#items.length === 0;
    if (isFirst) this.#newItem(from);
    else if (!this.#itemAt.has(from.name) || from.item.kind || from.item.conditions.length > 0) throw new SaysMore();
    while (this.#peek() === "-" || this.#peek() === "<-") {
      const arrow = this.#arrow();
      const to = this.#node();
      if (this.#itemAt.has(to.name)) throw new SaysMore();
      const start = this.#itemAt.get(from.name) ?? 0;
      this.#steps.push({ ...arrow.step, from: start, isAbsent: false, linkConditions: [], to: to.item });
      if (arrow.name) this.#stepAt.set(this.#fresh(arrow.name), this.#steps.length - 1);
      this.#newItem(to);
      from = to;
    }
  }

  #newItem({ name, item }: { readonly name: string; readonly item: Item }): void {
    this.#itemAt.set(this.#fresh(name), this.#items.length);
    this.#items.push(item);
  }

  #fresh(name: string): string {
    if (this.#itemAt.has(name) || this.#stepAt.has(name)) throw new SaysMore();
    return name;
  }

  #node(): { readonly name: string; readonly item: Item } {
    this.#takeOr("(");
    const item: Item = { conditions: [] };
    const name = this.#isName() ? this.#take() : ` ${this.#items.length}`;
    if (this.#takes(":")) {
      const label = this.#take();
      const kind = kindOfLabel.get(label);
      if (!kind && label !== "Entity") throw new SaysMore();
      if (kind) item.kind = kind;
    } else if (!this.#itemAt.has(name)) throw new SaysMore();
    if (this.#takes("{")) {
      if (this.#take() !== "id") throw new SaysMore();
      this.#takeOr(":");
      item.conditions.push({ about: "item", ids: [text(this.#value())] });
      this.#takeOr("}");
    }
    this.#takeOr(")");
    return { name, item };
  }

  #arrow(): { readonly name: string; readonly step: Pick<BuiltStep, "link" | "direction" | "repeat"> } {
    const isIn = this.#peek() === "<-";
    if (!isIn && this.#peek() !== "-") throw new SaysMore();
    this.#take();
    let [name, link, repeat] = ["", undefined as LinkKind | undefined, 1];
    if (this.#takes("[")) {
      if (this.#isName()) name = this.#take();
      if (this.#takes(":")) link = linkKind(this.#take());
      if (this.#takes("*")) {
        this.#takeOr("1");
        this.#takeOr("..");
        repeat = Number(this.#take());
        if (!Number.isInteger(repeat) || repeat < 2) throw new SaysMore();
      }
      this.#takeOr("]");
    }
    const isOut = this.#takes("->");
    if (!isOut) this.#takeOr("-");
    if (isIn && isOut) throw new SaysMore();
    const direction: Direction = isIn ? "in" : isOut ? "out" : "either";
    return { name, step: { ...(link && { link }), direction, repeat } };
  }

  #condition(): void {
    if (this.#takesWord("NOT")) this.#absent();
    else if (this.#takesWord("toLower")) this.#words();
    else if (this.#isName() && this.#tokens[this.#next + 1] === ".") this.#comparison();
    else this.#source();
  }

  #words(): void {
    this.#takeOr("(");
    const { conditions, property } = this.#property();
    this.#takeOr(")");
    this.#word("CONTAINS");
    this.#word("toLower");
    this.#takeOr("(");
    conditions.push({ about: "words", property: textProperty(property), words: text(this.#value()) });
    this.#takeOr(")");
  }

  #source(): void {
    const source = text(this.#value());
    this.#word("IN");
    const { conditions, property } = this.#property();
    if (property !== "sources") throw new SaysMore();
    conditions.push({ about: "source", source });
  }

  #comparison(): void {
    const { conditions, property, isLink } = this.#property();
    const sign = this.#take().toUpperCase();
    if (sign === "=" && property === "contested") {
      this.#word("true");
      conditions.push({ about: "contested" });
      return;
    }
    const value = this.#value();
    if (property === "id" && !isLink && (sign === "=" || sign === "IN")) {
      const ids = sign === "=" ? [text(value)] : Array.isArray(value) ? value.map(text) : more();
      conditions.push({ about: "item", ids });
    } else if (property === "basis" && isLink && sign === "=") {
      conditions.push({ about: "basis", basis: value === "stated" ? "stated" : value === "derived" ? "derived" : more() });
    } else if (sign === "=") {
      conditions.push({ about: "text", property: textProperty(property), text: text(value) });
    } else if (sign === ">=" || sign === "<=") {
      const year = typeof value === "number" && Number.isInteger(value) ? value : more();
      conditions.push({ about: sign === ">=" ? "from" : "until", property: yearProperty(property), year });
    } else throw new SaysMore();
  }

  #absent(): void {
    this.#word("EXISTS");
    this.#takeOr("{");
    const from = this.#node();
    const start = this.#itemAt.get(from.name) ?? more();
    const { name, step } = this.#arrow();
    const to = this.#node();
    this.#takeOr("}");
    const isPlain = !from.item.kind && from.item.conditions.length === 0 && to.item.conditions.length === 0;
    if (name || !to.name.startsWith(" ") || !isPlain) throw new SaysMore();
    this.#steps.push({ ...step, from: start, isAbsent: true, linkConditions: [], to: to.item });
    this.#items.push(to.item);
  }

  #property(): { readonly conditions: Condition[]; readonly property: string; readonly isLink: boolean } {
    const name = this.#take();
    this.#takeOr(".");
    const property = this.#take();
    const [item, step] = [this.#itemAt.get(name), this.#stepAt.get(name)];
    if (item !== undefined) return { conditions: this.#items[item]?.conditions ?? more(), property, isLink: false };
    const link = step === undefined ? undefined : this.#steps[step];
    if (!link || link.repeat > 1) throw new SaysMore();
    return { conditions: link.linkConditions, property, isLink: true };
  }

  #returned(): Show {
    this.#word("RETURN");
    const columns = [this.#take()];
    let counted: number | undefined;
    while (this.#takes(",")) {
      if (!this.#takesWord("count")) columns.push(this.#take());
      else {
        this.#takeOr("(");
        this.#word("DISTINCT");
        counted = this.#itemAt.get(this.#take()) ?? more();
        this.#takeOr(")");
        this.#word("AS");
        if (this.#take() !== "aantal") throw new SaysMore();
      }
    }
    if (counted === undefined) return this.#matches(columns);
    const [per, ...others] = columns.map((name) => this.#itemAt.get(name) ?? more());
    if (per === undefined || others.length > 0) throw new SaysMore();
    this.#word("ORDER");
    this.#word("BY");
    this.#word("aantal");
    this.#word("DESC");
    while (this.#takes(",")) this.#orderedBy();
    return { as: "counts", per, of: counted };
  }

  /** Every item and every link, each once, and in any order. */
  #matches(columns: readonly string[]): Show {
    const all = [...this.#itemAt.keys(), ...this.#stepAt.keys()];
    const linked = this.#steps.filter(({ isAbsent }) => !isAbsent).length;
    const isWhole = new Set(columns).size === columns.length && columns.length === all.length && linked === this.#stepAt.size;
    if (!isWhole || !all.every((name) => columns.includes(name))) throw new SaysMore();
    if (this.#takesWord("ORDER")) {
      this.#word("BY");
      do this.#orderedBy();
      while (this.#takes(","));
    }
    return { as: "matches" };
  }

  #orderedBy(): void {
    if (!this.#itemAt.has(this.#take())) throw new SaysMore();
    this.#takeOr(".");
    if (!["name", "id"].includes(this.#take())) throw new SaysMore();
  }

  #value(): unknown {
    const found = this.#take();
    if (found.startsWith("$")) {
      const name = found.slice(1);
      return Object.hasOwn(this.#params, name) ? this.#params[name] : more();
    }
    if (/^\d+$/.test(found)) return Number(found);
    if (/^['"]/.test(found)) return found.includes("\\") ? more() : found.slice(1, -1);
    if (found !== "[") throw new SaysMore();
    const values: unknown[] = [];
    do values.push(this.#value());
    while (this.#takes(","));
    this.#takeOr("]");
    return values;
  }

  #peek(): string {
    return this.#tokens[this.#next] ?? "";
  }
  #take(): string {
    const found = this.#tokens[this.#next];
    if (found === undefined) throw new SaysMore();
    this.#next += 1;
    return found;
  }
  #takes(token: string): boolean {
    const isNext = this.#peek() === token;
    if (isNext) this.#next += 1;
    return isNext;
  }
  #takeOr(token: string): void {
    if (!this.#takes(token)) throw new SaysMore();
  }
  #takesWord(word: string): boolean {
    const isNext = this.#peek().toLowerCase() === word.toLowerCase();
    if (isNext) this.#next += 1;
    return isNext;
  }
  #word(word: string): void {
    if (!this.#takesWord(word)) throw new SaysMore();
  }
  #isName(): boolean {
    return /^[A-Za-z_]\w*$/.test(this.#peek());
  }
}

function more(): never {
  throw new SaysMore();
}

const itemOf = ({ kind, conditions }: Item): BuiltItem => ({ ...(kind && { kind }), conditions });
const text = (value: unknown): string => (typeof value === "string" ? value : more());
const linkKind = (name: string): LinkKind => linkKindNames.find((kind) => kind === name) ?? more();
const textProperty = (name: string): TextProperty => textProperties.find((one) => one === name) ?? more();
const yearProperty = (name: string): YearProperty => yearProperties.find((one) => one === name) ?? more();
