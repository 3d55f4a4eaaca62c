/** Damages the text of a workbook file in ways that disks, editors and people do, and sees that opening it stays civil. */
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { seededNumbers } from './seededNumbers.ts';

export type MutatedFiles = {
  readonly files: number;
  readonly opened: number;
  readonly refused: number;
  readonly slowestMs: number;
  /** What must not be: a crash, a refusal without a sentence, an opened workbook that cannot be computed or saved. */
  readonly faults: readonly string[];
};

const strangeValues: readonly string[] = ['null', '-1', '1e999', '1e308', '"x"', '{}', '[]', 'true', '-0', '"2025-13"', '"__proto__"', '0.1e-400', '"<img src=x onerror=alert(1)>"', '\u0000', '99999999999999999999'];

/** One blow at a text. */
function damage(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const length = 1 + Math.floor(next() * 60);
  switch (Math.floor(next() * 8)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + length);
    case 2:
      return text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    case 3:
      return text.slice(0, at) + String.fromCharCode(Math.floor(next() * 65_536)) + text.slice(at + 1);
    case 4: {
      // A value becomes one of another kind.
      const value = /(": )(-?[\d.]+|"[^"\n]*"|null)/g;
      value.lastIndex = at;
      const found = value.exec(text);
      const strange = strangeValues[Math.floor(next() * strangeValues.length)] ?? 'null';
      return found ? text.slice(0, found.index + 3) + strange + text.slice(found.index + found[0].length) : text.slice(0, at);
    }
    case 5: {
      // A whole line goes, or comes twice.
      const start = text.lastIndexOf('\n', at);
      const end = text.indexOf('\n', at);
      if (start < 0 || end < 0) return text.slice(0, at);
      return next() < 0.5 ? text.slice(0, start) + text.slice(end) : text.slice(0, end) + text.slice(start);
    }
    case 6: {
      // A name is changed everywhere it is written next to this place.
      const name = /"([A-Za-z0-9/]+)":/g;
      name.lastIndex = at;
      const found = name.exec(text)?.[1];
      return found === undefined ? text.slice(at) : text.slice(0, at) + text.slice(at).replace(`"${found}":`, `"${found}x":`);
    }
    default:
      return text.slice(at);
  }
}

/** Opens `count` damaged forms of a file. What opens is computed in every scenario and written again. */
export function openMutatedFiles(original: string, count: number, seed: number): MutatedFiles {
  const next = seededNumbers(seed);
  const faults: string[] = [];
  // The workbook that is open meanwhile; frozen, so that whoever writes into it throws.
  const openOne = parseWorkbook(original);
  const openText = openOne.ok ? serializeWorkbook(deepFreeze(openOne.value)) : '';
  if (!openOne.ok) faults.push('the undamaged file does not open');
  let opened = 0;
  let refused = 0;
  let slowestMs = 0;
  for (let number = 0; number < count; number += 1) {
    const blows = 1 + Math.floor(next() * 3);
    let text = original;
    for (let blow = 0; blow < blows; blow += 1) text = damage(text, next);
    const started = performance.now();
    try {
      const parsed = parseWorkbook(text);
      slowestMs = Math.max(slowestMs, performance.now() - started);
      if (parsed.ok) {
        opened += 1;
        for (const scenario of Object.keys(parsed.value.scenarios)) {
          const balance = computeBalance(parsed.value, scenario);
          if (balance.ok && [...balance.value.gap.values, ...balance.value.inventory.values].some((value) => value !== null && !Number.isFinite(value))) faults.push(`file ${number}: a number that is not finite in ${scenario}`);
          if (!balance.ok) problemText(balance.problem);
        }
        const again = parseWorkbook(serializeWorkbook(parsed.value));
        if (!again.ok) faults.push(`file ${number}: opened, but what is saved does not open`);
      } else {
        refused += 1;
        const { en, zh } = problemText(parsed.problem);
        if (en === '' || zh === '' || /undefined|NaN|\[object/.test(en + zh)) faults.push(`file ${number}: refused with "${en}"`);
      }
    } catch (error) {
      faults.push(`file ${number}: ${String(error)}`);
    }
  }
  if (openOne.ok && serializeWorkbook(openOne.value) !== openText) faults.push('the open workbook was altered');
  return { files: count, opened, refused, slowestMs, faults };
}
