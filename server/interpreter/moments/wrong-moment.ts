/** Why no moment can be made of something. */
export class WrongMoment extends Error {
  override readonly name = "WrongMoment";
}
