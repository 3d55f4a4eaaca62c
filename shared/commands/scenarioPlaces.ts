/** Where scenarios stand: their order, their parent, and what becomes of those under one that is removed. */
import { movedEntry } from '../messages/commands.ts';
import { removedScenario, reparentedScenario } from '../messages/scenarioCommands.ts';
import { descendantsOf } from '../model/scenarioTree.ts';
import type { Scenario, ScenarioId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Command } from './command.ts';
import { orderedIds } from './ordering.ts';
import { findScenario, inTreeOrder, scenarioName, withScenario } from './scenarios.ts';

function refusedRoot(scenario: Scenario, id: ScenarioId): Result<never> {
  return fail('scenario-root', { place: id, values: { name: scenario.name.en, nameZh: scenario.name.zh } });
}

/** `by` counts places among the scenarios of the same parent; at most to an end. What stands under it comes along. */
export const moveScenario: Command<{ readonly scenario: ScenarioId; readonly by: number }> = {
  name: 'move-scenario',
  label: (workbook, { scenario, by }) => movedEntry(scenarioName(workbook, scenario), by),
  run(workbook, { scenario: id, by }) {
    const found = findScenario(workbook, id);
    if (!found.ok) return found;
    const { scenarios } = workbook;
    const siblings = orderedIds(scenarios).filter((other) => scenarios[other]?.parent === found.value.parent);
    const from = siblings.indexOf(id);
    const to = Math.min(siblings.length - 1, Math.max(0, from + by));
    const neighbour = scenarios[siblings[to] ?? ''];
    if (to === from || !neighbour) return ok(workbook);
    // Half a place beyond the neighbour, before whole numbers are written down the tree.
    return ok({ ...workbook, scenarios: inTreeOrder({ ...scenarios, [id]: { ...found.value, order: neighbour.order + (to > from ? 0.5 : -0.5) } }) });
  },
};

/** Puts a scenario under another one. Its differences stay as they are; what it inherits is the new parent's. */
export const reparentScenario: Command<{ readonly scenario: ScenarioId; readonly parent: ScenarioId }> = {
  name: 'reparent-scenario',
  label: (workbook, { scenario, parent }) => reparentedScenario(scenarioName(workbook, scenario), scenarioName(workbook, parent)),
  run(workbook, { scenario: id, parent }) {
    const found = findScenario(workbook, id);
    if (!found.ok) return found;
    const above = findScenario(workbook, parent);
    if (!above.ok) return above;
    if (found.value.parent === null) return refusedRoot(found.value, id);
    if (found.value.parent === parent) return ok(workbook);
    if (parent === id || descendantsOf(workbook.scenarios, id).includes(parent)) {
      const values = { name: found.value.name.en, nameZh: found.value.name.zh, parent: above.value.name.en, parentZh: above.value.name.zh };
      return fail('scenario-own-ancestor', { place: id, values });
    }
    const { scenarios } = withScenario(workbook, id, { ...found.value, parent, order: Object.keys(workbook.scenarios).length });
    return ok({ ...workbook, scenarios: inTreeOrder(scenarios) });
  },
};

export type RemoveScenarioArgs = {
  readonly scenario: ScenarioId;
  /**
   * What becomes of the scenarios under it: removed with it, or kept under its parent with the differences that are their own,
   * without what they inherited from it. Not said, a scenario with others under it stays.
   */
  readonly children?: 'remove' | 'keep';
};

function names(workbook: Workbook, ids: readonly ScenarioId[]): { readonly children: string; readonly childrenZh: string } {
  const all = ids.map((id) => scenarioName(workbook, id));
  return { children: all.map(({ en }) => en).join(', '), childrenZh: all.map(({ zh }) => zh).join('、') };
}

export const removeScenario: Command<RemoveScenarioArgs> = {
  name: 'remove-scenario',
  label: (workbook, { scenario, children }) => removedScenario(scenarioName(workbook, scenario), children === 'remove' ? descendantsOf(workbook.scenarios, scenario).length : 0),
  run(workbook, { scenario: id, children }) {
    const found = findScenario(workbook, id);
    if (!found.ok) return found;
    const { name, parent } = found.value;
    if (parent === null) return refusedRoot(found.value, id);
    const below = descendantsOf(workbook.scenarios, id);
    if (below.length > 0 && children === undefined) return fail('scenario-has-children', { place: id, values: { name: name.en, nameZh: name.zh, ...names(workbook, below) } });
    const gone = new Set(children === 'remove' ? [id, ...below] : [id]);
    const kept = Object.entries(workbook.scenarios).flatMap(([key, scenario]): [ScenarioId, Scenario][] => {
      if (gone.has(key)) return [];
      return [[key, scenario.parent === id ? { ...scenario, parent } : scenario]];
    });
    return ok({ ...workbook, scenarios: inTreeOrder(Object.fromEntries(kept)) });
  },
};
