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

/** The rows of a bridge, kt; two decimals where the gaps are small. */
export function bridgeSheet(bridge: Bridge, ends: BridgeEnds): BridgeSheet {
  const decimals = Math.max(Math.abs(bridge.from), Math.abs(bridge.to), Math.abs(bridge.to - bridge.from)) < 3000 ? 2 : 1;
  const rows = bridgeRows(bridge, ends, { decimals, limit: bridge.method.kind === 'sampled' ? sampledStepLimit : shownStepLimit });
  const largest = rows.find(({ kind }) => kind === 'step');
  const change = (rows.at(-1)?.printed ?? 0) - (rows[0]?.printed ?? 0);
  const inWords = (language: Language): string => {
    const signed = (value: number): string => formatNumber(value, { decimals, signed: true }, language);
    return bridgeTitle(ends.from, ends.to, signed(change), largest ? { name: largest.name, printed: signed(largest.printed) } : null)[language];
  };
  return { rows, decimals, title: phrase(inWords('en'), inWords('zh')), hasErrors: rows.some(({ standardError }) => standardError !== undefined) };
}
