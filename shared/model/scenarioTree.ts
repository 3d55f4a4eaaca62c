/** The scenarios as the tree of their parents: each one directly followed by what stands under it, siblings by their order. */
import type { Scenario, ScenarioId, Workbook } from './workbook.ts';

export type TreeRow = { readonly id: ScenarioId; readonly scenario: Scenario; readonly depth: number };

/** Every scenario once. One whose parents form a circle, or are not there, stands at the left edge like a root. */
export function scenarioTree(scenarios: Workbook['scenarios']): readonly TreeRow[] {
  const ordered = Object.entries(scenarios).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1));
  const rows: TreeRow[] = [];
  const placed = new Set<ScenarioId>();
  const place = (id: ScenarioId, scenario: Scenario, depth: number): void => {
    if (placed.has(id)) return;
    placed.add(id);
    rows.push({ id, scenario, depth });
    for (const [child, one] of ordered) if (one.parent === id) place(child, one, depth + 1);
  };
  for (const [id, scenario] of ordered) if (scenario.parent === null || !Object.hasOwn(scenarios, scenario.parent)) place(id, scenario, 0);
  for (const [id, scenario] of ordered) place(id, scenario, 0);
  return rows;
}

/** The scenarios below one, nearest first, the one itself not among them. */
export function descendantsOf(scenarios: Workbook['scenarios'], id: ScenarioId): readonly ScenarioId[] {
  const rows = scenarioTree(scenarios);
  const from = rows.findIndex((row) => row.id === id);
  const depth = rows[from]?.depth ?? 0;
  const below: ScenarioId[] = [];
  for (const row of rows.slice(from + 1)) {
    if (from < 0 || row.depth <= depth) break;
    below.push(row.id);
  }
  return below;
}
