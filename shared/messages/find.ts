/** The bar that looks for a text in every grid. */
import { phrase } from './phrase.ts';

export const findBar = {
  title: phrase('Find in all grids', '在所有表格中查找'),
  ask: phrase('Label, value, source or note', '名称、数值、来源或备注'),
  previous: phrase('Previous', '上一个'),
  next: phrase('Next', '下一个'),
  none: phrase('not found', '未找到'),
  count: (at: number, all: number) => (at < 0 ? phrase(`${all} found`, `共 ${all} 处`) : phrase(`${at + 1} of ${all}`, `第 ${at + 1} 处，共 ${all} 处`)),
} as const;
