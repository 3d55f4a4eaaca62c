/** What report pages say beside the numbers. */
import { phrase, type Phrase } from './phrase.ts';

export const reportMessages = {
  asOf: (date: Phrase) => phrase(`as of ${date.en}`, `截至${date.zh}`),
  page: (page: number, pages: number) => phrase(`page ${page} of ${pages}`, `第 ${page} 页，共 ${pages} 页`),
  keyNumbers: phrase('Key numbers', '关键数据'),
  balanceTitle: phrase('Monthly balance, t blank-equivalent', '月度平衡表，吨（折毛坯）'),
  sourcesTitle: phrase('Sources', '来源'),
  month: phrase('Month', '月份'),
  marks: phrase(
    'e estimate, f forecast; n.a. not available. Figures may not sum due to rounding; totals are made from unrounded parts.',
    'e 为估计，f 为预测；暂缺表示无数据。因四舍五入，各项之和可能与合计不符；合计由未舍入的数据得出。',
  ),
  method: phrase(
    'Gap = supply + imports − demand − exports, in tonnes of sintered blank equivalent; negative is a shortage.',
    '缺口 = 供应 + 进口 − 需求 − 出口，以烧结毛坯当量吨计；负值为短缺。',
  ),
  year: phrase('Year', '年份'),
  share: phrase('Named uses / output', '已列明用途/产量'),
  cover: phrase('Cover at year end, days', '年末库存天数'),
  quarter: (year: string, quarter: number) => phrase(`Q${quarter} ${year}`, `${year}年第${quarter}季度`),
  paper: phrase('Paper', '纸张'),
  written: (file: string) => phrase(`The report was written to ${file}.`, `报告已写入 ${file}。`),
  wholeYear: (year: string) => phrase(year, `${year}年`),
} as const;
