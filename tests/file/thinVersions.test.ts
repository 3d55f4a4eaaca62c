import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinVersions, type VersionTime } from '../../shared/file/thinVersions.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 5, 15, 12, 30);
const every = (step: number, count: number): readonly VersionTime[] => Array.from({ length: count }, (_, at) => ({ id: `v${at}`, at: now - at * step, named: false }));
const keptOf = (versions: readonly VersionTime[]): readonly VersionTime[] => {
  const gone = new Set(thinVersions(versions, now));
  return versions.filter(({ id }) => !gone.has(id));
};

test('of a version every ten minutes for two days several of each day stay, of a month one a day or a week', () => {
  const recent = keptOf(every(hour / 6, 288));
  expect(recent.filter(({ at }) => now - at < hour)).toHaveLength(6);
  expect(recent.length).toBeGreaterThanOrEqual(29);
  expect(recent.length).toBeLessThanOrEqual(32);
  const month = keptOf(every(hour, 24 * 60));
  const older = month.filter(({ at }) => now - at >= 2 * day);
  expect(older.filter(({ at }) => now - at < 14 * day).length).toBeLessThanOrEqual(13);
  expect(older.filter(({ at }) => now - at < 14 * day).length).toBeGreaterThanOrEqual(11);
  expect(older.filter(({ at }) => now - at >= 14 * day).length).toBeLessThanOrEqual(8);
});

test('ten years of daily versions stay few, and every year has one', () => {
  const kept = keptOf(every(day, 3650));
  expect(kept.length).toBeLessThan(70);
  const years = new Set(kept.map(({ at }) => Math.floor((now - at) / (365 * day))));
  expect([...years].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('the newest stays, named ones stay, and thinning what was thinned takes nothing more', () => {
  const versions = fc.array(fc.record({ at: fc.integer({ min: now - 1500 * day, max: now + day }), named: fc.boolean() }), { maxLength: 60 }).map((list) => list.map((one, at): VersionTime => ({ id: String(at), ...one })));
  fc.assert(
    fc.property(versions, (all) => {
      const kept = keptOf(all);
      expect(kept.filter(({ named }) => named)).toEqual(all.filter(({ named }) => named));
      const automatic = all.filter(({ named }) => !named);
      if (automatic.length > 0) expect(kept.map(({ at }) => at)).toContain(Math.max(...automatic.map(({ at }) => at)));
      expect(thinVersions(kept, now)).toEqual([]);
    }),
  );
});

test('a version that thinning keeps today and every later day is not lost by thinning often', () => {
  // Each day thins what the day before left, as the product does: a year later every month still has its version.
  let kept: readonly VersionTime[] = [];
  for (let today = 0; today < 365; today += 1) {
    const time = now + today * day;
    const all = [...kept, { id: `d${today}`, at: time, named: false }];
    const gone = new Set(thinVersions(all, time));
    kept = all.filter(({ id }) => !gone.has(id));
  }
  const times = kept.map(({ at }) => at).sort((a, b) => a - b);
  const widest = Math.max(...times.slice(1).map((at, place) => at - (times[place] ?? 0)));
  expect(widest).toBeLessThanOrEqual(62 * day);
});
