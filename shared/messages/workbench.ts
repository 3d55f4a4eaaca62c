/** The sentences of the window: bars, tabs, inspector, status, notices. */
import { phrase, type Phrase } from './phrase.ts';

export const workbench = {
  tabs: {
    drivers: phrase('Drivers', '驱动因素'),
    monthly: phrase('Monthly', '月度'),
    exports: phrase('Exports & events', '出口与事件'),
    supply: phrase('Supply', '供应'),
    balance: phrase('Balance', '平衡表'),
    price: phrase('Price', '价格'),
    sources: phrase('Sources', '来源'),
  },
  moreTabs: phrase('More sheets', '更多工作表'),
  readOnly: phrase(
    'Read-only: this workbook is open for editing in another window.',
    '只读：该工作簿正在另一窗口中编辑。',
  ),
  unsaved: phrase('Unsaved changes', '有未保存的更改'),
  saved: phrase('Saved', '已保存'),
  neverSaved: phrase('Not yet saved to a file', '尚未保存到文件'),
  balanceCloses: phrase('Balance closes', '平衡表闭合'),
  kept: phrase('Kept in the library', '已存入资料库'),
  keeping: phrase('Keeping…', '正在存入资料库…'),
  scenario: phrase('Scenario', '情景'),
  grid: phrase('Inputs', '输入表'),
  charts: phrase('Charts', '图表'),
  divider: phrase('Width of the grid', '表格宽度'),
  gap: phrase('Monthly gap', '月度供需缺口'),
  supplyDemand: phrase('Supply and demand', '供应与需求'),
  noSource: phrase('no source yet', '尚无来源'),
  own: phrase('own', '本情景'),
  inherited: phrase('inherited', '继承'),
  selectCell: phrase('Select a cell to see what stands behind it.', '选择单元格以查看其依据。'),
  close: phrase('Close', '关闭'),
  heldReload: phrase('Not reloaded: the steps of this window would be lost. Its work is kept in the library.', '未重新加载：否则本窗口的操作步骤将丢失。工作内容已存入资料库。'),
  overwrite: phrase('Overwrite', '覆盖'),
  theme: phrase('Theme', '主题'),
} as const;

export function asOfText(date: string): Phrase {
  return phrase(`as of ${date}`, `截至 ${date}`);
}

export function findingsText(count: number): Phrase {
  return phrase(`${count} ${count === 1 ? 'finding' : 'findings'}`, `${count} 项检查结果`);
}

export function parentValueText(value: string): Phrase {
  return phrase(`parent ${value}`, `上级情景 ${value}`);
}

/** Key numbers under the gap chart. */
export const keyNumbers = {
  gap: (year: number) => phrase(`gap, ${year}`, `${year} 年缺口`),
  explained: (year: number) => phrase(`output explained, ${year}`, `${year} 年产量已解释`),
  cover: (month: string) => phrase(`cover, ${month}`, `库存覆盖，${month}`),
  exports: (year: number) => phrase(`exports, finished, ${year}`, `${year} 年出口（成品）`),
} as const;

/** Sentences of the formula bar. */
export const explain = {
  pinned: phrase('pinned; the other months of the year follow', '已固定；当年其余月份随之调整'),
  split: phrase('= what the year leaves after its known months, by seasonal weight', '= 全年减去已知月份后按季节权重分配'),
  typed: phrase('typed; no source yet', '手工输入；尚无来源'),
} as const;
