/**
 * A number as a person types it: thousands separators, full-width digits and signs, per cent, accounting parentheses,
 * 万, 亿 and k, and arithmetic behind an equals sign. Nothing is guessed: what cannot be read is refused with its text.
 */
import { fail, ok, type Result } from '../result.ts';
import { plainText, readNumberText } from './numberText.ts';

/** A number with nothing behind it but a multiplier or a per cent sign. */
function literal(text: string): number | null {
  const read = readNumberText(text, '.');
  if (read === null || read.currency !== '') return null;
  if (read.suffix === '%') return read.value / 100;
  return read.suffix === '' ? read.value : null;
}

/** + - * / and parentheses over literals, by descent; null where the text is no such expression. */
function evaluate(text: string): number | null {
  let at = 0;
  const sum = (): number | null => {
    let left = product();
    while (left !== null && (text[at] === '+' || text[at] === '-')) {
      const plus = text[at++] === '+';
      const right = product();
      left = right === null ? null : plus ? left + right : left - right;
    }
    return left;
  };
  const product = (): number | null => {
    let left = factor();
    while (left !== null && (text[at] === '*' || text[at] === '/')) {
      const times = text[at++] === '*';
      const right = factor();
      left = right === null ? null : times ? left * right : left / right;
    }
    return left;
  };
  const factor = (): number | null => {
    if (text[at] === '-' || text[at] === '+') {
      const negative = text[at++] === '-';
      const value = factor();
      return value === null ? null : negative ? -value : value;
    }
    if (text[at] === '(') {
      at += 1;
      const value = sum();
      if (text[at] !== ')') return null;
      at += 1;
      return value;
    }
    const end = /^[\d.,]+(?:[eE][+-]?\d+)?[百千万亿kKM%]*/.exec(text.slice(at));
    if (!end) return null;
    at += end[0].length;
    return literal(end[0]);
  };
  const value = sum();
  return at === text.length ? value : null;
}

/** The number in a text. Problems: number-empty (empty is not zero), number-unreadable (values.text). */
export function parseNumber(text: string): Result<number> {
  const body = plainText(text);
  if (body === '') return fail('number-empty');
  const value = body.startsWith('=') ? evaluate(body.slice(1).replaceAll(' ', '')) : literal(body);
  return value === null || !Number.isFinite(value) ? fail('number-unreadable', { values: { text } }) : ok(value);
}
