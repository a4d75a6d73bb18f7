import type { Language, Link, NodeId } from "../../model/graph.ts";
import { linkKinds, nodeKindNames } from "../../model/kinds.ts";
import { wordsIn } from "../app/words.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { type Shown, sharers, type View } from "./view.ts";

/** A link as a sentence: "Summa College vraagt zich af Hoe … (afgeleid)." */
export function linkSentence({ from, kind, to, basis, contested }: Link, nodes: View["nodes"], language: Language): string {
  const { evidence } = wordsIn(language);
  const name = (id: NodeId) => {
    const node = nodes.get(id);
    return node ? nameOf(node, language) : id;
  };
  const remarks = [basis === "derived" ? evidence.derived : "", contested ? evidence.contested : ""].filter(Boolean);
  return `${name(from)} ${linkKinds[kind][language].out} ${name(to)}${remarks.length > 0 ? ` (${remarks.join(", ")})` : ""}`;
}

/** What is on the canvas, in words: how many of what, what is shared, and every link as a sentence. */
export function viewText({ nodes, links, hidden }: Shown, language: Language): string {
  const { explore } = wordsIn(language);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const counts = nodeKindNames.flatMap((kind) => {
    const count = nodes.filter((node) => node.kind === kind).length;
    return count > 0 ? [`${number(count, language)} ${kindWord(kind, language, count)}`] : [];
  });
  const shared = [...sharers({ nodes, links })]
    .filter(([, count]) => count > 1)
    .sort(([, one], [, other]) => other - one)
    .flatMap(([id, count]) => {
      const node = byId.get(id);
      return node ? [`- ${explore.textShared(nameOf(node, language), count)}`] : [];
    });
  return [
    explore.textCounts(counts.join(", "), number(links.length, language)),
    hidden.size > 0 ? explore.textHidden(number(hidden.size, language)) : "",
    shared.length > 0 ? `${explore.textSharedTitle}\n${shared.join("\n")}` : "",
    links.length > 0
      ? `${explore.textLinksTitle}\n${links.map((link) => `- ${linkSentence(link, byId, language)}`).join("\n")}`
      : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}
