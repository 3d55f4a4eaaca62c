/** Whatever is added, moved and removed, in whatever order: the workbook stays one that opens, and nothing computes to NaN. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { checkConsistency } from '../../shared/file/checkConsistency.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { UnitId } from '../../shared/model/unit.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { emptyWorkbook } from '../../shared/sample/emptyWorkbook.ts';
import { isIsoDate, isMonth } from '../../shared/model/period.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

type Step = (workbook: Workbook) => Result<Workbook>;

const name = fc.record({ en: fc.constantFrom('NEV', 'Wind', '', 'constructor', '2025', 'a/b'), zh: fc.constantFrom('风电', '', 'NEV') });
const month = fc.tuple(fc.integer({ min: 2019, max: 2042 }), fc.integer({ min: 0, max: 13 })).map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);
const date = fc.tuple(month, fc.integer({ min: 1, max: 31 })).map(([first, day]) => `${first}-${String(day).padStart(2, '0')}`);
const by = fc.integer({ min: -3, max: 3 });
const measure = fc.constantFrom<readonly [UnitId, UnitId]>(['millionVehicles', 'kgPerVehicle'], ['GW', 'kgPerMW'], ['unit', 'kgPerUnit'], ['t', 'kgPerUnit']);
const scope = fc.subarray(['controlled' as const, 'uncontrolled' as const]);
const kind = fc.constantFrom('restrict' as const, 'ease' as const, 'note' as const);

/** One of what stands there now; a name that is not there where there is none. */
function pick(items: Readonly<Record<string, unknown>>, at: number): string {
  const ids = Object.keys(items);
  return ids[at % Math.max(1, ids.length)] ?? 'gone';
}

const technologiesOf = (workbook: Workbook, sector: string): Readonly<Record<string, unknown>> => {
  const found = workbook.sectors[sector];
  return found?.kind === 'driver' ? found.technologies : {};
};

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, measure).map(([title, [volumeUnit, intensityUnit]]): Step => (w) => commands.addSector.run(w, { kind: 'driver', name: title, volumeName: { en: 'Output', zh: '产量' }, volumeUnit, intensityUnit })),
  name.map((title): Step => (w) => commands.addSector.run(w, { kind: 'residual', name: title })),
  fc.tuple(fc.nat(), name).map(([at, title]): Step => (w) => commands.renameSector.run(w, { sector: pick(w.sectors, at), name: title })),
  fc.tuple(fc.nat(), by).map(([at, places]): Step => (w) => commands.moveSector.run(w, { sector: pick(w.sectors, at), by: places })),
  fc.nat().map((at): Step => (w) => commands.removeSector.run(w, { sector: pick(w.sectors, at) })),
  fc.tuple(fc.nat(), name).map(([at, title]): Step => (w) => commands.addTechnology.run(w, { sector: pick(w.sectors, at), name: title })),
  fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('remove', 'balance', 'move'), by).map(([at, of, what, places]): Step => (w) => {
    const sector = pick(w.sectors, at);
    const address = { sector, technology: pick(technologiesOf(w, sector), of) };
    if (what === 'move') return commands.moveTechnology.run(w, { ...address, by: places });
    return what === 'remove' ? commands.removeTechnology.run(w, address) : commands.setBalancing.run(w, address);
  }),
  fc.tuple(fc.nat(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true })).map(([at, of, value]): Step => (w) => {
    const sector = pick(w.sectors, at);
    return commands.setCell.run(w, { scenario: 'base', path: `sectors/${sector}/technologies/${pick(technologiesOf(w, sector), of)}/share`, period: '2025', value });
  }),
  fc.tuple(fc.nat(), fc.constantFrom('volume' as const, 'intensity' as const, 'demand' as const), fc.integer({ min: 0, max: 1e6 })).map(([at, member, value]): Step => (w) => commands.setDriver.run(w, { scenario: 'base', sector: pick(w.sectors, at), year: 2025, member, value })),
  fc.tuple(name, date, kind, scope).map(([title, day, what, goods]): Step => (w) => commands.addEvent.run(w, { title, date: day, kind: what, scope: goods })),
  fc.tuple(fc.nat(), date, date, kind).map(([at, from, to, what]): Step => (w) => commands.editEvent.run(w, { event: pick(w.events, at), kind: what, date: from, suspended: [{ from, to }] })),
  fc.nat().map((at): Step => (w) => commands.removeEvent.run(w, { event: pick(w.events, at) })),
  fc.tuple(fc.nat(), fc.constantFrom('net' as const, 'gross' as const), fc.integer({ min: 1999, max: 2030 })).map(([at, profileIs, year]): Step => (w) => commands.setSector.run(w, { sector: pick(w.sectors, at), profileIs, year })),
  fc.constantFrom('days' as const, 't' as const).map((unit): Step => (w) => commands.setStockMeasure.run(w, { unit })),
  fc.integer({ min: 2019, max: 2028 }).map((year): Step => (w) => commands.setExportBaseYear.run(w, { year })),
  fc.tuple(fc.nat(), name, date).map(([at, title, day]): Step => (w) => (at % 2 === 0 ? commands.addSource.run(w, { title: title.en, date: day }) : commands.removeSource.run(w, { source: pick(w.sources, at) }))),
  fc.tuple(fc.constantFrom('supply/output', 'exports/monthly', 'material/miningQuota', 'sectors/nev/demand'), fc.constantFrom('blank' as const, 'finished' as const, 'reo' as const, null), fc.constantFrom('sintered' as const, 'sample-survey' as const, null), fc.constantFrom(0.8, 1.3, 0, null)).map(([path, basis, coverScope, coverage]): Step => (w) => commands.setTerms.run(w, { path, basis, scope: coverScope, coverage })),
  fc.tuple(name, month, fc.option(fc.nat(), { nil: undefined })).map(([title, first, tonnes]): Step => (w) => commands.addExpansion.run(w, { name: title, start: first, ...(tonnes === undefined ? {} : { tonnes }) })),
  fc.tuple(fc.nat(), month, by).map(([at, first, places]): Step => (w) => (places === 0 ? commands.editExpansion.run(w, { expansion: pick(w.expansions, at), start: first }) : commands.moveExpansion.run(w, { expansion: pick(w.expansions, at), by: places }))),
  fc.nat().map((at): Step => (w) => commands.removeExpansion.run(w, { expansion: pick(w.expansions, at) })),
  fc.tuple(month, month).map(([first, last]): Step => (w) => commands.setHorizon.run(w, { start: first, end: last })),
  month.map((first): Step => (w) => commands.setShownFrom.run(w, { month: first })),
  date.map((day): Step => (w) => commands.setAsOf.run(w, { date: day })),
  month.map((first): Step => (w) => commands.setPriceAnchor.run(w, { month: first })),
);

function expectNoNaN(value: unknown, place: string): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${place} is ${value}.`);
  if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) expectNoNaN(item, `${place}.${key}`);
}

const [first, last, day] = ['2025-01', '2026-12', '2025-06-15'];
if (!isMonth(first) || !isMonth(last) || !isIsoDate(day)) throw new Error('dates');
/** The sample with as much of everything as the commands ask for; what only takes time is left out. */
function smallSample(): Workbook {
  const { base, deRareEarthWind, subsidyPullForward } = shippedWorkbook().scenarios;
  if (!base || !deRareEarthWind || !subsidyPullForward) throw new Error('scenarios');
  return { ...shippedWorkbook(), claims: {}, scenarios: { base, deRareEarthWind, subsidyPullForward } };
}

const beginnings: readonly Workbook[] = [deepFreeze(smallSample()), deepFreeze(emptyWorkbook({ en: 'New', zh: '新' }, first, last, day))];

function expectOneBalancing(workbook: Workbook): void {
  for (const sector of Object.values(workbook.sectors)) {
    const stack = sector.kind === 'driver' ? Object.values(sector.technologies) : [];
    expect(stack.filter((one) => one.balancing).length).toBe(Math.min(1, stack.length));
  }
}

test('any sequence of structure commands leaves a workbook that is consistent and computes without NaN', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.array(steps, { minLength: 1, maxLength: 25 }), (beginning, sequence) => {
      let workbook = beginning;
      for (const step of sequence) {
        const result = step(workbook);
        if (result.ok) workbook = deepFreeze(result.value);
        expect(checkConsistency(workbook)).toMatchObject({ ok: true });
      }
      const parsed = parseWorkbook(serializeWorkbook(workbook));
      expect(parsed.ok && parsed.value).toEqual(workbook);
      expectOneBalancing(workbook);
      for (const scenario of Object.keys(workbook.scenarios)) {
        const balance = computeBalance(workbook, scenario);
        expect(balance.ok).toBe(true);
        expectNoNaN(balance, scenario);
      }
    }),
    { numRuns: 120 },
  );
});
