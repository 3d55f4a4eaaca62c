/**
 * A short name for everything that a report is computed from: two reports with the same hash were made from the same inputs. It
 * finds accidents, not forgeries (FNV-1a, 64 bits in two halves).
 */
import { serializeWorkbook } from '../file/serializeWorkbook.ts';
import { memoize } from '../model/memoize.ts';
import type { Workbook } from '../model/workbook.ts';

const prime = 0x01000193;

function half(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, prime);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Sixteen hexadecimal digits. How the report is set does not count. */
export const inputHash = memoize((workbook: Workbook): string => {
  const { report: _report, ...inputs } = workbook;
  const text = serializeWorkbook(inputs);
  return half(text, 0x811c9dc5) + half(text, 0x9e3779b9);
});
