/** The nodes and links that the embedded engine holds, as the interpreter reads them: who is linked to whom beforehand, properties as they are asked for. */

import { LocalDateTime } from "../../interpreter/moments/moment.ts";
import { dateOfText, localTimeOfText, timeOfText } from "../../interpreter/moments/read-text.ts";
import type { Value, ValueMap } from "../../interpreter/values/value.ts";
import { WrongValue } from "../../interpreter/values/wrong-value.ts";
import { ShapedGraph } from "../interpreted/shaped-graph.ts";
import type { Grafeo, GrafeoValue } from "./engine.ts";

/** What the engine's binding does not tell apart, by the name that its GQL has for it, and how its value is meant. */
const meant: Readonly<Record<string, (value: GrafeoValue) => Value | undefined>> = {
  FLOAT64: (value) => Number(value),
  DATE: (value) => dateOfText(String(value)),
  "ZONED DATETIME": () => notKept("datetime"),
  "LOCAL DATETIME": () => notKept("localdatetime"),
  TIME: (value) => localTimeOfText(String(value)) ?? timeOfText(String(value)),
  DURATION: () => notKept("duration"),
};

/** What is stored is not what was meant: without its zone, its last digits or its fractions. The data files have no such values. */
function notKept(kind: string): never {
  throw new WrongValue(
    `The embedded engine does not keep a ${kind} whole: keep it as a text, and write ${kind}(n.name) to read it`,
  );
}

type Odd = Map<string, (value: GrafeoValue) => Value | undefined>;

export class GrafeoGraph extends ShapedGraph {
  readonly #db: Grafeo;
  /** The engine's numbers of our nodes and links. */
  readonly #nodes: number[] = [];
  readonly #links: number[] = [];
  readonly #nodeColumns = new Map<string, Value[]>();
  readonly #linkColumns = new Map<string, Value[]>();
  readonly #byText = new Map<string, Map<string, number[]>>();
  /** Properties whose values are not what they seem, by property and the engine's number. */
  readonly #oddNodes = new Map<number, Odd>();
  readonly #oddLinks = new Map<number, Odd>();

  private constructor(db: Grafeo) {
    super();
    this.#db = db;
  }

  static async of(db: Grafeo): Promise<GrafeoGraph> {
    const graph = new GrafeoGraph(db);
    await graph.#readShape();
    await graph.#findOdd("MATCH (x)", graph.#oddNodes);
    await graph.#findOdd("MATCH ()-[x]->()", graph.#oddLinks);
    return graph;
  }

  async #readShape(): Promise<void> {
    const index = new Map<number, number>();
    for (const [engineId, labels] of (await this.#db.executeCypher("MATCH (n) RETURN id(n), labels(n)")).rows()) {
      this.#nodes.push(Number(engineId));
      index.set(Number(engineId), this.addNode(labels as string[]));
    }
    const links = await this.#db.executeCypher("MATCH (a)-[r]->(b) RETURN id(r), id(a), id(b), type(r)");
    for (const [engineId, from, to, kind] of links.rows()) {
      this.#links.push(Number(engineId));
      this.addLink(String(kind), index.get(Number(from)) ?? -1, index.get(Number(to)) ?? -1);
    }
  }

  /** The engine's GQL knows what its binding does not say: whether a 1 is 1.0, and whether a text is a moment. */
  async #findOdd(match: string, into: Map<number, Odd>): Promise<void> {
    const { property_keys: keys = [] } = this.#db.schema() as { property_keys?: string[] };
    const plain = keys.filter((key) => /^[A-Za-z_]\w*$/.test(key));
    for (const key of plain) {
      const property = `x.\`${key}\``;
      const usual = ["STRING", "INT64", "BOOL"].map((type) => `${property} IS NOT TYPED ${type}`).join(" AND ");
      const found = await this.#db.execute(`${match} WHERE ${property} IS NOT NULL AND ${usual} RETURN ${property} LIMIT 1`);
      if (found.rows().length === 0) continue;
      for (const [type, read] of Object.entries(meant)) {
        const rows = (await this.#db.execute(`${match} WHERE x.\`${key}\` IS TYPED ${type} RETURN id(x)`)).rows();
        for (const [engineId] of rows) {
          const odd = into.get(Number(engineId)) ?? new Map();
          into.set(Number(engineId), odd.set(key, read));
        }
      }
    }
  }

  nodesWhere(property: string, value: string): readonly number[] {
    let texts = this.#byText.get(property);
    if (!texts) {
      texts = new Map();
      for (let node = 0; node < this.nodeCount; node++) {
        const text = this.nodeProperty(node, property);
        if (typeof text === "string") pushTo(texts, text, node);
      }
      this.#byText.set(property, texts);
    }
    return texts.get(value) ?? [];
  }

  nodeProperty(node: number, key: string): Value {
    return remembered(this.#nodeColumns, key, node, () => {
      const id = this.#nodes[node] ?? -1;
      return asMeant(this.#db.getNode(id)?.get(key) as GrafeoValue | undefined, this.#oddNodes.get(id)?.get(key));
    });
  }

  nodeProperties(node: number): ValueMap {
    const id = this.#nodes[node] ?? -1;
    return propertiesOf(this.#db.getNode(id)?.properties() as Given, this.#oddNodes.get(id));
  }

  linkProperty(link: number, key: string): Value {
    return remembered(this.#linkColumns, key, link, () => {
      const id = this.#links[link] ?? -1;
      return asMeant(this.#db.getEdge(id)?.get(key) as GrafeoValue | undefined, this.#oddLinks.get(id)?.get(key));
    });
  }

  linkProperties(link: number): ValueMap {
    const id = this.#links[link] ?? -1;
    return propertiesOf(this.#db.getEdge(id)?.properties() as Given, this.#oddLinks.get(id));
  }
}

type Given = Readonly<Record<string, GrafeoValue>> | undefined;

function remembered(columns: Map<string, Value[]>, key: string, index: number, read: () => Value): Value {
  const column = columns.get(key) ?? [];
  columns.set(key, column);
  const known = column[index];
  if (known !== undefined) return known;
  const value = read();
  column[index] = value;
  return value;
}

function propertiesOf(given: Given, odd: Odd | undefined): ValueMap {
  const keys = Object.keys(given ?? {}).sort();
  return new Map(keys.map((key) => [key, asMeant(given?.[key], odd?.get(key))]));
}

function asMeant(value: GrafeoValue | undefined, read: ((value: GrafeoValue) => Value | undefined) | undefined): Value {
  if (value === undefined || value === null) return null;
  return read?.(value) ?? asValue(value);
}

function asValue(value: GrafeoValue): Value {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(asValue);
  if (value instanceof Date) return localDateTimeOf(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof Float32Array) return Array.from(value);
  return new Map(Object.entries(value).map(([key, inside]) => [key, asValue(inside as GrafeoValue)]));
}

/** The engine gives a moment without a zone as a Date in UTC. */
function localDateTimeOf(value: Date): LocalDateTime {
  const days = Math.floor(value.getTime() / 86_400_000);
  return new LocalDateTime(days, (value.getTime() - days * 86_400_000) * 1e6);
}

function pushTo<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
