/** A sheet as text: each row has its cells from the first column on, empty where there is nothing. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}
