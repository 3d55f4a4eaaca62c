/** Grids and charts by months, quarters and years. */
import { phrase } from './phrase.ts';

export const periodicityWords = {
  title: phrase('Months, quarters or years', '按月、按季或按年'),
  names: { months: phrase('Months', '按月'), quarters: phrase('Quarters', '按季'), years: phrase('Years', '按年') },
  signs: { months: phrase('M', '月'), quarters: phrase('Q', '季'), years: phrase('Y', '年') },
  /** What a cell of a longer period says of itself. */
  sum: (months: number) => phrase(`the sum of its ${months} months`, `${months} 个月合计`),
  mean: (months: number) => phrase(`the mean of its ${months} months`, `${months} 个月均值`),
  last: phrase('the value at the end of the period', '期末值'),
  spreads: phrase('a number typed here is spread over its months; published and typed ones stay', '在此输入的数值将分摊至各月，已公布和已填写的月份不变'),
  varies: phrase('varies', '不一'),
} as const;
