/** How many steps a computation may still take. It is spent by those who do the work, so that the work ends whatever the input. */
export class Budget {
  #left: number;
  #spent = 0;

  constructor(steps: number) {
    this.#left = steps;
  }

  get spent(): number {
    return this.#spent;
  }

  get isSpent(): boolean {
    return this.#left === 0;
  }

  /** Takes some steps; `false` when there are not as many left, and then none is. */
  spend(steps = 1): boolean {
    if (this.#left < steps) {
      this.#left = 0;
      return false;
    }
    this.#left -= steps;
    this.#spent += steps;
    return true;
  }
}
