/**
 * Which decimal separator the numbers of a block were written with, from those that can be read in one way only: "1.234,5" and
 * "12,5" speak for the comma, "1,234.5" and "12.5" for the point, "1,234" for neither.
 */
import { plainText, type DecimalSeparator } from '../tables/numberText.ts';

/** `mixed` where both stand in one block: then "1,234" cannot be read. */
export type DecimalReading = DecimalSeparator | 'mixed';

/** What one text says; null where it says nothing. */
export function decimalOf(text: string): DecimalSeparator | null {
  if (!/[.,．，]/.test(text)) return null;
  // Most numbers of a large block are these, and a thousand separator stands before three digits.
  if (/^-?\d+\.(?!\d{3}$)\d+$/.test(text)) return '.';
  const core = /[\d.,]*\d[\d.,]*/.exec(plainText(text))?.[0] ?? '';
  const marks = core.replace(/\d/g, '');
  const last = marks.at(-1);
  if (last !== '.' && last !== ',') return null;
  const other: DecimalSeparator = last === '.' ? ',' : '.';
  const groups = new RegExp(`^\\d{1,3}(\\${last}\\d{3})+$`);
  if (marks.length === 1) {
    const [before = '', after = ''] = core.split(last);
    const grouped = after.length === 3 && before.length >= 1 && before.length <= 3 && before !== '0';
    return grouped ? null : last;
  }
  if ([...marks].every((mark) => mark === last)) return groups.test(core) ? other : null;
  const whole = core.slice(0, core.lastIndexOf(last));
  return new RegExp(`^\\d{1,3}(\\${other}\\d{3})+$`).test(whole) ? last : null;
}

function hasOnePoint(text: string): boolean {
  const at = text.indexOf('.');
  return at >= 0 && at === text.lastIndexOf('.') && !text.includes(',') && !text.includes('，') && !text.includes('．');
}

/** The separator of a block: what the source names, else what its numbers show, else the point. */
export function decimalEvidence(texts: Iterable<string>, named: DecimalSeparator | null): DecimalReading {
  if (named !== null) return named;
  let comma = false;
  let point = false;
  for (const text of texts) {
    // Once the point is known, one more number with a single point and nothing else says nothing new.
    if (point && hasOnePoint(text)) continue;
    const one = decimalOf(text);
    comma = comma || one === ',';
    point = point || one === '.';
  }
  if (comma && point) return 'mixed';
  return comma ? ',' : '.';
}
