import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Whether a media query holds; its host renders again when that changes. */
export class Media implements ReactiveController {
  readonly #query: MediaQueryList;
  readonly #host: ReactiveControllerHost;
  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#query = matchMedia(query);
    host.addController(this);
  }
  get matches(): boolean {
    return this.#query.matches;
  }
  readonly #changed = () => this.#host.requestUpdate();
  hostConnected(): void {
    this.#query.addEventListener("change", this.#changed);
  }
  hostDisconnected(): void {
    this.#query.removeEventListener("change", this.#changed);
  }
}
