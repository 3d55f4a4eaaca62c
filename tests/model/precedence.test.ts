import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strongest, type CellRank, type Contenders } from '../../shared/model/precedence.ts';

const order: readonly CellRank[] = ['counterfactual', 'actual', 'override', 'overlay', 'computed'];

test('the stronger number stands: counterfactual, actual, override, overlay, computed', () => {
  const all = { counterfactual: 1, actual: 2, override: 3, overlay: 4, computed: 5 };
  order.forEach((rank, at) => {
    const rest = Object.fromEntries(Object.entries(all).filter(([name]) => order.indexOf(name as CellRank) >= at));
    expect(strongest(rest)).toEqual({ value: all[rank], rank });
  });
  expect(strongest({})).toEqual({ value: null, rank: 'computed' });
});

test('a counterfactual null takes the actual away and lets the month be computed', () => {
  expect(strongest({ counterfactual: null, actual: 2, computed: 5 })).toEqual({ value: 5, rank: 'computed' });
  expect(strongest({ counterfactual: null, actual: 2, overlay: 4, computed: 5 })).toEqual({ value: 4, rank: 'overlay' });
  expect(strongest({ counterfactual: null, actual: 2 })).toEqual({ value: null, rank: 'computed' });
});

test('a missing actual is a missing number, not an absent one', () => {
  expect(strongest({ actual: null, computed: 5 })).toEqual({ value: null, rank: 'actual' });
});

test('nothing weaker changes what stands', () => {
  const value = fc.double({ noNaN: true });
  const contenders: fc.Arbitrary<Contenders> = fc.record(
    { counterfactual: value, actual: value, override: value, overlay: value, computed: value },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(contenders, fc.constantFrom(...order), value, (present, rank, other) => {
      const before = strongest(present);
      const weaker = order.indexOf(rank) > order.indexOf(before.rank);
      if (weaker) expect(strongest({ ...present, [rank]: other })).toEqual(before);
    }),
  );
});
