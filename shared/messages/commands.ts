/** What the history says a step did. */
import { formatPeriod } from '../format.ts';
import { phrase, type Language, type Phrase } from './phrase.ts';

/** " 2025" or " May 2025" behind a name; nothing behind that of a scalar. */
function when(period: string, language: Language): string {
  return period === 'all' ? '' : ` ${formatPeriod(period, language)}`;
}

/** `from` and `to` are numbers in words, the latter with its unit; null stands for an empty cell. */
export function changedCell(name: Phrase, period: string, from: Phrase | null, to: Phrase): Phrase {
  return phrase(`${name.en}${when(period, 'en')}: ${from?.en ?? 'n.a.'} to ${to.en}`, `${name.zh}${when(period, 'zh')}：${from?.zh ?? '暂缺'} 改为 ${to.zh}`);
}

export function clearedCell(name: Phrase, period: string): Phrase {
  return phrase(`Clear ${name.en}${when(period, 'en')}`, `清除 ${name.zh}${when(period, 'zh')}`);
}

export function renamedWorkbook(title: Phrase): Phrase {
  return phrase(`Rename to ${title.en}`, `重命名为 ${title.zh}`);
}

/** What can be added to a workbook, as it stands inside a label. */
export const entryKinds = {
  sector: phrase('sector', '部门'),
  technology: phrase('technology', '技术路线'),
  event: phrase('event', '事件'),
  expansion: phrase('expansion', '扩产项目'),
  source: phrase('source', '来源'),
} as const;

/** The source of what the analyst enters without one. A source has one title, which readers of both languages see. */
export const ownSource = { title: 'Own entry 自行录入', reliability: 'analyst 分析师' } as const;

/** A name typed in one language stands for both. */
function filled(name: Phrase): Phrase {
  const [en, zh] = [name.en.trim(), name.zh.trim()];
  return phrase(en || zh, zh || en);
}

export function addedEntry(kind: Phrase, name: Phrase): Phrase {
  const { en, zh } = filled(name);
  return phrase(`Add ${kind.en} ${en}`, `新增${kind.zh} ${zh}`);
}

export function renamedEntry(before: Phrase, after: Phrase): Phrase {
  const { en, zh } = filled(after);
  return phrase(`Rename ${before.en} to ${en}`, `将 ${before.zh} 重命名为 ${zh}`);
}

/** A new name makes an edit a renaming. */
export function editedEntry(before: Phrase, after: Phrase | undefined): Phrase {
  if (after !== undefined && (after.en.trim() !== before.en || after.zh.trim() !== before.zh)) return renamedEntry(before, after);
  return phrase(`Edit ${before.en}`, `修改 ${before.zh}`);
}

export function movedEntry(name: Phrase, by: number): Phrase {
  return by < 0 ? phrase(`Move ${name.en} up`, `上移 ${name.zh}`) : phrase(`Move ${name.en} down`, `下移 ${name.zh}`);
}

export function removedEntry(name: Phrase): Phrase {
  return phrase(`Remove ${name.en}`, `删除 ${name.zh}`);
}

export function balancingEntry(name: Phrase): Phrase {
  return phrase(`Let ${name.en} take the remaining share`, `由 ${name.zh} 承担剩余占比`);
}

export function changedHorizon(start: string, end: string): Phrase {
  return phrase(`Horizon ${start} to ${end}`, `时间范围 ${start} 至 ${end}`);
}

export function changedShownFrom(month: string): Phrase {
  return phrase(`Show from ${month}`, `自 ${month} 起显示`);
}

export function changedAsOf(date: string): Phrase {
  return phrase(`As of ${date}`, `截至 ${date}`);
}

export function choseVintage(name: Phrase | null): Phrase {
  return name === null ? phrase('No vintage', '不使用历史版本') : phrase(`Vintage ${name.en}`, `历史版本 ${name.zh}`);
}

export function changedPriceAnchor(month: string | null): Phrase {
  return month === null ? phrase('No anchor month of the price', '取消价格锚定月份') : phrase(`Price anchored in ${month}`, `价格锚定于 ${month}`);
}

/** How often a source is named. */
export function usesText(count: number): Phrase {
  return phrase(count === 1 ? 'named once' : `named ${count} times`, `被引用 ${count} 次`);
}

export function changedExportBase(year: number): Phrase {
  return phrase(`Exports grow from ${year}`, `出口以 ${year} 年为基期`);
}

export function changedStockMeasure(unit: 'days' | 't'): Phrase {
  return unit === 't' ? phrase('Stock in tonnes', '库存以吨计') : phrase('Stock in days of demand', '库存以需求天数计');
}

/** `title` is that of the source; null takes the source away. */
export function sourcedCells(cells: Phrase, place: Phrase, title: string | null): Phrase {
  return title === null
    ? phrase(`Take the source from ${cells.en} of ${place.en}`, `移除${place.zh}中 ${cells.zh}的来源`)
    : phrase(`Source of ${cells.en} of ${place.en}: ${title}`, `${place.zh}中 ${cells.zh}的来源：${title}`);
}

export function commentedCell(name: Phrase, period: string, empty: boolean): Phrase {
  const when = period === 'all' ? '' : ` ${period}`;
  return empty ? phrase(`Remove the comment on ${name.en}${when}`, `删除 ${name.zh}${when} 的批注`) : phrase(`Comment on ${name.en}${when}`, `批注 ${name.zh}${when}`);
}

/** `terms` null: nothing is recorded of the row. */
export function statedTerms(name: Phrase, terms: Phrase | null): Phrase {
  return terms === null ? phrase(`Take the terms from ${name.en}`, `移除 ${name.zh} 的口径`) : phrase(`Terms of ${name.en}: ${terms.en}`, `${name.zh} 的口径：${terms.zh}`);
}

/** What was done to many cells at once. */
export type CellAct = 'paste' | 'move' | 'cut' | 'clear' | 'fill' | 'series' | 'enter' | 'spread' | 'grow' | 'interpolate' | 'shift' | 'hold';

export function rowCount(rows: number): Phrase {
  return phrase(`${rows} ${rows === 1 ? 'row' : 'rows'}`, `${rows} 行`);
}

const cellActs: Readonly<Record<CellAct, (cells: Phrase, place: Phrase) => Phrase>> = {
  paste: (cells, place) => phrase(`Paste ${cells.en} into ${place.en}`, `向${place.zh}粘贴 ${cells.zh}`),
  move: (cells, place) => phrase(`Move ${cells.en} in ${place.en}`, `在${place.zh}中移动 ${cells.zh}`),
  cut: (cells, place) => phrase(`Cut ${cells.en} from ${place.en}`, `从${place.zh}剪切 ${cells.zh}`),
  clear: (cells, place) => phrase(`Clear ${cells.en} of ${place.en}`, `清除${place.zh}的 ${cells.zh}`),
  fill: (cells, place) => phrase(`Fill ${cells.en} of ${place.en}`, `填充${place.zh}的 ${cells.zh}`),
  series: (cells, place) => phrase(`Continue ${cells.en} of ${place.en} as a series`, `按序列填充${place.zh}的 ${cells.zh}`),
  enter: (cells, place) => phrase(`Enter one number in ${cells.en} of ${place.en}`, `在${place.zh}的 ${cells.zh}中输入同一数值`),
  spread: (cells, place) => phrase(`Spread a total over ${cells.en} of ${place.en}`, `将合计分摊到${place.zh}的 ${cells.zh}`),
  grow: (cells, place) => phrase(`Grow ${cells.en} of ${place.en}`, `按增速外推${place.zh}的 ${cells.zh}`),
  interpolate: (cells, place) => phrase(`Interpolate ${cells.en} of ${place.en}`, `对${place.zh}的 ${cells.zh}插值`),
  shift: (cells, place) => phrase(`Shift ${cells.en} of ${place.en}`, `平移${place.zh}的 ${cells.zh}`),
  hold: (cells, place) => phrase(`Hold ${cells.en} of ${place.en} at the last value`, `${place.zh}的 ${cells.zh}沿用末值`),
};

export function cellCount(count: number): Phrase {
  return phrase(`${count} ${count === 1 ? 'cell' : 'cells'}`, `${count} 个单元格`);
}

/** "Paste 36 cells into NEV". */
export function changedCells(act: CellAct, count: number, place: Phrase): Phrase {
  return cellActs[act](cellCount(count), place);
}
