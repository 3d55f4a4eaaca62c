/** The sentences of a grid: what is selected, what was done to it, its menu. */
import { phrase, type Phrase } from './phrase.ts';

export const gridWords = {
  sum: phrase('Sum', '合计'),
  average: phrase('Average', '平均'),
  count: phrase('Count', '计数'),
  least: phrase('Min', '最小'),
  most: phrase('Max', '最大'),
  mixedUnits: phrase('Units differ', '单位不一致'),
  mixedUnitsWhy: phrase('The selected numbers are in different units, so that neither their sum nor their average means anything.', '所选数值单位不同，合计与平均没有意义。'),
} as const satisfies Record<string, Phrase>;

/** What a screen reader says of the selected cell. */
export function announcedCell(row: Phrase, column: string, value: string, more: readonly Phrase[]): Phrase {
  const said = (language: 'en' | 'zh'): string => [row[language], column, value, ...more.map((part) => part[language])].filter((part) => part !== '').join(language === 'en' ? ', ' : '，');
  return phrase(said('en'), said('zh'));
}

export function announcedRange(rows: number, columns: number): Phrase {
  return phrase(`${rows} by ${columns} cells selected`, `已选择 ${rows} 行 ${columns} 列`);
}

export const spokenStates = {
  computed: phrase('computed', '计算得出'),
  own: phrase('own to this scenario', '本情景'),
  flagged: phrase('has a finding', '有检查结果'),
} as const satisfies Record<string, Phrase>;
