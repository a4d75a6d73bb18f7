import type { Link, NodeId } from "../../model/graph.ts";
import { movedOf, moveItems, moveName } from "./item-moves.ts";
import { type LinkPath, linkPaths } from "./link-paths.ts";
import { sizesOf } from "./sizes.ts";
import { moveOver } from "./tween.ts";
import { emptyView, type Spot, shown, type View } from "./view.ts";

type Point = Pick<Spot, "x" | "y">;

/** More than so many do not move before one's eyes: nobody could follow them. */
const mostMoving = 1_500;

/** Where everything is drawn at this moment, which is where the view says but while something moves. */
export class DrawnSpots {
  readonly #moved: () => void;
  #view = emptyView;
  /** One list for as long as the view is: what is known of it is known of each movement. */
  #links: readonly Link[] = [];
  #spots: ReadonlyMap<NodeId, Point> = new Map();
  #paths: readonly LinkPath[] = [];
  #stopMoving = () => {};

  /** `moved` is called after each movement, before the next frame. */
  constructor(moved: () => void) {
    this.#moved = moved;
  }

  get spots(): ReadonlyMap<NodeId, Point> {
    return this.#spots;
  }
  /** How the links run. */
  get paths(): readonly LinkPath[] {
    return this.#paths;
  }

  /** Puts everything where the view says; what stood elsewhere goes there before one's eyes, where it may. */
  place(view: View, world: SVGGElement, mayMove: boolean): void {
    const { nodes, links, faint } = shown(view);
    const [before, after] = [
      this.#spots,
      new Map([...faint.nodes, ...nodes].map(({ id }) => [id, view.spots.get(id) ?? { x: 0, y: 0 }])),
    ];
    const moved = movedOf(before, after);
    if (view !== this.#view) this.#links = [...faint.links, ...links];
    this.#view = view;
    this.stop();
    world.removeAttribute("data-moving");
    if (!mayMove || moved.length < 2 || moved.length > mostMoving) {
      this.#set(after);
      return;
    }
    world.setAttribute("data-moving", "");
    this.#stopMoving = moveOver(before, after, (spots, done) => {
      this.#set(spots);
      moveItems(world, view, moved, spots);
      if (done) world.removeAttribute("data-moving");
    });
  }

  /** Takes an item along with a pointer, before the view knows. */
  drag(id: NodeId, { x, y }: Point, world: SVGGElement): void {
    const old = this.#spots.get(id);
    if (!old) return;
    this.#set(new Map([...this.#spots, [id, { x, y }]]));
    moveItems(world, this.#view, [id], this.#spots);
    moveName(world, id, { x: x - old.x, y: y - old.y });
  }

  /** Leaves everything where it is on its way. */
  stop(): void {
    this.#stopMoving();
  }

  #set(spots: ReadonlyMap<NodeId, Point>): void {
    this.#spots = spots;
    this.#paths = linkPaths(this.#links, spots, sizesOf(this.#view));
    this.#moved();
  }
}
