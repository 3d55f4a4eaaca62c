/** Making scenarios and saying what each is: names, narrative, colour, probability, lock. Where they stand is in scenarioTree.ts. */
import { addedEntry, renamedEntry } from '../messages/commands.ts';
import { coloredScenario, copyName, describedScenario, duplicatedScenario, lockedScenario, ratedScenario, scenarioKinds } from '../messages/scenarioCommands.ts';
import { rootScenarioId } from '../model/computeBalance.ts';
import { scenarioTree } from '../model/scenarioTree.ts';
import type { LocalText, Scenario, ScenarioId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { cleanName, isSameText } from './cleanName.ts';
import type { Command } from './command.ts';
import { freshId } from './freshId.ts';
import { reordered } from './ordering.ts';

/** How many colours tell scenarios apart. */
const colorCount = 8;

const empty: LocalText = { en: '', zh: '' };

/** The scenario of an id, or the refusal that there is none. */
export function findScenario(workbook: Pick<Workbook, 'scenarios'>, id: ScenarioId): Result<Scenario> {
  const scenario = Object.hasOwn(workbook.scenarios, id) ? workbook.scenarios[id] : undefined;
  return scenario ? ok(scenario) : fail('unknown-scenario', { place: id, values: { id } });
}

/** The name that the history shows; the id where there is no such scenario. */
export function scenarioName(workbook: Pick<Workbook, 'scenarios'>, id: ScenarioId): LocalText {
  const found = findScenario(workbook, id);
  return found.ok ? found.value.name : { en: id, zh: id };
}

/** The scenarios with their orders written down the tree; those that stay where they are stay the same object. */
export function inTreeOrder(scenarios: Workbook['scenarios']): Workbook['scenarios'] {
  return reordered(scenarios, scenarioTree(scenarios).map(({ id }) => id));
}

/** The workbook with another scenario in the place of one, or with one more. */
export function withScenario(workbook: Workbook, id: ScenarioId, scenario: Scenario): Workbook {
  return { ...workbook, scenarios: { ...workbook.scenarios, [id]: scenario } };
}

/** A colour that no scenario has yet, or the one that comes after the last. */
function freshColor(scenarios: Workbook['scenarios']): number {
  const taken = new Set(Object.values(scenarios).map(({ color }) => color));
  for (let color = 0; color < colorCount; color += 1) if (!taken.has(color)) return color;
  return Object.keys(scenarios).length % colorCount;
}

function added(workbook: Workbook, scenario: Scenario): Workbook {
  const id = freshId(scenario.name.en, 'scenario', workbook.scenarios);
  return { ...workbook, scenarios: inTreeOrder({ ...workbook.scenarios, [id]: scenario }) };
}

function isColor(color: number): boolean {
  return Number.isInteger(color) && color >= 0 && color < colorCount;
}

/** A scenario without differences under `parent`, the workbook's own where none is named: it equals its parent until it differs. */
export type AddScenarioArgs = { readonly name: LocalText; readonly parent?: ScenarioId; readonly narrative?: LocalText; readonly color?: number };

export const addScenario: Command<AddScenarioArgs> = {
  name: 'add-scenario',
  label: (_workbook, { name }) => addedEntry(scenarioKinds.scenario, name),
  run(workbook, args) {
    const name = cleanName(args.name);
    if (!name.ok) return name;
    const parent = args.parent ?? rootScenarioId(workbook) ?? '';
    const found = findScenario(workbook, parent);
    if (!found.ok) return found;
    const color = args.color ?? freshColor(workbook.scenarios);
    if (!isColor(color)) return fail('color-out-of-range');
    return ok(added(workbook, { name: name.value, parent, order: Object.keys(workbook.scenarios).length, color, narrative: args.narrative ?? empty, overlays: {} }));
  },
};

/** A copy beside the original, unlocked. The root has no sibling: its copy stands under it, without differences. */
export const duplicateScenario: Command<{ readonly scenario: ScenarioId; readonly name?: LocalText }> = {
  name: 'duplicate-scenario',
  label: (workbook, { scenario }) => duplicatedScenario(scenarioName(workbook, scenario)),
  run(workbook, args) {
    const original = findScenario(workbook, args.scenario);
    if (!original.ok) return original;
    const name = cleanName(args.name ?? copyName(original.value.name));
    if (!name.ok) return name;
    const { locked: _locked, ...rest } = original.value;
    const parent = rest.parent ?? args.scenario;
    // Half a place behind the original, before whole numbers are written again.
    return ok(added(workbook, { ...rest, name: name.value, parent, order: rest.order + 0.5, color: freshColor(workbook.scenarios) }));
  },
};

type Change<Args> = (scenario: Scenario, args: Args) => Result<Scenario>;

/** A command that changes one scenario; the same workbook where nothing of it changes. */
function changing<Args extends { readonly scenario: ScenarioId }>(name: string, label: Command<Args>['label'], change: Change<Args>): Command<Args> {
  return {
    name,
    label,
    run(workbook, args) {
      const before = findScenario(workbook, args.scenario);
      if (!before.ok) return before;
      const after = change(before.value, args);
      if (!after.ok) return after;
      return ok(after.value === before.value ? workbook : withScenario(workbook, args.scenario, after.value));
    },
  };
}

export const renameScenario = changing<{ readonly scenario: ScenarioId; readonly name: LocalText }>(
  'rename-scenario',
  (workbook, { scenario, name }) => renamedEntry(scenarioName(workbook, scenario), name),
  (scenario, args) => {
    const name = cleanName(args.name);
    if (!name.ok) return name;
    return ok(isSameText(name.value, scenario.name) ? scenario : { ...scenario, name: name.value });
  },
);

export const describeScenario = changing<{ readonly scenario: ScenarioId; readonly narrative: LocalText }>(
  'describe-scenario',
  (workbook, { scenario }) => describedScenario(scenarioName(workbook, scenario)),
  (scenario, { narrative }) => {
    const trimmed = { en: narrative.en.trim(), zh: narrative.zh.trim() };
    return ok(isSameText(trimmed, scenario.narrative) ? scenario : { ...scenario, narrative: trimmed });
  },
);

export const colorScenario = changing<{ readonly scenario: ScenarioId; readonly color: number }>(
  'color-scenario',
  (workbook, { scenario }) => coloredScenario(scenarioName(workbook, scenario)),
  (scenario, { color }) => (isColor(color) ? ok(color === scenario.color ? scenario : { ...scenario, color }) : fail('color-out-of-range')),
);

/** `probability` from 0 to 1; null takes it away. */
export const rateScenario = changing<{ readonly scenario: ScenarioId; readonly probability: number | null }>(
  'rate-scenario',
  (workbook, { scenario, probability }) => ratedScenario(scenarioName(workbook, scenario), probability === null ? null : `${Math.round(probability * 1000) / 10}%`),
  (scenario, { probability }) => {
    if (probability === null) {
      const { probability: before, ...rest } = scenario;
      return ok(before === undefined ? scenario : rest);
    }
    if (!(probability >= 0 && probability <= 1)) return fail('probability-out-of-range');
    return ok(probability === scenario.probability ? scenario : { ...scenario, probability });
  },
);

export const lockScenario = changing<{ readonly scenario: ScenarioId; readonly locked: boolean }>(
  'lock-scenario',
  (workbook, { scenario, locked }) => lockedScenario(scenarioName(workbook, scenario), locked),
  (scenario, { locked }) => {
    if (locked === (scenario.locked === true)) return ok(scenario);
    const { locked: _locked, ...rest } = scenario;
    return ok(locked ? { ...rest, locked } : rest);
  },
);
