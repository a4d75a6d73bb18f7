/** What a value cannot be used for. Whoever knows where it stands in the query says so: see `placed` in refuse.ts. */
export class WrongValue extends Error {
  override readonly name = "WrongValue";
}
