/**
 * A bridge as rows: where it starts, its steps and where it ends, each with a printed number. What is printed adds up: the steps
 * are rounded by largest remainder, so that start and steps give the end to the last digit shown.
 */
import { othersId } from '../analysis/bridgeParts.ts';
import type { Bridge, BridgeStep } from '../analysis/bridge.ts';
import { bridgeWords } from '../messages/bridge.ts';
import type { Phrase } from '../messages/phrase.ts';

export type BridgeRow = {
  readonly id: string;
  readonly kind: 'from' | 'step' | 'to';
  readonly name: Phrase;
  /** kt: where the bar of the row begins and ends; a total begins at zero. */
  readonly start: number;
  readonly end: number;
  /** kt, rounded to the decimals asked for; of a step what it adds. */
  readonly printed: number;
  /** kt, where the step was sampled. */
  readonly standardError?: number;
};

/** How many steps a picture can hold before its names crowd. */
export const shownStepLimit = 12;

/** Steps that do something, at most `limit`: the smallest are put together with those that already are. */
function shownSteps({ steps, from, to }: Bridge, limit: number): readonly BridgeStep[] {
  const scale = Math.max(1, Math.abs(from), Math.abs(to));
  const moving = steps.filter(({ contribution }) => Math.abs(contribution) > 1e-9 * scale);
  if (moving.length <= limit) return moving;
  const own = moving.filter(({ id }) => id !== othersId);
  const kept = own.slice(0, limit - 1);
  const rest = moving.filter((step) => !kept.includes(step));
  return [...kept, { id: othersId, name: bridgeWords.others, contribution: rest.reduce((sum, { contribution }) => sum + contribution, 0) }];
}

/** Whole numbers near the values that sum to `total`: the remainders decide, ties to the earlier one. */
function roundedTo(total: number, values: readonly number[]): readonly number[] {
  const floors = values.map(Math.floor);
  const order = values.map((value, at) => ({ at, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  let missing = total - floors.reduce((sum, value) => sum + value, 0);
  for (let turn = 0; missing > 0 && order.length > 0; turn += 1, missing -= 1) {
    const { at } = order[turn % order.length] ?? { at: 0 };
    floors[at] = (floors[at] ?? 0) + 1;
  }
  for (let turn = order.length - 1; missing < 0 && order.length > 0; turn = turn === 0 ? order.length - 1 : turn - 1, missing += 1) {
    const { at } = order[turn] ?? { at: 0 };
    floors[at] = (floors[at] ?? 0) - 1;
  }
  return floors;
}

/** Minus zero is zero. */
function plain(value: number): number {
  return value === 0 ? 0 : value;
}

/** Rows from the start of a bridge to its end, kt; `decimals` are those that are printed. */
export function bridgeRows(bridge: Bridge, ends: { readonly from: Phrase; readonly to: Phrase }, { decimals = 1, limit = shownStepLimit }: { readonly decimals?: number; readonly limit?: number } = {}): readonly BridgeRow[] {
  const factor = 10 ** decimals;
  const units = (tonnes: number): number => (tonnes / 1000) * factor;
  const [first, last] = [Math.round(units(bridge.from)), Math.round(units(bridge.to))];
  const steps = shownSteps(bridge, limit);
  const printed = roundedTo(last - first, steps.map(({ contribution }) => units(contribution)));
  const rows: BridgeRow[] = [{ id: 'from', kind: 'from', name: ends.from, start: 0, end: bridge.from / 1000, printed: plain(first / factor) }];
  let at = bridge.from / 1000;
  steps.forEach(({ id, name, contribution, standardError }, place) => {
    const start = at;
    at += contribution / 1000;
    rows.push({
      id,
      kind: 'step',
      name,
      start,
      end: at,
      printed: plain((printed[place] ?? 0) / factor),
      ...(standardError === undefined ? {} : { standardError: standardError / 1000 }),
    });
  });
  return [...rows, { id: 'to', kind: 'to', name: ends.to, start: 0, end: bridge.to / 1000, printed: plain(last / factor) }];
}
