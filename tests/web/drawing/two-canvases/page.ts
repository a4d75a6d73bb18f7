/** A page of somebody else: drawings in it, each with a state of its own, made of web/drawing, web/ui and web/app alone. */
import { ContextProvider } from "@lit/context";
import type { Language, Subgraph } from "../../../../model/graph.ts";
import { appStore, firstState, setAddress } from "../../../../web/app/state.ts";
import { Store } from "../../../../web/app/store.ts";
import "../../../../web/drawing/graph-canvas.ts";
import type { MoveEvent } from "../../../../web/drawing/graph-events.ts";
import "../../../../web/drawing/mini-graph.ts";
import { addToView, emptyView, moveNode } from "../../../../web/drawing/view.ts";
import type { NodeEvent } from "../../../../web/ui/element.ts";
import { idOf, link, node } from "../../nodes.ts";

function boxOf(id: string): HTMLElement {
  const box = document.getElementById(id);
  if (!box) throw new Error(`There is no #${id}`);
  return box;
}

/** A drawing that keeps what is selected and where its items are. */
function draw(box: HTMLElement, { nodes, links }: Subgraph): void {
  const canvas = document.createElement("graph-canvas");
  const spots = new Map(nodes.map(({ id }, index) => [id, { x: index * 160, y: index * 20 }]));
  canvas.view = addToView({ nodes, links }, spots)(emptyView);
  canvas.opening = 1;
  canvas.addEventListener("node-select", (event) => {
    canvas.selected = (event as NodeEvent).id;
  });
  canvas.addEventListener("node-move", (event) => {
    const { id, spot } = event as MoveEvent;
    if (canvas.view) canvas.view = moveNode(id, spot)(canvas.view);
  });
  const small = Object.assign(document.createElement("mini-graph"), { nodes, links });
  const stage = document.createElement("div");
  Object.assign(stage.style, { position: "relative", height: "220px" });
  stage.append(canvas);
  box.append(stage, small);
}

/** Provides a store to all that is in the box, shows what it tells, and has a button for its language. */
function provide(box: HTMLElement, language: Language): void {
  const store = new Store({ ...firstState, address: { ...firstState.address, language } });
  new ContextProvider(box, { context: appStore.context, initialValue: store });
  const told = Object.assign(document.createElement("p"), { role: "status" });
  store.subscribe(() => {
    told.textContent = store.state.message.text;
  });
  const other = Object.assign(document.createElement("button"), { textContent: "nl / en" });
  other.addEventListener("click", () => {
    const { address } = store.state;
    store.update(setAddress({ ...address, language: address.language === "nl" ? "en" : "nl" }));
  });
  box.after(other, told);
}

const summa = node("institution:summa", { name: "Summa College", nameEn: "Summa College" });
const question = node("question:ruimtes", { name: "Hoe gebruik je ruimtes?", nameEn: "How to use spaces?", contested: true });
const theme = node("theme:ai", { name: "Kunstmatige intelligentie", nameEn: "Artificial intelligence" });

const [dutch, english, alone] = [boxOf("dutch"), boxOf("english"), boxOf("alone")];
provide(dutch, "nl");
provide(english, "en");
draw(dutch, { nodes: [summa, question], links: [link(summa.id, "ASKS", question.id)] });
draw(english, {
  nodes: [summa, question, theme],
  links: [link(summa.id, "ASKS", question.id), link(question.id, "ABOUT", theme.id)],
});
draw(alone, {
  nodes: [theme, node(idOf("theme:digital"), { name: "Digitaal" })],
  links: [link("theme:digital", "BROADER", theme.id)],
});
