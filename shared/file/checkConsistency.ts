/**
 * What the shape of a file cannot say: every reference leads somewhere, every series stands at a path that the model
 * knows, every period fits its series, the scenarios form trees, the horizon can be computed.
 */
import { describePath, isPeriodOf, type PathSpec } from '../model/paths.ts';
import { dimensionsOf, intensityDimension } from '../model/pathUnits.ts';
import { monthIndex } from '../model/period.ts';
import { units, type Dimension } from '../model/unit.ts';
import type { Overlay, Scenario, Series, Workbook } from '../model/workbook.ts';
import { ok, type Result } from '../result.ts';
import { inconsistent } from './fileFault.ts';
import { formatPlace } from './formatPlace.ts';

const shortestHorizon = 12;
const longestHorizon = 600;

type Refusal = Result<never> | null;

/** The workbook itself, or the first contradiction found in it (file-inconsistent). */
export function checkConsistency(workbook: Workbook): Result<Workbook> {
  return checkHorizon(workbook) ?? checkSectors(workbook) ?? checkSeries(workbook) ?? checkEvents(workbook) ?? checkScenarios(workbook) ?? checkPackages(workbook) ?? checkEvidence(workbook) ?? checkVintages(workbook) ?? ok(workbook);
}

function place(...path: readonly (string | number)[]): string {
  return formatPlace(['workbook', ...path]);
}

function checkHorizon({ horizon, shownFrom }: Workbook): Refusal {
  const { start, end } = horizon;
  const months = monthIndex(end) - monthIndex(start) + 1;
  if (months < 1) return inconsistent('horizon-reversed', place('horizon'), { start, end });
  if (months < shortestHorizon) return inconsistent('horizon-short', place('horizon'), { months, limit: shortestHorizon });
  if (months > longestHorizon) return inconsistent('horizon-long', place('horizon'), { months, limit: longestHorizon });
  if (shownFrom < start || shownFrom > end) return inconsistent('shown-from-outside', place('shownFrom'), { start, end });
  return null;
}

function checkSectors(workbook: Workbook): Refusal {
  for (const [id, sector] of Object.entries(workbook.sectors)) {
    if (sector.kind !== 'driver') continue;
    const intensity = intensityDimension(sector.volumeUnit);
    if (intensity === undefined) {
      return inconsistent('wrong-unit', place('sectors', id, 'volumeUnit'), { allowed: unitsOf(['vehicles', 'units', 'power'], false) });
    }
    if (units[sector.intensityUnit].dimension !== intensity) {
      return inconsistent('wrong-unit', place('sectors', id, 'intensityUnit'), { allowed: unitsOf([intensity], false) });
    }
    const stack = Object.values(sector.technologies);
    const balancing = stack.filter((technology) => technology.balancing).length;
    if (stack.length > 0 && balancing !== 1) return inconsistent('balancing-not-one', place('sectors', id, 'technologies'), { count: balancing });
  }
  return null;
}

/** The names of the units of some dimensions, all of them or the base units in which series are stored. */
function unitsOf(dimensions: readonly Dimension[], onlyBase: boolean): string {
  return Object.entries(units)
    .filter(([, unit]) => dimensions.includes(unit.dimension) && (!onlyBase || unit.factor === 1))
    .map(([name]) => name)
    .join(', ');
}

function checkSeries(workbook: Workbook): Refusal {
  for (const [path, series] of Object.entries(workbook.series)) {
    const spec = describePath(workbook, path);
    if (!spec) return inconsistent('unknown-path', place('series', path), { path });
    const refused = checkSeriesForm(workbook, path, series, spec) ?? checkCells(workbook, path, series, spec);
    if (refused) return refused;
  }
  return null;
}

function checkSeriesForm(workbook: Workbook, path: string, series: Series, spec: PathSpec): Refusal {
  if (series.kind !== spec.kind) return inconsistent('wrong-kind', place('series', path, 'kind'), { allowed: spec.kind });
  const { dimension, factor } = units[series.unit];
  const dimensions = dimensionsOf(workbook, path, spec);
  if (dimensions.includes(dimension) && factor === 1) return null;
  return inconsistent('wrong-unit', place('series', path, 'unit'), { allowed: unitsOf(dimensions, true) });
}

function checkCells(workbook: Workbook, path: string, series: Series, spec: PathSpec): Refusal {
  for (const [period, cell] of Object.entries(series.cells)) {
    const at = ['series', path, 'cells', period] as const;
    if (!isPeriodOf(spec.kind, period)) return inconsistent('wrong-period', place(...at), { period, kind: spec.kind });
    // The place is put together only where it is told: there may be hundreds of thousands of cells.
    if (!isInRange(cell.value, spec)) return checkRange(cell.value, spec, place(...at, 'value'));
    if (!isListed(workbook, cell.source)) return checkSource(workbook, cell.source, place(...at, 'source'));
  }
  return null;
}

function isInRange(value: number | null, { minimum = -Infinity, maximum = Infinity }: PathSpec): boolean {
  return value === null || (value >= minimum && value <= maximum);
}

function isListed(workbook: Workbook, source: string | undefined): boolean {
  return source === undefined || Object.hasOwn(workbook.sources, source);
}

function checkRange(value: number | null, { minimum, maximum }: PathSpec, at: string): Refusal {
  if (value === null) return null;
  if (minimum !== undefined && value < minimum) return inconsistent('below-minimum', at, { value, limit: minimum });
  if (maximum !== undefined && value > maximum) return inconsistent('above-maximum', at, { value, limit: maximum });
  return null;
}

function checkSource(workbook: Workbook, source: string | undefined, at: string): Refusal {
  return source === undefined || isListed(workbook, source) ? null : inconsistent('unknown-source', at, { source });
}

function checkEvents(workbook: Workbook): Refusal {
  for (const [id, event] of Object.entries(workbook.events)) {
    const refused = checkSource(workbook, event.source, place('events', id, 'source'));
    if (refused) return refused;
  }
  return null;
}

/** Claims and statements name a source that is listed; a claim about a cell names one that the model has. */
function checkEvidence(workbook: Workbook): Refusal {
  for (const [id, claim] of Object.entries(workbook.claims)) {
    const refused = checkSource(workbook, claim.source, place('claims', id, 'source'));
    if (refused) return refused;
    if (claim.path !== undefined && !describePath(workbook, claim.path)) return inconsistent('unknown-path', place('claims', id, 'path'), { path: claim.path });
  }
  for (const [id, statement] of Object.entries(workbook.statements)) {
    const refused = checkSource(workbook, statement.source, place('statements', id, 'source'));
    if (refused) return refused;
  }
  return null;
}

function checkVintages(workbook: Workbook): Refusal {
  for (const [id, vintage] of Object.entries(workbook.vintages)) {
    const refused = checkOverlays(workbook, 'vintages', id, vintage.overlays);
    if (refused) return refused;
  }
  const { vintage } = workbook;
  return vintage === null || Object.hasOwn(workbook.vintages, vintage) ? null : inconsistent('unknown-vintage', place('vintage'), { vintage });
}

function checkScenarios(workbook: Workbook): Refusal {
  const scenarios = Object.entries(workbook.scenarios);
  if (scenarios.length === 0) return inconsistent('no-scenario', place('scenarios'));
  for (const [id, scenario] of scenarios) {
    const refused = checkParent(workbook, id, scenario) ?? checkOverlays(workbook, 'scenarios', id, scenario.overlays);
    if (refused) return refused;
  }
  return null;
}

/** Every package that is mixed in exists; the root mixes none in, because its numbers are the workbook's own. */
function checkPackages({ packages = {}, ...workbook }: Workbook): Refusal {
  for (const [id, scenario] of Object.entries(workbook.scenarios)) {
    const { packages: mixed = [] } = scenario;
    if (mixed.length > 0 && scenario.parent === null) return inconsistent('root-packages', place('scenarios', id, 'packages'));
    const wrong = mixed.findIndex((one, at) => !Object.hasOwn(packages, one) || mixed.indexOf(one) !== at);
    if (wrong >= 0) return inconsistent('unknown-package', place('scenarios', id, 'packages', wrong), { package: mixed[wrong] ?? '' });
  }
  for (const [id, one] of Object.entries(packages)) {
    const refused = checkOverlays(workbook, 'packages', id, one.overlays);
    if (refused) return refused;
  }
  return null;
}

function checkParent(workbook: Workbook, id: string, scenario: Scenario): Refusal {
  const at = place('scenarios', id, 'parent');
  const seen = [id];
  for (let parent = scenario.parent; parent !== null; ) {
    const next: Scenario | undefined = Object.hasOwn(workbook.scenarios, parent) ? workbook.scenarios[parent] : undefined;
    if (!next) return inconsistent('unknown-parent', at, { parent });
    seen.push(parent);
    if (seen.indexOf(parent) < seen.length - 1) return inconsistent('scenario-cycle', at, { chain: seen.join(' > ') });
    parent = next.parent;
  }
  return null;
}

function checkOverlays(workbook: Workbook, area: 'scenarios' | 'packages' | 'vintages', id: string, overlays: Scenario['overlays']): Refusal {
  for (const [key, overlay] of Object.entries(overlays)) {
    const refused = checkOverlay(workbook, [area, id, 'overlays', key], overlay);
    if (refused) return refused;
  }
  return null;
}

function checkOverlay(workbook: Workbook, at: readonly string[], overlay: Overlay): Refusal {
  const spec = describePath(workbook, overlay.path);
  if (!spec) return inconsistent('unknown-path', place(...at, 'path'), { path: overlay.path });
  const wrong = overlay.periods.findIndex((period) => !isPeriodOf(spec.kind, period));
  if (wrong >= 0) {
    return inconsistent('wrong-period', place(...at, 'periods', wrong), { period: overlay.periods[wrong] ?? '', kind: spec.kind });
  }
  // A missing value means "take the actual away so that the month is computed", which only a counterfactual may do.
  if (overlay.value === null && !(overlay.op === 'set' && overlay.counterfactual === true)) {
    return inconsistent('overlay-without-value', place(...at, 'value'));
  }
  const range = overlay.op === 'set' ? checkRange(overlay.value, spec, place(...at, 'value')) : null;
  return range ?? checkSource(workbook, overlay.source, place(...at, 'source'));
}
