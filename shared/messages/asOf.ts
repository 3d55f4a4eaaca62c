/** What the view of as-of days says: which day is seen, what became known on it, and how the gap changed until another day. */
import { formatDate, formatPeriod } from '../format.ts';
import type { CellAddress, Workbook } from '../model/workbook.ts';
import { pathName } from './names.ts';
import { phrase, type Language, type Phrase } from './phrase.ts';

export const asOfMessages = {
  mode: phrase('What is compared', '对比方式'),
  bySubjects: phrase('Scenarios and vintages', '情景与历史版本'),
  byDays: phrase('As-of days', '按截止日'),
  seen: phrase('As seen on', '截至'),
  against: phrase('held against', '对照'),
  came: (date: Phrase) => phrase(`as known on ${date.en}`, `截至${date.zh}所知`),
  subtitle: (scenario: Phrase) =>
    phrase(
      `${scenario.en} · kt blank-equivalent per month · thin: the last view of each month before it · each line begins in the month of its day`,
      `${scenario.zh} · 千吨（折毛坯）/月 · 细线：此前各月末次视图 · 每条线自其截止月起`,
    ),
  noDays: phrase('Nothing in this workbook says when it became known.', '本工作簿未记录任何数据的公布时间。'),
  noGap: (date: Phrase) => phrase(`On ${date.en} the gap could not be worked out: too little was known.`, `${date.zh}尚无法测算缺口：已知数据不足。`),
  neutral: phrase('The gap as it was seen day by day, and what came', '各截止日所见缺口与后来结果'),
} as const;

/** How many series a sentence names before it counts the rest. */
const namedPaths = 5;

function cellsText(workbook: Workbook, cells: readonly CellAddress[], language: Language): string {
  const byPath = new Map<string, string[]>();
  for (const { path, period } of cells) byPath.set(path, [...(byPath.get(path) ?? []), period]);
  const names = [...byPath].slice(0, namedPaths).map(([path, periods]) => {
    const [first = '', last = ''] = [periods[0], periods.at(-1)].map((period) => (period === undefined || period === 'all' ? '' : formatPeriod(period, language)));
    const when = first === last ? first : `${first} – ${last}`;
    return `${pathName(workbook, path)[language]}${when === '' ? '' : language === 'zh' ? `（${when}）` : ` (${when})`}`;
  });
  const named = [...byPath.values()].slice(0, namedPaths).reduce((sum, periods) => sum + periods.length, 0);
  const rest = cells.length - named;
  const more = rest === 0 ? '' : language === 'zh' ? `，另有 ${rest} 个数值` : `, and ${rest} more ${rest === 1 ? 'number' : 'numbers'}`;
  return `${names.join(language === 'zh' ? '、' : ', ')}${more}`;
}

/** What became known on a day, and which vintage was taken on it. */
export function knownOnDay(workbook: Workbook, date: string, cells: readonly CellAddress[], vintage: string | null): Phrase {
  const text = (language: Language): string => {
    const isChinese = language === 'zh';
    const day = formatDate(date, language);
    const name = vintage === null ? undefined : workbook.vintages[vintage]?.name[language];
    const held = name === undefined ? '' : isChinese ? `自该日起采用历史版本“${name}”的假设。` : ` The assumptions of the vintage "${name}" hold from this day.`;
    if (cells.length === 0) return isChinese ? `${day}：无新公布数据。${held}` : `${day}: no number became known.${held}`;
    return isChinese ? `${day}新公布：${cellsText(workbook, cells, 'zh')}。${held}` : `Became known on ${day}: ${cellsText(workbook, cells, 'en')}.${held}`;
  };
  return phrase(text('en'), text('zh'));
}

/** The finding over the chart: the gap of some months as it was seen on the one day and on the other; formatted with their signs. */
export function seenAndCame(seen: { readonly day: Phrase; readonly gap: string }, came: { readonly day: Phrase; readonly gap: string }, months: Phrase): Phrase {
  return phrase(
    `Seen on ${seen.day.en}, the gap of ${months.en} was ${seen.gap} kt; on ${came.day.en} it was ${came.gap} kt`,
    `截至${seen.day.zh}，${months.zh}缺口为${seen.gap}千吨；截至${came.day.zh}为${came.gap}千吨`,
  );
}
