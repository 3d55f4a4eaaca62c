/**
 * The bridge between two scenarios of one workbook: each part of what differs is switched from what the one says to what the
 * other says, in every set (method, section 8).
 *
 * The layers that both have in common stay. Of the others a set takes the overlays of the second scenario for the parts in it,
 * and those of the first for the parts that are not. Everything is one workbook, and an overlay stays the same object, so what a
 * set leaves alone is not computed again.
 */
import { computeLayers } from '../model/computeBalance.ts';
import { chainOfScenario, type ChainScenario } from '../model/resolve.ts';
import type { Overlay, ScenarioId, Workbook } from '../model/workbook.ts';
import type { Result } from '../result.ts';
import { buildBridge, type Bridge, type BridgeOptions } from './bridge.ts';
import { bridgeComponents } from './bridgeComponents.ts';
import { partsOfOverlays, type BridgeLevel } from './bridgeLevel.ts';
import type { BridgePart } from './bridgeParts.ts';
import { gapSum, type MonthRange } from './gapSum.ts';

export type ScenarioBridge = { readonly from: ScenarioId; readonly to: ScenarioId; readonly months: MonthRange; readonly level: BridgeLevel };

/** The layers of the one and of the other above what both have. */
type Sides = { readonly common: readonly ChainScenario[]; readonly before: readonly ChainScenario[]; readonly after: readonly ChainScenario[] };

function sidesOf(from: readonly ChainScenario[], to: readonly ChainScenario[]): Sides {
  let shared = 0;
  while (shared < Math.min(from.length, to.length) && from[shared] === to[shared]) shared += 1;
  return { common: from.slice(0, shared), before: from.slice(shared), after: to.slice(shared) };
}

function overlaysIn(layers: readonly ChainScenario[]): readonly Overlay[] {
  return layers.flatMap((layer) => Object.values(layer.overlays));
}

/** What some layers do to the series of a part, layer by layer, as a text that can be compared. */
function statement(layers: readonly ChainScenario[], parts: ReadonlyMap<Overlay, BridgePart>, id: string): string {
  const said = (overlay: Overlay): string => JSON.stringify([overlay.path, overlay.periods, overlay.op, overlay.value, overlay.counterfactual === true]);
  const of = (layer: ChainScenario): readonly string[] => Object.values(layer.overlays).filter((overlay) => parts.get(overlay)?.id === id).map(said).sort();
  return JSON.stringify(layers.map(of).filter((list) => list.length > 0));
}

type Layering = (isIn: readonly boolean[]) => readonly ChainScenario[];

/** For one layer: its overlays whose part is taken, the same object for the same choice; null where nothing is left of it. */
function filterOf(layer: ChainScenario, partAt: (overlay: Overlay) => number, wanted: (part: number, isIn: readonly boolean[]) => boolean): (isIn: readonly boolean[]) => ChainScenario | null {
  const entries = Object.entries(layer.overlays);
  const places = entries.map(([, overlay]) => partAt(overlay));
  const known = new Map<string, ChainScenario | null>();
  return (isIn) => {
    const taken = places.map((part) => wanted(part, isIn));
    const key = taken.map((one) => (one ? '1' : '0')).join('');
    const before = known.get(key);
    if (before !== undefined) return before;
    const kept = entries.filter((_, at) => taken[at]);
    const made = kept.length === 0 ? null : { ...layer, overlays: Object.fromEntries(kept) };
    known.set(key, made);
    return made;
  };
}

/** The parts in which two scenarios differ, and the layers of every set of them. */
export function scenarioParts(workbook: Workbook, from: readonly ChainScenario[], to: readonly ChainScenario[], level: BridgeLevel): { readonly parts: readonly BridgePart[]; readonly layersOf: Layering } {
  const { common, before, after } = sidesOf(from, to);
  const ofOverlay = partsOfOverlays(workbook, level, [...overlaysIn(before), ...overlaysIn(after)]);
  const byId = new Map([...ofOverlay.values()].map((part) => [part.id, part]));
  // Where both say the same in the same order there is nothing to switch.
  const parts = [...byId.values()].filter(({ id }) => statement(before, ofOverlay, id) !== statement(after, ofOverlay, id));
  const place = new Map(parts.map(({ id }, at) => [id, at]));
  const partAt = (overlay: Overlay): number => place.get(ofOverlay.get(overlay)?.id ?? '') ?? -1;
  const olds = before.map((layer) => filterOf(layer, partAt, (part, isIn) => part >= 0 && isIn[part] !== true));
  const news = after.map((layer) => filterOf(layer, partAt, (part, isIn) => part < 0 || isIn[part] === true));
  // The last layer is empty, so that no set has differences "of its own" and each resolves to the same object as in any other.
  const last = to.at(-1);
  const end: readonly ChainScenario[] = last === undefined ? [] : [{ ...last, overlays: {} }];
  const layersOf: Layering = (isIn) => {
    const layers = [...olds, ...news].flatMap((filter) => filter(isIn) ?? []);
    return layers.length === 0 ? common : [...common, ...layers, ...end];
  };
  return { parts, layersOf };
}

/** The bridge of the gap over some months from one scenario to another. Fails as computeBalance and buildBridge do. */
export function bridgeScenarios(workbook: Workbook, { from, to, months, level }: ScenarioBridge, options: BridgeOptions = {}): Result<Bridge> {
  const first = chainOfScenario(workbook, from);
  if (!first.ok) return first;
  const second = chainOfScenario(workbook, to);
  if (!second.ok) return second;
  const { parts, layersOf } = scenarioParts(workbook, first.value, second.value, level);
  const name = workbook.scenarios[to]?.name ?? { en: to, zh: to };
  const outcome = (isIn: readonly boolean[]): Result<number> => {
    const balance = computeLayers(workbook, layersOf(isIn));
    return balance.ok ? gapSum(balance.value, months, name) : balance;
  };
  return buildBridge({ parts, outcome }, bridgeComponents([[workbook, first.value], [workbook, second.value]], parts), options);
}
