/** Numbers from 0 to 1 that come again with the same seed: 32-bit linear congruence (Numerical Recipes), even enough to spread blows by. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
