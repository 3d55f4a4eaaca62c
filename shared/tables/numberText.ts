/**
 * The number in a text without any guess: sign, currency, digits with their groups, exponent, and the word that follows. Both
 * what is typed and what is pasted is read here; parseNumber.ts and readCell.ts decide what they accept of it.
 */

export type DecimalSeparator = '.' | ',';

export type NumberText = {
  readonly value: number;
  /** Half of the last digit written: how far the text may stand from a number it was rounded from. */
  readonly halfDigit: number;
  /** What follows the digits, unchanged: "%", "kt", "万吨"; a multiplier such as 万 at its head is part of the value. */
  readonly suffix: string;
  readonly multiplier: string;
  readonly currency: string;
  /** Negative by parentheses or a minus behind the digits. */
  readonly accounting: boolean;
};

const wideSpaces = /[\s\u00A0\u2000-\u200B\u202F\u205F\u3000\uFEFF]+/g;
const currencies = ['US$', 'USD', 'EUR', 'JPY', 'RMB', 'CNY', '¥', '$', '€', '£'] as const;
const multipliers: Readonly<Record<string, number>> = { 万亿: 12, 百万: 6, 千万: 7, 亿: 8, 万: 4, 千: 3, k: 3, K: 3, M: 6 };
/** The longest first, so that 万亿 is not read as 万. */
const multiplierNames = Object.keys(multipliers).sort((a, b) => b.length - a.length);

const numberPatterns: Readonly<Record<DecimalSeparator, RegExp>> = {
  '.': /^(\d{1,3}(?:([, '])\d{3})(?:\2\d{3})*(?!\d)|\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?/,
  ',': /^(\d{1,3}(?:([. '])\d{3})(?:\2\d{3})*(?!\d)|\d+)?(?:,(\d*))?(?:[eE]([+-]?\d{1,3}))?/,
};

/** Full-width forms, typographic signs and spaces of every width as their plain ones. */
export function plainText(text: string): string {
  // Nearly every cell of a large paste is plain already.
  if (/^[!-_a-~]*$/.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\uFFE5/g, '¥')
    .replace(/[−–‒﹣]/g, '-')
    .replace(/[’`´]/g, "'")
    .replace(wideSpaces, ' ')
    .trim();
}

function takeMultiplier(rest: string, isWord: (suffix: string) => boolean): { readonly name: string; readonly rest: string } {
  if (rest === '' || rest === '%') return { name: '', rest };
  // A unit that begins like a multiplier (kt, kg, MW, 万吨) is read as that unit.
  if (isWord(rest)) return { name: '', rest };
  const name = multiplierNames.find((one) => rest.startsWith(one));
  return name === undefined ? { name: '', rest } : { name, rest: rest.slice(name.length).trimStart() };
}

/**
 * Null where the text does not begin with a number. `isWord` says which suffixes are words of their own; the caller refuses
 * those it does not know.
 */
export function readNumberText(text: string, decimal: DecimalSeparator, isWord: (suffix: string) => boolean = () => false): NumberText | null {
  let body = plainText(text);
  let negative = false;
  let accounting = false;
  const bracketed = /^\(([^()]+)\)(%?)$/.exec(body);
  if (bracketed) {
    body = `${bracketed[1] ?? ''}${bracketed[2] ?? ''}`.trim();
    accounting = true;
    if (/^[+-]/.test(body)) return null;
  }
  const takeSign = (): void => {
    const sign = /^[+-]/.exec(body)?.[0];
    if (sign === undefined) return;
    negative = sign === '-';
    body = body.slice(1).trimStart();
  };
  takeSign();
  const currency = /^[\d.,]/.test(body) ? '' : (currencies.find((one) => body.startsWith(one)) ?? '');
  if (currency !== '') {
    body = body.slice(currency.length).trimStart();
    if (!negative) takeSign();
  }
  const match = numberPatterns[decimal].exec(body);
  const whole = match?.[1];
  const fraction = match?.[3];
  if (!match || (whole === undefined && (fraction === undefined || fraction === ''))) return null;
  let rest = body.slice(match[0].length).trimStart();
  if (rest === '-' && !negative && !accounting) {
    accounting = true;
    rest = '';
  }
  const { name, rest: suffix } = takeMultiplier(rest, isWord);
  // One decimal number is read whole, so that 1.1万 is 11,000 to the last digit.
  const power = Number(match[4] ?? 0) + (multipliers[name] ?? 0);
  const digits = `${(whole ?? '0').replace(/[^\d]/g, '')}.${fraction ?? ''}`;
  const size = Number(`${digits}e${power}`);
  if (!Number.isFinite(size)) return null;
  const value = (negative || accounting) && size !== 0 ? -size : size;
  return { value, halfDigit: 0.5 * 10 ** (power - (fraction ?? '').length), suffix, multiplier: name, currency, accounting };
}
