/** A bridge as it is shown on the screen and in print: its rows, how many decimals they have, and the sentence over them. */
import type { Bridge } from '../analysis/bridge.ts';
import type { BridgeEnds } from '../analysis/bridgeEnds.ts';
import { formatNumber } from '../format.ts';
import { bridgeTitle } from '../messages/compare.ts';
import { phrase, type Language, type Phrase } from '../messages/phrase.ts';
import { bridgeRows, shownStepLimit, type BridgeRow } from './bridgeRows.ts';

export type BridgeSheet = { readonly rows: readonly BridgeRow[]; readonly decimals: number; readonly title: Phrase; readonly hasErrors: boolean };

/** Of sampled steps each has its own error, which a step put together would not have: more of them are shown. */
const sampledStepLimit = 24;

/** Which step the sentence names: the largest that goes the way of the whole, because what pulls the other way is not most of a change. */
function largestOf(rows: readonly BridgeRow[], change: number): BridgeRow | undefined {
  return rows.find(({ kind, printed }) => kind === 'step' && Math.sign(printed) === Math.sign(change));
}

/**
 * The rows of a bridge, kt; two decimals where the gaps are small. The change in the sentence is rounded by itself, so that it is
 * the number that every other table says; the printed steps add up from the printed ends.
 */
export function bridgeSheet(bridge: Bridge, ends: BridgeEnds, limit = shownStepLimit): BridgeSheet {
  const moved = bridge.to - bridge.from;
  const decimals = Math.max(Math.abs(bridge.from), Math.abs(bridge.to), Math.abs(moved)) < 3000 ? 2 : 1;
  const rows = bridgeRows(bridge, ends, { decimals, limit: bridge.method.kind === 'sampled' ? sampledStepLimit : limit });
  const largest = largestOf(rows, moved);
  const inWords = (language: Language): string => {
    const signed = (value: number): string => formatNumber(value, { decimals, signed: true }, language);
    return bridgeTitle(ends.from, ends.to, signed(moved / 1000), largest ? { name: largest.name, printed: signed(largest.printed) } : null)[language];
  };
  return { rows, decimals, title: phrase(inWords('en'), inWords('zh')), hasErrors: rows.some(({ standardError }) => standardError !== undefined) };
}
