import Negotiator from "negotiator";

/** Which of some media types a client would rather have, by its header Accept; the first one when it takes anything, or none of them. */
export function accepted<Media extends string>(accept: string | undefined, offered: readonly [Media, ...Media[]]): Media {
  const found = new Negotiator({ headers: { accept } }).mediaType([...offered]);
  return offered.find((media) => media === found) ?? offered[0];
}
