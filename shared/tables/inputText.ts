/** A number of an input in words: in the unit in which it is read, or the word of a choice. */
import { formatQuantity } from '../format.ts';
import type { Language } from '../messages/phrase.ts';
import { unitNames } from '../messages/units.ts';
import { describePath } from '../model/paths.ts';
import { convertUnit, type UnitId } from '../model/unit.ts';
import type { SeriesPath, Workbook } from '../model/workbook.ts';
import { choicesOf } from './choices.ts';
import { inputDisplay } from './inputDisplay.ts';

/** `unit` is that of the value; null is said to be missing. */
export function inputText(workbook: Workbook, path: SeriesPath, value: number | null, unit: UnitId, language: Language): string {
  const { unit: display, unitLabel, format } = inputDisplay(workbook, path);
  const spec = describePath(workbook, path);
  const word = (spec === null ? null : choicesOf(spec))?.find((choice) => choice.value === value)?.label;
  if (word) return word[language];
  const shown = value === null || display === undefined ? value : convertUnit(value, unit, display);
  // Nobody reads hundredths of what is counted in thousands.
  const decimals = Math.abs(shown ?? 0) >= 1000 ? 0 : format.decimals;
  return formatQuantity(shown, { ...format, decimals }, display === undefined ? '' : (unitLabel ?? unitNames[display])[language], language);
}
