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
export function announcedCell(group: Phrase | null, row: Phrase, column: string, value: string, more: readonly Phrase[]): Phrase {
  const said = (language: 'en' | 'zh'): string => [group?.[language] ?? '', row[language], column, value, ...more.map((part) => part[language])].filter((part) => part !== '').join(language === 'en' ? ', ' : '，');
  return phrase(said('en'), said('zh'));
}

export function announcedRange(rows: number, columns: number): Phrase {
  return phrase(`${rows} by ${columns} cells selected`, `已选择 ${rows} 行 ${columns} 列`);
}

export const spokenStates = {
  computed: phrase('computed', '计算得出'),
  own: phrase('own to this scenario', '本情景'),
  flagged: phrase('has a finding', '有检查结果'),
  noted: phrase('has a comment', '有批注'),
} as const satisfies Record<string, Phrase>;

export const planWords = {
  title: phrase('Check before it is entered', '输入前请核对'),
  cell: phrase('Cell', '单元格'),
  text: phrase('On the clipboard', '剪贴板内容'),
  value: phrase('Becomes', '将变为'),
  why: phrase('Why', '说明'),
  left: phrase('stays as it is', '保持不变'),
  cancel: phrase('Cancel', '取消'),
  close: phrase('Close', '关闭'),
  outside: phrase('outside the table', '表格之外'),
  nothing: phrase('Nothing can be entered.', '没有可输入的内容。'),
} as const satisfies Record<string, Phrase>;

export function replacesPublished(value: string): Phrase {
  return phrase(`replaces the published ${value}`, `将覆盖已公布的 ${value}`);
}

export function enterCells(count: number): Phrase {
  return phrase(`Enter ${count} ${count === 1 ? 'cell' : 'cells'}`, `输入 ${count} 个单元格`);
}

export function moreLines(count: number): Phrase {
  return phrase(`and ${count} more`, `另有 ${count} 项`);
}

export const clipboardWords = {
  noBlock: phrase('These ranges do not make one block. Select ranges over the same rows or the same columns.', '所选区域无法合成一块。请选择同行或同列的区域。'),
  armedTransposed: phrase('Press Ctrl+V now: rows become columns.', '请按 Ctrl+V：将转置粘贴。'),
  armedThousands: phrase('Press Ctrl+V now: the numbers are taken times 1,000.', '请按 Ctrl+V：数值将乘以 1,000。'),
  pressPaste: phrase('Press Ctrl+V to paste.', '请按 Ctrl+V 粘贴。'),
} as const satisfies Record<string, Phrase>;

export const fillWords = {
  handle: phrase('Fill', '填充'),
  copy: phrase('Copy', '复制'),
  linear: phrase('Linear series', '等差序列'),
  growth: phrase('Growth', '等比序列'),
} as const satisfies Record<string, Phrase>;

export const menuWords = {
  menu: phrase('What to do with the selected cells', '对所选单元格的操作'),
  cut: phrase('Cut', '剪切'),
  copy: phrase('Copy', '复制'),
  paste: phrase('Paste', '粘贴'),
  clear: phrase('Clear', '清除'),
} as const satisfies Record<string, Phrase>;

export const promptWords = {
  apply: phrase('Apply', '应用'),
  growBefore: phrase('on the column before', '较前一列'),
  growYear: phrase('on the year before', '较上年同期'),
  grow: phrase('Growth, for example 5%', '增速，例如 5%'),
  change: phrase('By +5%, −3% or ×1.05', '按 +5%、−3% 或 ×1.05'),
  spread: phrase('Total, in the unit of the row', '合计，以该行单位计'),
  spreadBy: phrase('Shared', '分摊方式'),
  byProportions: phrase('as the cells stand now', '按现有数值比例'),
  byEqual: phrase('evenly', '平均分摊'),
  byYearBefore: phrase('as the year before', '按上年同期比例'),
  keep: phrase('Keep as they are', '保持不变'),
  shift: phrase('By how many columns; negative brings forward', '平移列数；负数为提前'),
  number: phrase('This is not a number.', '这不是数字。'),
  relative: phrase('Write +5%, −3% or ×1.05.', '请输入 +5%、−3% 或 ×1.05。'),
} as const satisfies Record<string, Phrase>;

export function zoomText(percent: number): Phrase {
  return phrase(`Grid at ${percent}%`, `表格大小 ${percent}%`);
}

export const sourceWords = {
  none: phrase('No source yet', '暂无来源'),
  other: phrase('Another source…', '其他来源…'),
  dismiss: phrase('Not now', '暂不标注'),
} as const satisfies Record<string, Phrase>;

/** The one question after a paste. */
export function askSource(count: number): Phrase {
  return phrase(count === 1 ? 'Source of this cell?' : `Source of these ${count} cells?`, `这 ${count} 个单元格的来源？`);
}

/** The button of a refusal that leads to the input behind a computed cell. */
export const goToInput = phrase('Go to its input', '转到其输入项');
