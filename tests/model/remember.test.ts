import { describe, expect, it } from 'vitest';
import { remember, rememberFor } from '../../shared/model/remember.ts';

/** A computation that counts how often it is made. */
function counted(): { readonly run: (key: object, value: number) => { readonly doubled: number }; readonly count: () => number } {
  let count = 0;
  const run = remember((_key: object, value: number) => {
    count += 1;
    return { doubled: value * 2 };
  });
  return { run, count: () => count };
}

describe('what is remembered with a document', () => {
  it('is found again for the same arguments, and for no others', () => {
    rememberFor({}, 1);
    const { run, count } = counted();
    const key = {};
    const first = run(key, 2);
    expect(run(key, 2)).toBe(first);
    expect([run(key, 3), run({}, 2), run(key, Number.NaN)]).toEqual([{ doubled: 6 }, { doubled: 4 }, { doubled: Number.NaN }]);
    expect(run(key, 2)).toBe(first);
    expect(count()).toBe(4);
  });

  it('is another document\'s no more than before, and still there when it comes back', () => {
    const { run, count } = counted();
    const [one, other, key] = [{}, {}, {}];
    rememberFor(one, 1);
    const first = run(key, 2);
    rememberFor(other, 1);
    expect(run(key, 2)).toEqual(first);
    expect(count()).toBe(2);
    rememberFor(one, 1);
    expect(run(key, 2)).toBe(first);
    expect(count()).toBe(2);
  });

  it('stays as long as each round asks for it, and is made again alike when two rounds did not', () => {
    const { run, count } = counted();
    const [horizon, used, left] = [{}, {}, {}];
    rememberFor(horizon, 3);
    const kept = run(used, 1);
    const before = run(left, 1);
    for (let balance = 0; balance < 200; balance += 1) {
      rememberFor(horizon, 3);
      expect(run(used, 1)).toBe(kept);
    }
    expect(count()).toBe(2);
    expect(run(left, 1)).toEqual(before);
    expect(count()).toBe(3);
  });

  it('is still there after a round of every scenario, however many there are', () => {
    const { run, count } = counted();
    const [horizon, key] = [{}, {}];
    rememberFor(horizon, 500);
    run(key, 1);
    for (let scenario = 0; scenario < 500; scenario += 1) rememberFor(horizon, 500);
    run(key, 1);
    expect(count()).toBe(1);
  });
});
