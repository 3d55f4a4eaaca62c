/**
 * A number as a person types it: thousands separators, full-width digits and signs, per cent, accounting parentheses,
 * 万, 亿 and k, and arithmetic behind an equals sign. Nothing is guessed: what cannot be read is refused with its text.
 */
import { fail, ok, type Result } from '../result.ts';

const suffixes: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, k: 1e3, K: 1e3, '%': 0.01 };

/** Full-width forms and typographic signs as their plain ones. */
function plain(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[−–﹣]/g, '-')
    .replace(/[\s\u00A0\u3000]/g, '');
}

function literal(text: string): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:[eE]([+-]?\d+))?([万亿kK%])?$/.exec(text);
  if (!match || (match[1] === undefined && (match[2] === undefined || match[2] === '.'))) return null;
  const digits = `${(match[1] ?? '0').replaceAll(',', '')}${match[2] ?? ''}${match[3] === undefined ? '' : `e${match[3]}`}`;
  return Number(digits) * (match[4] === undefined ? 1 : (suffixes[match[4]] ?? 1));
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
    const end = /^[\d.,]+(?:[eE][+-]?\d+)?[万亿kK%]?/.exec(text.slice(at));
    if (!end) return null;
    at += end[0].length;
    return literal(end[0]);
  };
  const value = sum();
  return at === text.length ? value : null;
}

/** The number in a text. Problems: number-empty (empty is not zero), number-unreadable (values.text). */
export function parseNumber(text: string): Result<number> {
  const body = plain(text);
  if (body === '') return fail('number-empty');
  const accounting = /^\((.+)\)$/.exec(body);
  const value = body.startsWith('=') ? evaluate(body.slice(1)) : accounting?.[1] !== undefined ? negate(literal(accounting[1])) : signed(body);
  if (value === null || !Number.isFinite(value)) return fail('number-unreadable', { values: { text } });
  return ok(value);
}

function negate(value: number | null): number | null {
  return value === null ? null : -value;
}

function signed(body: string): number | null {
  if (body.startsWith('-')) return negate(literal(body.slice(1)));
  return literal(body.startsWith('+') ? body.slice(1) : body);
}
