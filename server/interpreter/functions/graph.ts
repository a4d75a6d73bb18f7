import { type Graph, GraphLink, GraphNode, GraphPath, isMap, type Value } from "../values/value.ts";
import { type FunctionKind, known, wrong } from "./kinds.ts";

const ofPath = (name: string, work: (path: GraphPath) => Value): [string, FunctionKind] => [
  name,
  known([1, 1], ([value = null]) => (value instanceof GraphPath ? work(value) : wrong(name, value))),
];

const ofLink = (name: string, work: (link: number, graph: Graph) => Value): [string, FunctionKind] => [
  name,
  known([1, 1], ([value = null], { graph }) => (value instanceof GraphLink ? work(value.link, graph) : wrong(name, value))),
];

function propertiesOf(name: string, value: Value, graph: Graph): ReadonlyMap<string, Value> {
  if (value instanceof GraphNode) return graph.nodeProperties(value.node);
  if (value instanceof GraphLink) return graph.linkProperties(value.link);
  return isMap(value) ? value : wrong(name, value);
}

export const graphFunctions: Readonly<Record<string, FunctionKind>> = {
  ...Object.fromEntries([
    ofPath("length", ({ links }) => BigInt(links.length)),
    ofPath("nodes", ({ nodes }) => nodes),
    ofPath("relationships", ({ links }) => links),
    ofLink("type", (link, graph) => graph.kindOf(link)),
    ofLink("startNode", (link, graph) => new GraphNode(graph.from(link))),
    ofLink("endNode", (link, graph) => new GraphNode(graph.to(link))),
  ]),
  labels: known([1, 1], ([value = null], { graph }) =>
    value instanceof GraphNode ? graph.labelsOf(value.node) : wrong("labels", value),
  ),
  keys: known([1, 1], ([value = null], { graph }) => [...propertiesOf("keys", value, graph).keys()].sort()),
  properties: known([1, 1], ([value = null], { graph }) => propertiesOf("properties", value, graph)),
};
