/**
 * Two states of one workbook held against each other: a version and now, the file on disk and the window, two files. The inputs
 * that differ are listed once, in the scenario where the difference is made; what is no number is told by the part that changed.
 */
import type { Cell, LocalText, Scenario, ScenarioId, Workbook } from '../model/workbook.ts';
import { ok, type Result } from '../result.ts';
import { differingInputs, type InputDifference } from './differingInputs.ts';
import { inputView, type InputView } from './inputView.ts';

export type ScenarioInputDifference = InputDifference & { readonly scenario: ScenarioId };

/** The parts of a workbook beside its numbers; `notes` are the sources, comments and states of numbers that are the same. */
export const workbookParts = [
  'title',
  'horizon',
  'shownFrom',
  'exportBaseYear',
  'asOf',
  'vintage',
  'priceAnchor',
  'sectors',
  'events',
  'expansions',
  'sources',
  'claims',
  'statements',
  'vintages',
  'packages',
  'scenarios',
  'report',
  'notes',
] as const;

export type WorkbookPart = (typeof workbookParts)[number];

export type WorkbookDifferences = {
  /** Parents before their children; within a scenario in the order of paths and periods. Two cells each: before and after. */
  readonly inputs: readonly ScenarioInputDifference[];
  readonly scenariosAdded: readonly LocalText[];
  readonly scenariosRemoved: readonly LocalText[];
  readonly parts: readonly WorkbookPart[];
};

/** Whether two pieces of a document say the same. A field that is undefined is no field. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...one.keys(), ...other.keys()])].every((key) => isSame(one.get(key), other.get(key)));
}

/** A scenario without its differences: its name, its parent, its place, its texts. */
function frameOf({ overlays: _overlays, ...frame }: Scenario): Omit<Scenario, 'overlays'> {
  return frame;
}

function hasOtherFrames(before: Workbook, after: Workbook): boolean {
  return Object.entries(before.scenarios).some(([id, scenario]) => {
    const other = after.scenarios[id];
    return other !== undefined && other !== scenario && !isSame(frameOf(scenario), frameOf(other));
  });
}

function hasOtherNotes(before: Workbook, after: Workbook): boolean {
  return Object.entries(before.series).some(([path, series]) => {
    const cells: Readonly<Record<string, Cell>> = after.series[path]?.cells ?? {};
    const terms = after.series[path];
    if (terms !== undefined && (terms.basis !== series.basis || terms.scope !== series.scope || terms.coverage !== series.coverage)) return true;
    if (cells === series.cells) return false;
    return Object.entries(series.cells).some(([period, cell]) => {
      const other = cells[period];
      return other !== undefined && other.value === cell.value && !isSame(cell, other);
    });
  });
}

/** A difference of a scenario that sets the same, and says another source or another why. */
function hasOtherWhys(before: Workbook, after: Workbook): boolean {
  return Object.entries(before.scenarios).some(([id, { overlays }]) =>
    Object.entries(overlays).some(([key, overlay]) => {
      const other = after.scenarios[id]?.overlays[key];
      return other !== undefined && other.value === overlay.value && !isSame(overlay, other);
    }),
  );
}

function partsThatDiffer(before: Workbook, after: Workbook): readonly WorkbookPart[] {
  return workbookParts.filter((part) => {
    if (part === 'scenarios') return hasOtherFrames(before, after);
    if (part === 'notes') return hasOtherNotes(before, after) || hasOtherWhys(before, after);
    return !isSame(before[part], after[part]);
  });
}

/** The scenarios that both have, each after its parent. */
function commonScenarios(before: Workbook, after: Workbook): readonly ScenarioId[] {
  const depth = (id: ScenarioId, seen: ReadonlySet<ScenarioId> = new Set()): number => {
    const parent = after.scenarios[id]?.parent ?? null;
    return parent === null || seen.has(parent) ? 0 : 1 + depth(parent, new Set([...seen, id]));
  };
  return Object.entries(after.scenarios)
    .filter(([id]) => Object.hasOwn(before.scenarios, id))
    .sort(([a, x], [b, y]) => depth(a) - depth(b) || x.order - y.order || (a < b ? -1 : 1))
    .map(([id]) => id);
}

const sides = ({ unit, cells }: InputDifference): string => JSON.stringify([unit, cells.map((cell) => cell?.value ?? null)]);

/** What a scenario only inherits is said where it is made. */
function withoutInherited(found: readonly InputDifference[], parent: readonly InputDifference[]): readonly InputDifference[] {
  const said = new Map(parent.map((one) => [`${one.path}@${one.period}`, sides(one)]));
  return found.filter((one) => said.get(`${one.path}@${one.period}`) !== sides(one));
}

function namesOf(workbook: Workbook, without: Workbook): readonly LocalText[] {
  return Object.entries(workbook.scenarios).flatMap(([id, { name }]) => (Object.hasOwn(without.scenarios, id) ? [] : [name]));
}

/** How `after` differs from `before`. Fails as computeBalance does. */
export function workbookDifferences(before: Workbook, after: Workbook): Result<WorkbookDifferences> {
  const inputs: ScenarioInputDifference[] = [];
  const byScenario = new Map<ScenarioId, readonly InputDifference[]>();
  for (const scenario of before === after ? [] : commonScenarios(before, after)) {
    const views: InputView[] = [];
    for (const workbook of [before, after]) {
      const view = inputView(workbook, scenario);
      if (!view.ok) return view;
      views.push(view.value);
    }
    const found = differingInputs(views);
    byScenario.set(scenario, found);
    const parent = byScenario.get(after.scenarios[scenario]?.parent ?? '') ?? [];
    inputs.push(...withoutInherited(found, parent).map((one) => ({ ...one, scenario })));
  }
  const found: WorkbookDifferences = { inputs, scenariosAdded: namesOf(after, before), scenariosRemoved: namesOf(before, after), parts: partsThatDiffer(before, after) };
  // What has no word of its own, as a difference without effect, is no reason to say that nothing differs.
  return ok(isWithoutDifference(found) && !isSame(before, after) ? { ...found, parts: ['notes'] } : found);
}

/** Nothing differs, neither a number nor anything else. */
export function isWithoutDifference({ inputs, scenariosAdded, scenariosRemoved, parts }: WorkbookDifferences): boolean {
  return inputs.length + scenariosAdded.length + scenariosRemoved.length + parts.length === 0;
}
