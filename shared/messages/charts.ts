/** What charts say: titles, subtitles, labels. */
import type { Periodicity } from '../periodicity.ts';
import { phrase, type Phrase } from './phrase.ts';

const gapOf: Readonly<Record<Periodicity, Phrase>> = { months: phrase('Monthly gap', '月度缺口'), quarters: phrase('Quarterly gap', '季度缺口'), years: phrase('Annual gap', '年度缺口') };
const perPeriod: Readonly<Record<Periodicity, Phrase>> = {
  months: phrase('kt blank-equivalent per month', '千吨（折毛坯）/月'),
  quarters: phrase('kt blank-equivalent per quarter', '千吨（折毛坯）/季'),
  years: phrase('kt blank-equivalent per year', '千吨（折毛坯）/年'),
};

export const chartMessages = {
  period: phrase('Period', '期间'),
  value: phrase('Value', '数值'),
  part: phrase('Part', '项目'),
  share: phrase('Share', '占比'),
  copyPicture: phrase('Copy as picture (PNG)', '复制为图片（PNG）'),
  copySvg: phrase('Copy as SVG', '复制为 SVG'),
  copyData: phrase('Copy the data', '复制数据'),
  copyMenu: (title: string) => phrase(`Copy the chart ${title}`, `复制图表“${title}”`),
  copied: phrase('The chart was copied.', '图表已复制。'),
  copyFailed: (cause: string) => phrase(`The chart could not be copied (${cause}).`, `无法复制图表（${cause}）。`),
  turn: (short: boolean, from: Phrase, to: Phrase) =>
    short
      ? phrase(`The market turns short in ${from.en} and stays short to ${to.en}`, `市场于${from.zh}转为短缺，并持续至${to.zh}`)
      : phrase(`The market turns long in ${from.en} and stays long to ${to.en}`, `市场于${from.zh}转为过剩，并持续至${to.zh}`),
  largest: (month: Phrase, kilotonnes: string) =>
    phrase(`The largest shortage is ${kilotonnes} kt, in ${month.en}`, `最大短缺出现在${month.zh}，为 ${kilotonnes} 千吨`),
  againstLastYear: (year: string, now: string, before: string) =>
    phrase(`The ${year} gap is ${now} kt, against ${before} kt the year before`, `${year} 年缺口为 ${now} 千吨，上年为 ${before} 千吨`),
  kilotonnes: phrase('kt', '千吨'),
  neutral: phrase('Supply less demand by month', '月度供应减需求'),
  ghost: (year: string, change: string, edit: Phrase) => phrase(`${year} gap ${change} kt: ${edit.en}`, `${year} 年缺口 ${change} 千吨：${edit.zh}`),
  gapSubtitle: (scenario: Phrase, periodicity: Periodicity = 'months') =>
    phrase(
      `${gapOf[periodicity].en}, kt blank-equivalent · supply − demand, negative is a shortage · ${scenario.en} · actual solid, estimate hollow, forecast light`,
      `${gapOf[periodicity].zh}，千吨（折毛坯）· 供应减需求，负值为短缺 · ${scenario.zh} · 实际为实心，估计为空心，预测为浅色`,
    ),
  gapMeasure: (scenario: Phrase) => phrase(`Monthly gap, kt blank-equivalent · ${scenario.en}`, `月度缺口，千吨（折毛坯）· ${scenario.zh}`),
  gapConventions: phrase('supply − demand, negative is a shortage · actual solid, estimate hollow, forecast light', '供应减需求，负值为短缺 · 实际为实心，估计为空心，预测为浅色'),
  stackTitle: phrase('Demand by use and exports against supply', '分用途需求与出口对比供应'),
  stackSubtitle: (periodicity: Periodicity = 'months') => perPeriod[periodicity],
  cumulative: phrase('cumulative', '累计'),
  former: phrase('before the edit', '修改前'),
  supply: phrase('supply', '供应'),
  exports: phrase('Exports', '出口'),
  gap: phrase('gap', '缺口'),
  forecastFrom: (month: Phrase) => phrase(`forecast from ${month.en}`, `${month.zh}起为预测`),
} as const;
