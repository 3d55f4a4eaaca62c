/** What stands in a workbook that has no figures yet. */
import { phrase } from './phrase.ts';

export const emptyWorkbookNames = {
  title: phrase('New balance', '新建平衡表'),
  scenario: phrase('Base', '基准'),
  residual: phrase('Other use', '其他用途'),
} as const;
