/** Columns of the grids: years with their year-on-year, months with their year totals. */
import { heads } from '../messages/heads.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import { resultNames } from '../messages/names.ts';
import type { Balance } from '../model/balance.ts';
import { yearsOf } from '../model/period.ts';
import type { Workbook } from '../model/workbook.ts';
import type { TableColumn } from './table.ts';

const same = (text: string): Phrase => phrase(text, text);

export const labelColumn = (title: Phrase, width = 236): TableColumn => ({ id: 'label', title, kind: 'label', width });
export const unitColumn: TableColumn = { id: 'unit', title: heads.unit, kind: 'unit', width: 84 };

/** Years and, from the second on, their change on the year before. */
export function yearColumns(workbook: Workbook): readonly TableColumn[] {
  const asOfYear = Number(workbook.asOf.slice(0, 4));
  return yearsOf(workbook.horizon).flatMap((year, at): TableColumn[] => {
    const forecast = year >= asOfYear;
    const own: TableColumn = { id: String(year), title: same(String(year)), kind: 'period', period: String(year), forecast, width: 92 };
    const change: TableColumn = { id: `${year}-yoy`, title: resultNames.yoy, kind: 'change', forecast, width: 76 };
    return at === 0 ? [own] : [own, change];
  });
}

/** The months of the balance, each year closed by its total. */
export function monthColumns(balance: Balance): readonly TableColumn[] {
  return balance.months.flatMap((month, at): TableColumn[] => {
    const forecast = balance.gap.states[at] === 'forecast';
    const column: TableColumn = { id: month, title: same(month), kind: 'period', period: month, forecast, width: 94 };
    const year = month.slice(0, 4);
    const whole = balance.months[at - 11] === `${year}-01`;
    return month.endsWith('-12') && whole ? [column, { id: year, title: same(year), kind: 'total', period: year, forecast, width: 84 }] : [column];
  });
}
