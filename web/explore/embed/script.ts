/** All that a page of another site takes in: the element `<overlap-graph>`. */
import "./no-eval.ts";
import "./overlap-graph.ts";
