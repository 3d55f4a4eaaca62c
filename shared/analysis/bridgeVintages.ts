/**
 * The bridge between two views of one scenario: what became known from the one day to the other, and what was assumed then and
 * is assumed now (method, sections 8 and 9).
 *
 * A set takes the figures and the assumptions of the later view for the parts in it. Every figure that a view does not know yet
 * is taken out, or replaced by the claim that stood for it then, before the balance is computed; the day of the view itself
 * changes states, never numbers.
 */
import { bridgeWords } from '../messages/bridge.ts';
import { computeBalance } from '../model/computeBalance.ts';
import { knownAt } from '../model/knownAt.ts';
import type { IsoDate } from '../model/period.ts';
import { chainOfScenario, type ChainScenario } from '../model/resolve.ts';
import type { Overlay, ScenarioId, Series, SeriesPath, Vintage, VintageId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { buildBridge, type Bridge, type BridgeOptions } from './bridge.ts';
import { bridgeComponents } from './bridgeComponents.ts';
import { partOfPath, partsOfOverlays, type BridgeLevel } from './bridgeLevel.ts';
import type { BridgePart } from './bridgeParts.ts';
import { gapSum, type MonthRange } from './gapSum.ts';

/** A day and the vintage whose assumptions stand under every scenario; null for none. */
export type View = { readonly asOf: IsoDate; readonly vintage: VintageId | null };

export type VintageBridge = { readonly scenario: ScenarioId; readonly from: View; readonly to: View; readonly months: MonthRange; readonly level: BridgeLevel };

function overlaysOf(workbook: Workbook, { vintage }: View): Result<Vintage['overlays']> {
  if (vintage === null) return ok({});
  const found = Object.hasOwn(workbook.vintages, vintage) ? workbook.vintages[vintage] : undefined;
  return found ? ok(found.overlays) : fail('unknown-vintage', { place: vintage, values: { id: vintage } });
}

function says(overlays: readonly Overlay[]): string {
  return JSON.stringify(overlays.map(({ path, periods, op, value, counterfactual }) => [path, periods, op, value, counterfactual === true]).sort());
}

/** The series that were known otherwise on the two days, each as it was and as it is. */
function changedSeries(workbook: Workbook, from: IsoDate, to: IsoDate): ReadonlyMap<SeriesPath, readonly [Series, Series]> {
  const changed = new Map<SeriesPath, readonly [Series, Series]>();
  for (const [path, series] of Object.entries(workbook.series)) {
    const sides = [knownAt(series, path, from, workbook.claims), knownAt(series, path, to, workbook.claims)] as const;
    if (sides[0] !== sides[1]) changed.set(path, sides);
  }
  return changed;
}

/** New figures are a part of their own beside the assumptions, but for sectors, which take both together. */
function partOfData(workbook: Workbook, level: BridgeLevel, path: SeriesPath): BridgePart {
  if (level === 'sector') return partOfPath(workbook, 'sector', path);
  const plain = partOfPath(workbook, level === 'event' ? 'event' : 'driver', path);
  return { ...plain, id: `known/${plain.id}`, name: bridgeWords.newData(plain.name) };
}

/** The bridge of the gap over some months from one view to another. Fails as computeBalance and buildBridge do, and with `unknown-vintage`. */
export function bridgeVintages(workbook: Workbook, { scenario, from, to, months, level }: VintageBridge, options: BridgeOptions = {}): Result<Bridge> {
  const olds = overlaysOf(workbook, from);
  if (!olds.ok) return olds;
  const news = overlaysOf(workbook, to);
  if (!news.ok) return news;
  const [before, after] = [Object.entries(olds.value), Object.entries(news.value)];
  const ofOverlay = partsOfOverlays(workbook, level, [...before, ...after].map(([, overlay]) => overlay));
  const changed = changedSeries(workbook, from.asOf, to.asOf);
  const ofSeries = new Map([...changed.keys()].map((path) => [path, partOfData(workbook, level, path)]));
  const byId = new Map([...ofOverlay.values(), ...ofSeries.values()].map((part) => [part.id, part]));
  const newData = new Set([...ofSeries.values()].map(({ id }) => id));
  const saidIn = (entries: typeof before, id: string): string => says(entries.map(([, overlay]) => overlay).filter((overlay) => ofOverlay.get(overlay)?.id === id));
  const parts = [...byId.values()].filter(({ id }) => newData.has(id) || saidIn(before, id) !== saidIn(after, id));
  const place = new Map(parts.map(({ id }, at) => [id, at]));
  const later = from.asOf > to.asOf ? from.asOf : to.asOf;
  const name = workbook.scenarios[scenario]?.name ?? { en: scenario, zh: scenario };
  const outcome = (isIn: readonly boolean[]): Result<number> => {
    const isTaken = (part: BridgePart | undefined): boolean => isIn[place.get(part?.id ?? '') ?? -1] ?? true;
    const series: Record<SeriesPath, Series> = { ...workbook.series };
    for (const [path, [was, is]] of changed) series[path] = isTaken(ofSeries.get(path)) ? is : was;
    const overlays = Object.fromEntries([
      ...before.filter(([, overlay]) => !isTaken(ofOverlay.get(overlay))).map(([key, overlay]) => [`from/${key}`, overlay] as const),
      ...after.filter(([, overlay]) => isTaken(ofOverlay.get(overlay))).map(([key, overlay]) => [`to/${key}`, overlay] as const),
    ]);
    const held: Vintage = { name, asOf: later, overlays };
    const balance = computeBalance({ ...workbook, asOf: later, series, vintage: 'bridge', vintages: { bridge: held } }, scenario);
    return balance.ok ? gapSum(balance.value, months, name) : balance;
  };
  const sides: (readonly [Workbook, readonly ChainScenario[]])[] = [];
  for (const view of [from, to]) {
    const seen: Workbook = { ...workbook, ...view };
    const chain = chainOfScenario(seen, scenario);
    if (!chain.ok) return chain;
    sides.push([seen, chain.value]);
  }
  return buildBridge({ parts, outcome }, bridgeComponents(sides, parts), options);
}
