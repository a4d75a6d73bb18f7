/** Links as pairs of nodes: link i leads from `from[i]` to `to[i]`. */
export interface Ends {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** What counts as a link: two of the three things in which programs differ. The third, loops, never count here. */
export interface Rule {
  readonly direction: "directed" | "undirected";
  /** Several links between two nodes count as one, or as many. Undirected, a link and one back are two. */
  readonly parallel: "once" | "each";
}

/** Neighbours of all nodes, one node's after the other's: those of node n stand from `starts[n]` up to and not with `starts[n + 1]`. */
export interface Neighbours {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
}

/** A graph that metrics walk over. */
export interface MetricGraph {
  readonly rule: Rule;
  readonly size: number;
  /** Where links lead to; both ways when undirected. */
  readonly out: Neighbours;
  /** Where they come from. */
  readonly into: Neighbours;
}

/** A graph by a rule, without loops; neighbours stand in the order of their number, so that nothing depends on the order of links. */
export function metricGraph(ends: Ends, rule: Rule): MetricGraph {
  const isUndirected = rule.direction === "undirected";
  const out = neighbours(ends, isUndirected, false, rule.parallel === "once");
  const into = isUndirected ? out : neighbours(ends, false, true, rule.parallel === "once");
  return { rule, size: ends.nodes, out, into };
}

function neighbours({ nodes, from, to }: Ends, bothWays: boolean, backwards: boolean, once: boolean): Neighbours {
  const [starts, counts] = [new Int32Array(nodes + 1), new Int32Array(nodes)];
  const [tails, heads] = backwards ? [to, from] : [from, to];
  const eachArc = (take: (tail: number, head: number) => void) => {
    for (let link = 0; link < tails.length; link++) {
      const [tail, head] = [tails[link]!, heads[link]!];
      if (tail === head) continue;
      take(tail, head);
      if (bothWays) take(head, tail);
    }
  };
  eachArc((tail) => counts[tail]!++);
  for (let node = 0; node < nodes; node++) starts[node + 1] = starts[node]! + counts[node]!;
  const [ids, next] = [new Int32Array(starts[nodes]!), starts.slice()];
  eachArc((tail, head) => {
    ids[next[tail]!++] = head;
  });
  for (let node = 0; node < nodes; node++) ids.subarray(starts[node]!, starts[node + 1]!).sort();
  return once ? withoutRepeats(starts, ids) : { starts, ids };
}

function withoutRepeats(starts: Int32Array, ids: Int32Array): Neighbours {
  const fewer = new Int32Array(starts.length);
  let kept = 0;
  for (let node = 0; node + 1 < starts.length; node++) {
    fewer[node] = kept;
    for (let place = starts[node]!; place < starts[node + 1]!; place++)
      if (place === starts[node]! || ids[place] !== ids[place - 1]) ids[kept++] = ids[place]!;
  }
  fewer[starts.length - 1] = kept;
  return { starts: fewer, ids: ids.slice(0, kept) };
}
