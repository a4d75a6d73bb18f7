/** Numbers from 0 up to 1, the same ones for the same seed: Marsaglia's xorshift of 32 bits (doi:10.18637/jss.v008.i14). */
export function uniform(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state / 2 ** 32;
  };
}
