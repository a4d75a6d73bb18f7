declare module "@citation-js/core" {
  /** Reads references in whichever form the plugins know; as CSL-JSON in `data`. */
  export class Cite {
    constructor(text: string);
    readonly data: readonly unknown[];
  }
}
