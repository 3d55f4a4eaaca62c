/**
 * What a scenario says otherwise than its parent: each of its own differences, and those of the packages that it mixes in, with
 * what the parent has and what the scenario has.
 */
import type { DifferenceOwner } from '../commands/differences.ts';
import { pathName } from '../messages/names.ts';
import type { Phrase } from '../messages/phrase.ts';
import { describePath, periodsOf } from '../model/paths.ts';
import type { UnitId } from '../model/unit.ts';
import type { Overlay, PeriodKey, ScenarioId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { unitForDisplay } from '../tables/displayUnit.ts';
import { inputCell, inputUnit, inputView, type InputView } from './inputView.ts';

export type DifferenceCell = {
  readonly period: PeriodKey;
  /** In the stored unit: what the parent has, and what the scenario has. */
  readonly from: number | null;
  readonly to: number | null;
};

export type Difference = {
  readonly owner: DifferenceOwner;
  readonly key: string;
  readonly overlay: Overlay;
  readonly name: Phrase;
  readonly unit: UnitId;
  readonly shownIn: UnitId;
  /** In the order of the periods; every period of the series where the difference means all. */
  readonly cells: readonly DifferenceCell[];
};

/** How many differences a scenario has of its own. Nothing is computed. */
export function ownDifferenceCount(workbook: Pick<Workbook, 'scenarios'>, id: ScenarioId): number {
  return Object.keys(workbook.scenarios[id]?.overlays ?? {}).length;
}

function differenceOf(parent: InputView, own: InputView, owner: DifferenceOwner, key: string, overlay: Overlay): Difference {
  const { path } = overlay;
  const kind = describePath(own.workbook, path)?.kind ?? 'scalar';
  const periods = overlay.periods.length === 0 ? periodsOf(kind, own.workbook.horizon) : [...overlay.periods].sort();
  const unit = inputUnit(own, path);
  const at = (view: InputView, period: PeriodKey): number | null => inputCell(view, { path, period })?.value ?? null;
  return {
    owner,
    key,
    overlay,
    name: pathName(own.workbook, path),
    unit,
    shownIn: unit === 'ratio' ? 'percent' : unitForDisplay(own.workbook, path, unit),
    cells: periods.map((period) => ({ period, from: at(parent, period), to: at(own, period) })),
  };
}

/**
 * The differences of a scenario: those of its packages in the order in which they count, then its own, each list by its keys.
 * None for the scenario without a parent. Fails as computeBalance does.
 */
export function scenarioDifferences(workbook: Workbook, id: ScenarioId): Result<readonly Difference[]> {
  const scenario = Object.hasOwn(workbook.scenarios, id) ? workbook.scenarios[id] : undefined;
  if (!scenario) return fail('unknown-scenario', { place: id, values: { id } });
  if (scenario.parent === null) return ok([]);
  const parent = inputView(workbook, scenario.parent);
  if (!parent.ok) return parent;
  const own = inputView(workbook, id);
  if (!own.ok) return own;
  const list = (owner: DifferenceOwner, overlays: Readonly<Record<string, Overlay>>): readonly Difference[] =>
    Object.entries(overlays)
      .sort(([a, x], [b, y]) => (x.path === y.path ? (a < b ? -1 : 1) : x.path < y.path ? -1 : 1))
      .map(([key, overlay]) => differenceOf(parent.value, own.value, owner, key, overlay));
  const mixed = (scenario.packages ?? []).flatMap((one) => list({ kind: 'package', id: one }, workbook.packages?.[one]?.overlays ?? {}));
  return ok([...mixed, ...list({ kind: 'scenario', id }, scenario.overlays)]);
}
