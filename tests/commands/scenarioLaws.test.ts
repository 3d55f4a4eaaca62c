/** Whatever is done to scenarios, in whatever order: what is refused changes nothing, siblings never feel each other, and undo gives back the same object. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { checkConsistency } from '../../shared/file/checkConsistency.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { recordStep, redoStep, startHistory, undoStep } from '../../shared/history.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { descendantsOf, scenarioTree } from '../../shared/model/scenarioTree.ts';
import type { Overlay, ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { computableWorkbooks } from '../support/computable.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { done } from '../support/results.ts';

type Step = (workbook: Workbook) => Result<Workbook>;

const name = fc.constantFrom('Mild', 'Cold', '', 'constructor').map((en) => ({ en, zh: '' }));
const nat = fc.nat({ max: 20 });
const by = fc.integer({ min: -3, max: 3 });

function pick(items: Readonly<Record<string, unknown>> | undefined, at: number): string {
  const ids = Object.keys(items ?? {});
  return ids[at % Math.max(1, ids.length)] ?? 'gone';
}

const overlay: fc.Arbitrary<Overlay> = fc.record({
  path: fc.constantFrom('sectors/one/volume', 'supply/output', 'exports/growth', 'exports/gone'),
  periods: fc.constantFrom([], ['2024'], ['2025'], ['2024', '2025']),
  op: fc.constantFrom('set' as const, 'mul' as const, 'add' as const),
  value: fc.integer({ min: 0, max: 9 }),
});

/** A step that changes only the numbers of one scenario, and which one. */
type Edit = { readonly scenario: (workbook: Workbook) => ScenarioId; readonly step: Step };

const edits: fc.Arbitrary<Edit> = fc.tuple(nat, overlay, fc.constantFrom('write', 'cell', 'driver', 'revert')).map(([at, one, what]): Edit => {
  const scenario = (workbook: Workbook): ScenarioId => pick(workbook.scenarios, at);
  const step: Step = (workbook) => {
    const id = scenario(workbook);
    const owner = { kind: 'scenario', id } as const;
    if (what === 'write') return commands.writeDifference.run(workbook, { owner, overlay: one });
    if (what === 'revert') return commands.revertDifferences.run(workbook, { owner, keys: null });
    if (what === 'cell') return commands.setCell.run(workbook, { scenario: id, path: 'exports/releaseRate', period: 'all', value: (one.value ?? 0) / 10 });
    return commands.setDriver.run(workbook, { scenario: id, sector: 'one', year: 2024, member: 'volume', value: (one.value ?? 0) * 1000 });
  };
  return { scenario, step };
});

const moves: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, nat).map(([en, at]): Step => (w) => commands.addScenario.run(w, { name: en, parent: pick(w.scenarios, at) })),
  nat.map((at): Step => (w) => commands.duplicateScenario.run(w, { scenario: pick(w.scenarios, at) })),
  fc.tuple(nat, by).map(([at, places]): Step => (w) => commands.moveScenario.run(w, { scenario: pick(w.scenarios, at), by: places })),
  fc.tuple(nat, nat).map(([at, to]): Step => (w) => commands.reparentScenario.run(w, { scenario: pick(w.scenarios, at), parent: pick(w.scenarios, to) })),
  fc.tuple(nat, fc.constantFrom('remove' as const, 'keep' as const, undefined)).map(([at, children]): Step => (w) => commands.removeScenario.run(w, { scenario: pick(w.scenarios, at), ...(children ? { children } : {}) })),
  fc.tuple(nat, fc.boolean()).map(([at, locked]): Step => (w) => commands.lockScenario.run(w, { scenario: pick(w.scenarios, at), locked })),
  fc.tuple(nat, name).map(([at, title]): Step => (w) => {
    const scenario = pick(w.scenarios, at);
    return commands.addPackage.run(w, { name: title, from: { scenario, keys: Object.keys(w.scenarios[scenario]?.overlays ?? {}).slice(0, 2) } });
  }),
  fc.tuple(nat, nat, nat).map(([at, a, b]): Step => (w) => commands.mixPackages.run(w, { scenario: pick(w.scenarios, at), packages: [pick(w.packages, a), pick(w.packages, b)] })),
  fc.tuple(nat, overlay).map(([at, one]): Step => (w) => commands.writeDifference.run(w, { owner: { kind: 'package', id: pick(w.packages, at) }, overlay: one })),
  nat.map((at): Step => (w) => commands.removePackage.run(w, { package: pick(w.packages, at) })),
);

const steps = fc.oneof(moves, edits.map(({ step }) => step));

test('any sequence of steps leaves scenarios that form a tree, a file that opens again, and a way back to the identical object', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(computableWorkbooks, fc.array(steps, { minLength: 1, maxLength: 20 }), (beginning, sequence) => {
      let history = startHistory(deepFreeze(beginning));
      const seen: Workbook[] = [beginning];
      for (const step of sequence) {
        const before = history.present;
        const result = step(before);
        history = recordStep(history, result.ok ? deepFreeze(result.value) : before, { en: '', zh: '' });
        if (history.present !== before) seen.push(history.present);
        expect(checkConsistency(history.present)).toMatchObject({ ok: true });
        expect(Object.values(history.present.scenarios).filter(({ parent }) => parent === null)).toHaveLength(1);
        expect(scenarioTree(history.present.scenarios)).toHaveLength(Object.keys(history.present.scenarios).length);
        for (const [id, scenario] of Object.entries(before.scenarios)) {
          const now = history.present.scenarios[id];
          if (scenario.locked === true) expect({ ...now, order: 0, locked: true }).toEqual({ ...scenario, order: 0 });
        }
      }
      expect(done(parseWorkbook(serializeWorkbook(history.present)))).toEqual(history.present);
      for (const id of Object.keys(history.present.scenarios)) expect(computeBalance(history.present, id).ok).toBe(true);
      for (const past of [...seen].reverse()) {
        expect(history.present).toBe(past);
        history = undoStep(history);
      }
      for (const next of seen.slice(1)) {
        history = redoStep(history);
        expect(history.present).toBe(next);
      }
    }),
    { numRuns: 150 },
  );
});

test('an edit of one scenario never moves one that does not stand under it', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(computableWorkbooks, fc.array(moves, { maxLength: 6 }), edits, (beginning, before, { scenario, step }) => {
      const workbook = before.reduce((now, move) => {
        const result = move(now);
        return result.ok ? result.value : now;
      }, beginning);
      const id = scenario(workbook);
      const result = step(workbook);
      if (!result.ok || workbook.scenarios[id]?.parent === null) return;
      const felt = new Set([id, ...descendantsOf(workbook.scenarios, id)]);
      for (const other of Object.keys(workbook.scenarios)) {
        if (felt.has(other)) continue;
        const { findings: _a, ...was } = done(computeBalance(workbook, other));
        const { findings: _b, ...is } = done(computeBalance(result.value, other));
        expect(is).toEqual(was);
      }
    }),
    { numRuns: 100 },
  );
});

test('a scenario without differences equals its parent', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(computableWorkbooks, fc.array(steps, { maxLength: 8 }), nat, (beginning, sequence, at) => {
      const workbook = sequence.reduce((now, step) => {
        const result = step(now);
        return result.ok ? result.value : now;
      }, beginning);
      const parent = pick(workbook.scenarios, at);
      const next = done(commands.addScenario.run(workbook, { name: { en: 'Equal', zh: '' }, parent }));
      const id = Object.keys(next.scenarios).find((one) => !Object.hasOwn(workbook.scenarios, one)) ?? '';
      expect(done(computeBalance(next, id)).gap).toEqual(done(computeBalance(next, parent)).gap);
    }),
    { numRuns: 60 },
  );
});

test('the order of mul and add overlays within a layer does not matter', { timeout: 60_000 }, () => {
  const scaling = fc.record({ op: fc.constantFrom('mul' as const, 'add' as const), value: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(computableWorkbooks, fc.array(scaling, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat()), (beginning, list, numbers) => {
      const overlaysIn = (ordered: readonly (typeof list)[number][]): Record<string, Overlay> =>
        Object.fromEntries(ordered.map((one, key) => [`k${key}`, { path: 'supply/output', periods: [], ...one }]));
      const shuffled = list.map((one) => ({ one, at: numbers.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ one }) => one);
      const gapOf = (ordered: readonly (typeof list)[number][]): readonly (number | null)[] => {
        const other = beginning.scenarios.other;
        if (!other) throw new Error('other');
        return done(computeBalance({ ...beginning, scenarios: { ...beginning.scenarios, other: { ...other, overlays: overlaysIn(ordered) } } }, 'other')).gap.values;
      };
      const [a, b] = [gapOf(list), gapOf(shuffled)];
      a.forEach((value, at) => expect(Math.abs((value ?? 0) - (b[at] ?? 0))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value ?? 0))));
    }),
    { numRuns: 60 },
  );
});
