/** Every reference that leads somewhere in a workbook: what a brace offers while it is typed. Whole years come first, months last. */
import { memoize } from '../model/memoize.ts';
import { bindText, boundLines, type BoundContext } from './boundText.ts';

/** Years, halves, quarters and months of a balance, in this order. */
function periodsOf(months: readonly string[]): readonly string[] {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const parts = (kind: 'H' | 'Q', count: number): readonly string[] => years.flatMap((year) => Array.from({ length: count }, (_, at) => `${year}${kind}${at + 1}`));
  return [...years, ...parts('H', 2), ...parts('Q', 4), ...months];
}

export const boundNames = memoize((workbook: BoundContext['workbook'], scenario: BoundContext['scenario'], balance: BoundContext['balance']): readonly string[] => {
  const context: BoundContext = { workbook, scenario, balance, language: 'en' };
  const subjects = [...boundLines, ...balance.sectorIds.map((id) => `demand.${id}`)];
  const year = workbook.asOf.slice(0, 4);
  const names = [
    ...periodsOf(balance.months).flatMap((period) => [...subjects.map((subject) => `${subject}.${period}`), ...subjects.map((subject) => `yoy.${subject}.${period}`)]),
    ...Object.keys(workbook.scenarios).filter((id) => id !== scenario).flatMap((id) => ['gap', 'demand', 'supply'].map((line) => `${id}/${line}.${year}`)),
  ];
  // The year of the view is what most texts speak of.
  const first = names.filter((name) => name.endsWith(`.${year}`));
  const rest = names.filter((name) => !name.endsWith(`.${year}`));
  return ['title', 'scenario', 'asOf', ...[...first, ...rest].filter((name) => bindText(context, `{${name}}`).unbound.length === 0)];
});
