/**
 * A bridge as a line of text, so that a page of the report can ask for it by name:
 *
 *   scenarios base > prolongedControl, 2025-01/2025-12, driver
 *   vintages base, 2025-05-29 may-2025 > 2025-12-15 december-2025, 2025-01/2025-12, sector, sampled 64, seed 1
 *   months base, 2024-01/2024-12 > 2025-01/2025-12, driver
 *
 * Ids are written as in an address (percent signs for what is no letter or digit), so that commas and ">" part what they part.
 */
import { bridgeLevels } from '../messages/bridge.ts';
import { isIsoDate, isMonth } from '../model/period.ts';
import type { BridgeJob } from './bridgeJob.ts';
import type { BridgeLevel } from './bridgeLevel.ts';
import type { View } from './bridgeVintages.ts';
import type { MonthRange } from './gapSum.ts';

/** More sampled pairs than this are more than anybody waits for. */
const mostPairs = 100_000;

const rangeText = ({ from, to }: MonthRange): string => `${from}/${to}`;
const viewText = ({ asOf, vintage }: View): string => (vintage === null ? asOf : `${asOf} ${encodeURIComponent(vintage)}`);

/** The line of a bridge; parseBridge reads it back. */
export function formatBridge(job: BridgeJob): string {
  const id = encodeURIComponent;
  if (job.kind === 'months') return `months ${id(job.scenario)}, ${rangeText(job.from)} > ${rangeText(job.to)}, ${job.level}`;
  const sampled = job.sampled ? `, sampled ${job.sampled.pairs}, seed ${job.sampled.seed}` : '';
  const sides = job.kind === 'scenarios' ? `scenarios ${id(job.from)} > ${id(job.to)}` : `vintages ${id(job.scenario)}, ${viewText(job.from)} > ${viewText(job.to)}`;
  return `${sides}, ${rangeText(job.months)}, ${job.level}${sampled}`;
}

function parseId(text: string): string | null {
  // Only what encodeURIComponent writes is read back; a stray percent sign is no id.
  return text !== '' && /^(?:[^%\s]|%[0-9A-Fa-f]{2})+$/.test(text) && isDecodable(text) ? decodeURIComponent(text) : null;
}

/** Percent signs that are no UTF-8 would throw. */
function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text).length > 0;
  } catch {
    // What is typed by hand need not be text at all: it is no id, and the page says that the line is no bridge.
    return false;
  }
}

function parseRange(text: string): MonthRange | null {
  const [from = '', to = '', ...more] = text.split('/');
  return isMonth(from) && isMonth(to) && from <= to && more.length === 0 ? { from, to } : null;
}

function parseView(text: string): View | null {
  const [asOf = '', vintage, ...more] = text.split(' ');
  if (!isIsoDate(asOf) || more.length > 0) return null;
  if (vintage === undefined) return { asOf, vintage: null };
  const id = parseId(vintage);
  return id === null ? null : { asOf, vintage: id };
}

function parseSampled(words: readonly string[]): { readonly pairs: number; readonly seed: number } | null {
  const [, pairs] = /^sampled (\d{1,6})$/.exec(words[0] ?? '') ?? [];
  const [, seed] = /^seed (\d{1,9})$/.exec(words[1] ?? '') ?? [];
  if (words.length !== 2 || pairs === undefined || seed === undefined || Number(pairs) < 1 || Number(pairs) > mostPairs) return null;
  return { pairs: Number(pairs), seed: Number(seed) };
}

function isLevel(text: string): text is BridgeLevel {
  return Object.hasOwn(bridgeLevels, text);
}

type Sides<T> = { readonly from: T; readonly to: T };

function parseSides<T>(text: string, parse: (side: string) => T | null): Sides<T> | null {
  const [first = '', second = '', ...more] = text.split('>').map((side) => side.trim());
  const [from, to] = [parse(first), parse(second)];
  return from === null || to === null || more.length > 0 ? null : { from, to };
}

/** The bridge of a line; null where the line is none. Whether its scenarios, vintages and months are there is asked where it is run. */
export function parseBridge(text: string): BridgeJob | null {
  const [, kind = '', rest = ''] = /^\s*(scenarios|vintages|months)\s+(.+)$/.exec(text) ?? [];
  const words = rest.split(',').map((word) => word.trim().replace(/\s+/g, ' '));
  const scenario = kind === 'scenarios' ? '' : parseId(words.shift() ?? '');
  const [sides = '', ...others] = words;
  if (scenario === null) return null;
  if (kind === 'months') {
    const [level = '', ...more] = others;
    const ranges = parseSides(sides, parseRange);
    return ranges && more.length === 0 && (level === 'driver' || level === 'sector') ? { kind, scenario, ...ranges, level } : null;
  }
  const [range = '', level = '', ...sampling] = others;
  const months = parseRange(range);
  const sampled = sampling.length === 0 ? null : parseSampled(sampling);
  if (!months || !isLevel(level) || (sampling.length > 0 && sampled === null)) return null;
  const how = { months, level, ...(sampled === null ? {} : { sampled }) };
  if (kind === 'scenarios') {
    const ids = parseSides(sides, parseId);
    return ids && { kind, ...ids, ...how };
  }
  const views = kind === 'vintages' ? parseSides(sides, parseView) : null;
  return views && { kind: 'vintages', scenario, ...views, ...how };
}
