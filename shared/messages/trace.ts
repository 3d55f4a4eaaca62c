/** Words of the explanations: the names of terms that have no row of their own, and what stands around them. */
import { phrase } from './phrase.ts';

export const traceNames = {
  annual: (year: number | string) => phrase(`In ${year} as a whole`, `${year}年全年`),
  left: (year: number) => phrase(`Left of ${year} after its known months`, `${year}年扣除已知月份后剩余`),
  knownMonths: (year: number) => phrase(`Known months of ${year}`, `${year}年已知月份`),
  share: (month: string, monthZh: string) => phrase(`Share of ${month}`, `${monthZh}占比`),
  dayShare: (month: string, monthZh: string) => phrase(`Share of ${month} by effective days`, `${monthZh}有效天数占比`),
  before: (name: { readonly en: string; readonly zh: string }) => phrase(`${name.en}, month before`, `上月${name.zh}`),
  sinceJanuary: (month: { readonly en: string; readonly zh: string }) => phrase(`Released for January to ${month.en}`, `截至${month.zh}累计`),
  openMonths: phrase('Left for months without a figure of their own', '未单独公布月份合计'),
  notReleased: phrase('Backlog not released', '未释放积压'),
  demandAhead: phrase('Demand of the next three months', '未来三个月需求'),
  daysAhead: phrase('Days of these months', '对应天数'),
  monthsAYear: phrase('Months of the year', '全年月数'),
  dailyDemand: phrase('Mean daily demand of the first twelve months', '前十二个月日均需求'),
  outputOf: (year: number | string) => phrase(`Output of ${year}`, `${year}年产量`),
  exportsOf: (year: number | string) => phrase(`Exports of ${year}`, `${year}年出口`),
  baseMonth: (month: string, monthZh: string) => phrase(`Exports of ${month}`, `${monthZh}出口`),
  growthOf: (year: number) => phrase(`Growth of ${year}`, `${year}年增速`),
  level: (year: number) => phrase(`Level of ${year}`, `${year}年水平`),
  whole: phrase('The whole', '全部'),
  change: phrase('Change', '变动'),
  sameMonths: (year: number) => phrase(`Same months of ${year}`, `${year}年同期`),
  mined: phrase('What may be mined', '可开采量'),
  smelted: phrase('What may be smelted', '可冶炼量'),
  domesticReo: phrase('Domestic REO of the year', '全年国产 REO'),
  quotaShare: phrase('Share of the month in the quota', '当月指标占比'),
  fromQuotas: phrase('From quotas', '来自指标'),
  scrapPerBlank: phrase('Oxide recovered per tonne of blank', '每吨毛坯回收氧化物'),
  metal: (name: { readonly en: string; readonly zh: string }) => phrase(`${name.en} price`, `${name.zh}价格`),
  allDemand: phrase('All demand', '全部需求'),
  namedUses: phrase('Named uses, as stated', '已列明用途（所述口径）'),
  windowDays: phrase('days in this month', '落在本月的天数'),
  windowWeight: phrase('lost of each', '每日停工比例'),
  window: {
    before: phrase('before New Year', '春节前'),
    feast: phrase('the feast', '春节假期'),
    after: phrase('after it', '节后'),
  },
  otherGoods: phrase('Share of other goods', '非受控品占比'),
  passing: {
    approvalControlled: phrase('controlled goods that pass', '放行的受控品'),
    approvalUncontrolled: phrase('other goods that pass', '放行的非受控品'),
  },
  uncapped: phrase('What approval lets through', '审批放行量'),
  conversion: phrase('Conversion of terms', '口径换算'),
  coverage: phrase('Coverage of the series', '序列覆盖率'),
  asPublished: (name: { readonly en: string; readonly zh: string }) => phrase(`${name.en}, as published`, `${name.zh}（公布值）`),
  within: phrase('Least of orders, capacity and material', '订单、产能与原料三者取小'),
  binds: (name: { readonly en: string; readonly zh: string }) => phrase(`${name.en} (binds)`, `${name.zh}（起约束）`),
  lag: phrase('Lag of the response', '响应滞后'),
  fromLeast: phrase('Supply of the month before, above the least', '上月供应与该值之差'),
  keptInMonth: phrase('Part not closed in a month', '当月未收敛部分'),
  inMonth: (name: { readonly en: string; readonly zh: string }, month: string) => phrase(`${name.en}, ${month}`, `${month} ${name.zh}`),
  daysOfMonth: phrase('Days of a mean month', '平均每月天数'),
  stockWanted: phrase('Stock that is wanted', '目标库存'),
  stockAway: phrase('Stock missing to what is wanted', '距目标库存缺额'),
  stockAnswer: phrase('Answer to the stock', '对库存的响应'),
  holidayShare: phrase('Left by the New Year', '扣除春节停工后比例'),
  stockAbove: phrase('Oxide stock above its minimum', '高于最低量的氧化物库存'),
  oxideAtHand: phrase('Oxide at hand', '可用氧化物'),
  blankPerOxide: phrase('Blank per tonne of oxide', '每吨氧化物可制毛坯'),
  expansions: phrase('Expansions', '新增产能'),
  stackNow: phrase('Technology stack of the scenario', '本情景技术构成单耗'),
  stackBase: phrase('Technology stack of the base', '基准技术构成单耗'),
  intensityBase: phrase('Intensity of the base', '基准单耗'),
  thrifting: phrase('Thrifting since the stack’s year', '累计节材系数'),
  price: phrase('52UH price', '52UH 价格'),
  cost: phrase('Cost', '成本'),
  longRun: phrase('Long-run price', '长期价格'),
  margin: phrase('Margin at this cover', '当前库存下的利润'),
  correction: phrase('Way back to the long-run price', '向长期价格的修正'),
  distance: phrase('Distance, month before', '上月偏离'),
  passThrough: phrase('Change of cost passed through', '成本变动传导'),
  costChange: phrase('Change of cost', '成本变动'),
  element: { PrNd: phrase('PrNd', '镨钕'), Dy: phrase('Dysprosium', '镝'), Tb: phrase('Terbium', '铽') },
  basis: phrase('In blanks', '折毛坯'),
} as const;

/** How a mass is named at the end of a sentence. */
export const massWords = {
  blank: phrase('t blank-equivalent', '吨（折毛坯）'),
  finished: phrase('t finished', '吨（成品）'),
} as const;

export const traceWords = {
  all: (unitEn: string, unitZh: string) => phrase(`all ${unitEn}`, `单位均为${unitZh}`),
  others: (count: number) => phrase(`in ${count} others`, `其他 ${count} 项`),
  twelveMonths: (year: string) => phrase(`= the twelve months of ${year}`, `= ${year}年十二个月之和`),
  least: phrase('= the least of ', '= 取最小值：'),
  leastOf: phrase('the least of ', '其中取小：'),
  clause: phrase('; ', '；'),
  separator: phrase(', ', '，'),
} as const;

/** The panel under the formula bar. */
export const tracePanel = {
  title: phrase('Explanation', '计算依据'),
  open: phrase('Show the terms behind it (Shift+F1)', '查看构成项（Shift+F1）'),
  unfold: (name: string, nameZh: string) => phrase(`Terms of ${name}`, `${nameZh}的构成`),
  go: phrase('Go to this cell', '转到该单元格'),
} as const;

/** The list over the status bar. */
export const findingsPanel = {
  title: phrase('Findings', '检查结果'),
  notes: (count: number) => phrase(`${count} ${count === 1 ? 'note' : 'notes'}`, `${count} 条提示`),
  wholeWorkbook: phrase('whole workbook', '整个工作簿'),
} as const;
