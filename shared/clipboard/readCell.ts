/**
 * One pasted text as a number with the unit it names. Nothing is guessed: every reading that is not the plain one carries a
 * note for the preview, and what cannot be read is refused with its reason. Empty is not zero.
 */
import { multiplied, pasteRefusals, readAs, readings } from '../messages/clipboard.ts';
import type { Phrase } from '../messages/phrase.ts';
import type { UnitId } from '../model/unit.ts';
import { plainText, readNumberText, type NumberText } from '../tables/numberText.ts';
import { decimalOf, type DecimalReading } from './decimalEvidence.ts';
import type { ClipboardCell } from './parseClipboard.ts';
import { unitOfWord } from './unitWords.ts';

export type CellReading =
  | { readonly kind: 'empty'; readonly note: Phrase | null }
  /** In `unit` where the text names one ("12%" is 12 percent), else in the unit of the row. */
  | { readonly kind: 'number'; readonly value: number; readonly unit: UnitId | null; readonly yuan: boolean; readonly note: Phrase | null }
  | { readonly kind: 'refused'; readonly reason: Phrase };

const emptyWords: ReadonlySet<string> = new Set(['-', '--', '—', '——', '―', 'n.a.', 'n.a', 'n/a', 'na', '..', '…', '...', '/', '暂缺', '不适用', '无', '缺']);
const yuanSigns: ReadonlySet<string> = new Set(['¥', 'RMB', 'CNY']);
const yuanWords: ReadonlySet<string> = new Set(['元', '元人民币', 'yuan', 'RMB', 'CNY']);

const isWord = (suffix: string): boolean => unitOfWord(suffix) !== null;

/** The number in full where the source gives one that the text is rounded from. */
function inFull(read: NumberText, exact: number | undefined): number {
  if (exact === undefined) return read.value;
  const scaled = read.suffix === '%' ? exact * 100 : exact;
  return Number.isFinite(scaled) && Math.abs(scaled - read.value) <= read.halfDigit * 1.000001 ? scaled : read.value;
}

function noteOf(read: NumberText, decimal: DecimalReading, text: string): Phrase | null {
  if (read.multiplier !== '') return multiplied(read.multiplier);
  if (decimal === ',' && /[.,]/.test(text)) return readAs(String(read.value));
  if (read.accounting) return readings.negative;
  return null;
}

const refused = (reason: Phrase): CellReading => ({ kind: 'refused', reason });

/** Reads a cell; `decimal` is the separator of its block. */
export function readCell({ text, exact }: ClipboardCell, decimal: DecimalReading): CellReading {
  // Nearly every cell of a large block: digits and a point, read in one way only.
  if (decimal === '.' && exact === undefined && /^-?\d{1,20}(?:\.\d+)?$/.test(text)) return { kind: 'number', value: Number(text) || 0, unit: null, yuan: false, note: null };
  const plain = plainText(text);
  if (plain === '') return { kind: 'empty', note: null };
  if (emptyWords.has(plain.toLowerCase())) return { kind: 'empty', note: readings.empty };
  if (/^#+$/.test(plain)) return refused(pasteRefusals.tooNarrow);
  if (/^#(N\/A|DIV\/0!|REF!|NAME\?|NUM!|VALUE!|NULL!|SPILL!|CALC!)/i.test(plain) || /^Err:\d+$/.test(plain)) return refused(pasteRefusals.spreadsheetError);
  const own = decimal === 'mixed' ? decimalOf(plain) : decimal;
  if (own === null && /\d[.,]\d{3}(?!\d)/.test(plain)) return refused(pasteRefusals.ambiguous);
  const read = readNumberText(plain, own ?? '.', isWord);
  if (read === null) return refused(pasteRefusals.unreadable);
  const yuan = yuanSigns.has(read.currency) || yuanWords.has(read.suffix);
  if (read.currency !== '' && !yuan) return refused(pasteRefusals.foreignCurrency);
  const unit = read.suffix === '' || yuanWords.has(read.suffix) ? null : unitOfWord(read.suffix);
  if (unit === null && read.suffix !== '' && !yuan) return refused(pasteRefusals.unreadable);
  const value = inFull(read, exact);
  return { kind: 'number', value, unit, yuan, note: noteOf(read, own ?? '.', plain) ?? (yuan ? readings.yuan : null) };
}
