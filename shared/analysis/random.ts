/**
 * Random numbers that are the same on every machine: xoshiro128** (Blackman and Vigna), its four words of state filled from a
 * seed by splitmix32 with the finalizer of MurmurHash3 (method, section 6 "Reproducibility"; worked case M16).
 *
 *   result = rotl(s1 * 5, 7) * 9;   uniform on [0, 1) = ((first >>> 5) * 2^26 + (second >>> 6)) / 2^53
 *
 * A result that was drawn names its generator and its seed, so that it can be drawn again.
 */

export const generatorName = 'xoshiro128**';

export type RandomState = readonly [number, number, number, number];

export type Random = {
  /** The next whole number from 0 to 2^32 - 1. */
  word(): number;
  /** The next number of [0, 1), from two words. */
  uniform(): number;
  /** The next whole number from 0 to `below` - 1, each as likely as the others to within 2^-53. */
  below(below: number): number;
};

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Four words from one; none of the states they give is all zero. */
export function stateOfSeed(seed: number): RandomState {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x85ebca6b);
    word ^= word >>> 13;
    word = Math.imul(word, 0xc2b2ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
  return [next(), next(), next(), next()];
}

/** The generator from a state; the numbers follow each other in the order in which they are asked for. */
export function randomOf(state: RandomState): Random {
  let [s0, s1, s2, s3] = state;
  const word = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const carried = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= carried;
    s3 = rotateLeft(s3, 11);
    return result;
  };
  const uniform = (): number => {
    const first = word() >>> 5;
    const second = word() >>> 6;
    return (first * 0x4000000 + second) / 0x20000000000000;
  };
  return { word, uniform, below: (below) => Math.floor(uniform() * below) };
}
