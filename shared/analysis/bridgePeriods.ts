/**
 * The bridge between two months or ranges of months of one balance (method, section 4; worked case M28).
 *
 *   change in gap = change in supply + change in imports - sum of changes in use - change in exports      t blank, exact
 *
 * The parts add up as they are. On the level of drivers the change of a use that has a volume is split between volume and
 * intensity by the mid-point rule, which for two factors is the Shapley attribution (section 8, worked case M19):
 *
 *   D = V q:   volume (V1 - V0)(q0 + q1)/2,   intensity (q1 - q0)(V0 + V1)/2
 */
import { bridgeWords } from '../messages/bridge.ts';
import { resultNames } from '../messages/names.ts';
import { phrase } from '../messages/phrase.ts';
import type { Balance, MonthlyQuantity } from '../model/balance.ts';
import type { LocalText, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { closedBridge, type Bridge, type BridgeStep } from './bridge.ts';
import type { MonthRange } from './gapSum.ts';
import { exactShapley } from './shapley.ts';

export type PeriodBridge = { readonly from: MonthRange; readonly to: MonthRange; readonly level: 'sector' | 'driver' };

/** The lines of which the gap is made. */
export type GapLines = Pick<Balance, 'months' | 'supply' | 'imports' | 'sectorIds' | 'exports'> & {
  readonly sectors: Readonly<Record<string, Pick<Balance['sectors'][string], 'demand' | 'volume'>>>;
};

function sum({ months }: Pick<Balance, 'months'>, { values }: MonthlyQuantity, { from, to }: MonthRange): number | null {
  let total = 0;
  let count = 0;
  for (let at = 0; at < months.length; at += 1) {
    const month = months[at] ?? '';
    if (month < from || month > to) continue;
    const value = values[at] ?? null;
    if (value === null) return null;
    total += value;
    count += 1;
  }
  return count === 0 ? null : total;
}

type Change = { readonly was: number; readonly is: number };

/** What of a change in volume x intensity is the volume's and what the intensity's. */
export function volumeAndIntensity(volume: Change, demand: Change): { readonly volume: number; readonly intensity: number } {
  const [q0, q1] = [demand.was / volume.was, demand.is / volume.is];
  const [byVolume = 0, byIntensity = 0] = exactShapley(2, [demand.was, volume.is * q0, volume.was * q1, demand.is]);
  return { volume: byVolume, intensity: byIntensity };
}

/** The bridge of the gap of one range of months to that of another. Fails with `bridge-value-missing`. */
export function bridgePeriods(workbook: Pick<Workbook, 'sectors'>, balance: GapLines, { from, to, level }: PeriodBridge, name: LocalText): Result<Bridge> {
  const missing: MonthRange[] = [];
  const change = (line: MonthlyQuantity): Change => {
    const [was, is] = [sum(balance, line, from), sum(balance, line, to)];
    if (was === null || is === null) missing.push(was === null ? from : to);
    return { was: was ?? 0, is: is ?? 0 };
  };
  const steps: BridgeStep[] = [];
  let [start, end] = [0, 0];
  const add = (id: string, label: LocalText, contribution: number): void => void steps.push({ id, name: label, contribution });
  const flow = (line: MonthlyQuantity, sign: 1 | -1): Change => {
    const { was, is } = change(line);
    start += sign * was;
    end += sign * is;
    return { was, is };
  };
  const supply = flow(balance.supply, 1);
  add('supply', resultNames.supply, supply.is - supply.was);
  const imports = flow(balance.imports, 1);
  if (imports.was !== 0 || imports.is !== 0) add('imports', resultNames.imports, imports.is - imports.was);
  for (const id of balance.sectorIds) {
    const sector = balance.sectors[id];
    if (!sector) continue;
    const label = workbook.sectors[id]?.name ?? phrase(id, id);
    const demand = flow(sector.demand, -1);
    const spec = workbook.sectors[id];
    const volume = level === 'driver' && sector.volume !== null ? { was: sum(balance, sector.volume, from), is: sum(balance, sector.volume, to) } : null;
    const split =
      volume !== null && spec?.kind === 'driver' && volume.was !== null && volume.is !== null && volume.was > 0 && volume.is > 0
        ? volumeAndIntensity({ was: volume.was, is: volume.is }, demand)
        : null;
    if (split === null || spec?.kind !== 'driver') add(`sectors/${id}`, label, demand.was - demand.is);
    else {
      add(`sectors/${id}/volume`, bridgeWords.ofVolume(label, spec.volumeName), -split.volume);
      add(`sectors/${id}/intensity`, bridgeWords.ofIntensity(label), -split.intensity);
    }
  }
  const exports = flow(balance.exports, -1);
  add('exports', resultNames.exports, exports.was - exports.is);
  const [range] = missing;
  if (range) return fail('bridge-value-missing', { place: range.from, values: { month: range.from, name: name.en, nameZh: name.zh } });
  return ok(closedBridge(start, end, steps, { kind: 'additive' }));
}
