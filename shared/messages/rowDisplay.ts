/** How rows are shown: units, decimals, folded groups, a filter. */
import { phrase, type Phrase } from './phrase.ts';

export const rowDisplay = {
  unitTitle: (row: Phrase) => phrase(`Unit of ${row.en}`, `${row.zh} 的单位`),
  unitAsk: phrase('Unit', '单位'),
  unitHint: phrase('Only how it is shown; the file stays as it is', '仅影响显示，不改变文件'),
  own: phrase('as in the workbook', '与工作簿一致'),
  shown: phrase('shown now', '当前显示'),
  filter: phrase('Filter rows', '筛选行'),
  filterAsk: phrase('Rows with…', '包含以下文字的行…'),
  filtered: (shown: number, all: number) => phrase(`${shown} of ${all} rows`, `${shown} / ${all} 行`),
  clearFilter: phrase('Show all rows', '显示所有行'),
  noUnits: phrase('This row has one unit only.', '该行只有一种单位。'),
} as const;
