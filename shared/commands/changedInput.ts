/** What the history says of a number that is typed over another one: both as people read them, in the unit of the grid. */
import { changedCell } from '../messages/commands.ts';
import { pathName } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import { unitNames } from '../messages/units.ts';
import { describePath } from '../model/paths.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { convertUnit } from '../model/unit.ts';
import type { CellAddress, Workbook } from '../model/workbook.ts';
import { choicesOf } from '../tables/choices.ts';
import { inputDisplay } from '../tables/inputDisplay.ts';
import { plainNumber } from './plainNumber.ts';

/** "NEV production 2026: 19.3 to 15 M vehicles". Numbers come in the unit in which the path is stored; null is an empty cell. */
export function changedInput(workbook: Workbook, { path, period }: CellAddress, from: number | null, to: number): Phrase {
  const { unit, unitLabel } = inputDisplay(workbook, path);
  const stored = storedUnit(workbook, path);
  const spec = describePath(workbook, path);
  const words = spec && choicesOf(spec);
  const say = (value: number): Phrase => {
    const word = words?.find((choice) => choice.value === value)?.label;
    const number = plainNumber((unit === undefined ? null : convertUnit(value, stored, unit)) ?? value);
    return word ?? phrase(number, number);
  };
  const shown = say(to);
  const measure = unit === undefined ? null : (unitLabel ?? unitNames[unit]);
  const space = unit === 'percent' ? '' : ' ';
  const withUnit = measure === null || measure.en === '' ? shown : phrase(`${shown.en}${space}${measure.en}`, `${shown.zh}${space}${measure.zh}`);
  return changedCell(pathName(workbook, path), period, from === null ? null : say(from), withUnit);
}
