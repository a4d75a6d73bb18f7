/** What runs inside the page. Each function is sent there as text, so that it can use nothing from outside itself. */

interface WithTasks {
  longTasks: number[];
}

/** Keeps how long each task took that kept the page from answering. */
export function watchLongTasks(): void {
  const page = window as unknown as WithTasks;
  page.longTasks = [];
  new PerformanceObserver((list) => page.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
    buffered: true,
  });
}

export const now = (): number => performance.now();

/** Forgets the long tasks until now. */
export function tasksAnew(): number {
  (window as unknown as WithTasks).longTasks.length = 0;
  return performance.now();
}

/** Whether so many items are on the canvas, and painted. */
export function isDrawn(count: number): boolean {
  const canvas = document.querySelector("graph-canvas") as (HTMLElement & { view?: { nodes: { size: number } } }) | null;
  const stage = canvas?.shadowRoot?.querySelector(".canvas-stage");
  return (canvas?.view?.nodes.size ?? 0) >= count && stage !== null && stage?.hasAttribute("data-painting") === false;
}

/** First paint, bytes that were sent, and long tasks. */
export function whatItTook() {
  const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const navigation = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return {
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    bytes: [...resources, ...navigation].reduce((sum, { transferSize }) => sum + transferSize, 0),
    tasks: (window as unknown as WithTasks).longTasks,
  };
}

/** Puts made items on the canvas, and gives the milliseconds until they are drawn. */
export async function drawLarge({ nodes, links }: { nodes: number; links: number }): Promise<number> {
  const canvas = document.querySelector("graph-canvas") as HTMLElement & {
    view: { filters: unknown };
    updateComplete: Promise<unknown>;
  };
  const ids = Array.from({ length: nodes }, (_, number) => `question:question-${number}`);
  const side = Math.ceil(Math.sqrt(nodes));
  const node = (id: string) => ({ id, kind: "question", name: `Vraag ${id.slice(18)}`, nameEn: "", contested: false, degree: 6 });
  const link = (number: number) => {
    const [from, to] = [ids[number % nodes], ids[(number * 7 + 1) % nodes]];
    const id = `${from}|ASKS|${to}|${number}`;
    return [id, { id, kind: "ASKS", from, to, basis: "stated", contested: false, properties: {}, evidence: [] }] as const;
  };
  const begin = performance.now();
  canvas.view = {
    ...canvas.view,
    nodes: new Map(ids.map((id) => [id, node(id)])),
    links: new Map(Array.from({ length: links }, (_, number) => link(number))),
    spots: new Map(ids.map((id, number) => [id, { x: (number % side) * 40, y: Math.floor(number / side) * 40 }])),
  } as typeof canvas.view;
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  await canvas.updateComplete;
  // It is painted a few milliseconds in each frame.
  do await frame();
  while (canvas.shadowRoot?.querySelector(".canvas-stage[data-painting]"));
  return performance.now() - begin;
}

/** Counts frames for some milliseconds. */
export async function panFrames(duration: number): Promise<{ perSecond: number; longest: number }> {
  const times: number[] = [];
  const begin = performance.now();
  while (performance.now() - begin < duration) times.push(await new Promise<number>((frame) => requestAnimationFrame(frame)));
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return { perSecond: (times.length * 1_000) / (performance.now() - begin), longest: Math.max(...gaps) };
}
