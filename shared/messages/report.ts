/** What report pages say beside the numbers. */
import { phrase, type Phrase } from './phrase.ts';

/** Where several places in a source are used and not all are named. */
function placesText(places: string, more: number): Phrase {
  if (places === '') return phrase('', '');
  return more === 0 ? phrase(` (${places})`, `（${places}）`) : phrase(` (${places}; and ${more} more)`, `（${places}；另有 ${more} 处）`);
}

export const reportMessages = {
  asOf: (date: Phrase) => phrase(`as of ${date.en}`, `截至${date.zh}`),
  /** Names the page on every sheet after its first. */
  continued: (page: string) => phrase(`${page}, continued`, `${page}（续）`),
  page: (page: number, pages: number) => phrase(`page ${page} of ${pages}`, `第 ${page} 页，共 ${pages} 页`),
  keyNumbers: phrase('Key numbers, t blank-equivalent', '关键数据，吨（折毛坯）'),
  month: phrase('Month', '月份'),
  year: phrase('Year', '年份'),
  unit: phrase('Unit', '单位'),
  /** The letters beside numbers; `since` is the vintage that revised numbers are compared with. */
  marks: (since: Phrase | null) =>
    since === null
      ? phrase('e estimate, f forecast; n.a. not available.', 'e 为估计，f 为预测；“暂缺”表示无数据。')
      : phrase(`e estimate, f forecast, r revised since the vintage of ${since.en}; n.a. not available.`, `e 为估计，f 为预测，r 为较版本“${since.zh}”有修订；“暂缺”表示无数据。`),
  rounding: phrase('Figures may not sum due to rounding; totals are made from unrounded parts.', '因四舍五入，各项之和可能与合计不符；合计由未舍入的数据得出。'),
  method: phrase(
    'Gap = supply + imports − demand − exports, in tonnes of sintered blank equivalent; negative is a shortage.',
    '缺口 = 供应 + 进口 − 需求 − 出口，以烧结毛坯当量吨计；负值为短缺。',
  ),
  share: phrase('Named uses / output', '已列明用途/产量'),
  cover: phrase('Cover at year end, days', '年末库存天数'),
  quarter: (year: string, quarter: number) => phrase(`Q${quarter} ${year}`, `${year}年第${quarter}季度`),
  half: (year: string, half: number) => phrase(`H${half} ${year}`, `${year}年${half === 1 ? '上' : '下'}半年`),
  wholeYear: (year: string) => phrase(year, `${year}年`),
  paper: phrase('Paper', '纸张'),
  scenarioSwitch: phrase('Scenario', '情景'),
  working: (done: number, all: number) => (all > 1 ? phrase(`Writing reports: ${done} of ${all} done`, `正在生成报告：已完成 ${done}/${all}`) : phrase('Writing the report…', '正在生成报告…')),
  stop: phrase('Cancel', '取消'),
  writtenMany: (count: number) => phrase(`${count} ${count === 1 ? 'report was' : 'reports were'} written.`, `已写入 ${count} 份报告。`),
  written: (file: string) => phrase(`The report was written to ${file}.`, `报告已写入 ${file}。`),
  note: (source: string, places: string, more: number) => {
    const where = placesText(places, more);
    return phrase(source + where.en, source + where.zh);
  },
  /** The footer: who, what, and which inputs. */
  imprint: (organisation: string, workbook: string, vintage: Phrase | null, hash: string) => {
    const head = organisation === '' ? '' : `${organisation} · `;
    return phrase(
      `${head}${workbook}${vintage === null ? '' : ` · vintage ${vintage.en}`} · inputs ${hash}`,
      `${head}${workbook}${vintage === null ? '' : ` · 版本 ${vintage.zh}`} · 输入 ${hash}`,
    );
  },
  pageTitles: {
    headline: phrase('Headline', '概要'),
    balance: phrase('Monthly balance', '月度平衡表'),
    sectors: phrase('Demand by sector', '分行业需求'),
    exports: phrase('Exports and events', '出口与事件'),
    chain: phrase('Supply chain', '供应链'),
    scenarios: phrase('Scenarios compared', '情景对比'),
    price: phrase('Price', '价格'),
    assumptions: phrase('Assumptions', '假设'),
    sources: phrase('Sources and open findings', '来源与待核事项'),
    text: phrase('Text page', '文字页'),
  },
} as const;

/** A change on the year before, as a sentence says it; `size` without its sign. */
export function changeWords(size: string, isDown: boolean): Phrase {
  return isDown ? phrase(`down ${size}`, `下降 ${size}`) : phrase(`up ${size}`, `增长 ${size}`);
}

/** Page one. */
export const headlineMessages = {
  lead: (year: string, supply: string, demand: string, exports: string, gap: string) =>
    phrase(
      `In ${year} supply of ${supply} kt meets domestic demand of ${demand} kt and exports of ${exports} kt, which leaves a gap of ${gap} kt blank-equivalent.`,
      `${year}年供应 ${supply} 千吨，国内需求 ${demand} 千吨，出口 ${exports} 千吨，缺口为 ${gap} 千吨（折毛坯）。`,
    ),
  leadMissing: (year: string) => phrase(`The balance of ${year} cannot be told: numbers that it needs are missing.`, `${year}年平衡无法给出：缺少所需数据。`),
  eventsOnChart: phrase('Marks on the chart: ', '图中标记：'),
  eventMark: (number: number, title: Phrase, date: Phrase) => phrase(`${number} ${title.en} (${date.en})`, `${number} ${title.zh}（${date.zh}）`),
  sinceVintage: (name: Phrase) => phrase(`What changed since the vintage of ${name.en}`, `较版本${name.zh}的变化`),
  sinceYear: (year: string, before: string) => phrase(`What changed from ${before} to ${year}`, `${before}年至${year}年的变化`),
  bridgeSubtitle: (year: string) => phrase(`Gap of ${year}, kt blank-equivalent · bars to the left deepen the shortage`, `${year}年缺口，千吨（折毛坯）· 向左表示短缺加深`),
  yearName: (year: string) => phrase(`Gap ${year}`, `${year}年缺口`),
  noBridge: phrase('What changed cannot be told: ', '无法说明变化：'),
  /** Where a bridge or a chart of one is to come. */
  bridgeComes: phrase('The bridge is being worked out…', '正在计算缺口分解……'),
  risks: phrase('Risks', '风险'),
  risk: (year: string, change: string, later: string | null, laterYear: string) =>
    later === null
      ? phrase(`${year} gap ${change} kt against this scenario.`, `${year}年缺口较本情景 ${change} 千吨。`)
      : phrase(`${year} gap ${change} kt against this scenario, ${laterYear} ${later} kt.`, `较本情景：${year}年缺口 ${change} 千吨，${laterYear}年 ${later} 千吨。`),
  openFindings: (count: number) =>
    count === 0
      ? phrase('No finding is open.', '没有待核事项。')
      : phrase(`${count} ${count === 1 ? 'finding is' : 'findings are'} open; they stand on the page of sources.`, `有 ${count} 项待核事项，列于来源页。`),
} as const;

/** The table of the balance and the page of sectors. */
export const tableMessages = {
  balance: phrase('Monthly balance, t blank-equivalent', '月度平衡表，吨（折毛坯）'),
  sectorMonths: phrase('Demand by sector and month, kt blank-equivalent', '分行业月度需求，千吨（折毛坯）'),
  sectorMonthsNote: phrase('The darker a cell, the further its month lies above the sector’s own average.', '底色越深，表示该月高于该行业自身均值越多。'),
  sectorYears: phrase('Demand by sector and year, kt blank-equivalent', '分行业年度需求，千吨（折毛坯）'),
  sector: phrase('Sector', '行业'),
  change: (year: string) => phrase(`${year} on year`, `${year}同比`),
  shareOf: (year: string) => phrase(`Share ${year}`, `${year}占比`),
  total: phrase('Domestic demand', '国内需求'),
  growthTitle: (year: string, growth: Phrase) => phrase(`Domestic demand of ${year} is ${growth.en} on the year before`, `${year}年国内需求同比${growth.zh}`),
  growthSubtitle: phrase('Domestic demand, change on the same month of the year before, %', '国内需求，月度同比，%'),
  growthNeutral: phrase('Domestic demand on the year before', '国内需求同比'),
  intensity: phrase('Magnets per unit: stated and implied', '单耗：所述与推算'),
  intensityNote: phrase(
    'Stated: what a source or the analyst gives; a range where the workbook holds one. Implied: demand over volume, which is what the balance uses. Marked * where it lies outside the range.',
    '所述：来源或分析师给出的数值，有合理区间的列出区间。推算：需求除以产量，即平衡表所用数值。超出区间者以 * 标出。',
  ),
  stated: (year: string) => phrase(`${year} stated`, `${year} 所述`),
  implied: (year: string) => phrase(`${year} implied`, `${year} 推算`),
  range: phrase('Range', '合理区间'),
  stackTitle: (name: Phrase, share: string, year: string) => phrase(`${name.en} is the largest named use, ${share} of demand in ${year}`, `${name.zh}是最大的已列明用途，占${year}年需求的 ${share}`),
} as const;

/** Exports, chain, scenarios, price, assumptions, sources. */
export const partMessages = {
  exportsTitle: (year: string, exports: string, lost: string) =>
    phrase(`Exports of ${year} come to ${exports} kt finished; ${lost} kt of orders are diverted`, `${year}年出口 ${exports} 千吨（成品），流失订单 ${lost} 千吨`),
  exportsPlain: (year: string, exports: string, growth: Phrase, before: string) => phrase(`Exports of ${year} come to ${exports} kt finished, ${growth.en} on ${before}`, `${year}年出口 ${exports} 千吨（成品），同比${growth.zh}`),
  exportsAlone: (year: string, exports: string) => phrase(`Exports of ${year} come to ${exports} kt finished`, `${year}年出口 ${exports} 千吨（成品）`),
  exportsSubtitle: phrase('kt finished per month · line: without control · actual solid, estimate hollow, forecast light', '千吨（成品）/月 · 线：无管制基准 · 实际为实心，估计为空心，预测为浅色'),
  exportsTable: phrase('Exports by month, t finished', '月度出口，吨（成品）'),
  base: phrase('without control', '无管制'),
  backlog: phrase('backlog', '积压'),
  events: phrase('Events', '事件'),
  active: phrase('in force in this scenario', '本情景中生效'),
  inactive: phrase('not part of this scenario', '本情景中未计入'),
  markOnChart: (number: number) => phrase(`mark ${number} on the chart`, `图中标记 ${number}`),
  event: (title: Phrase, states: readonly Phrase[], detail: Phrase) => {
    const [en, zh] = [states.map((one) => one.en).join('; '), states.map((one) => one.zh).join('；')];
    return phrase(`${title.en}${en === '' ? '' : ` (${en})`}. ${detail.en}`, `${title.zh}${zh === '' ? '' : `（${zh}）`}。${detail.zh}`);
  },
  flow: (year: string, products: string, share: string) =>
    phrase(`Of the PrNd oxide of ${year}, ${products} kt or ${share} ends in finished magnets`, `${year}年氧化镨钕中，${products} 千吨（${share}）进入成品磁材`),
  flowSubtitle: (year: string) => phrase(`Material chain of ${year}, t PrNd oxide equivalent`, `${year}年原料链，吨（折氧化镨钕）`),
  primary: phrase('Quotas, imports, end of life', '配额、进口、报废回收'),
  scrapIn: phrase('New scrap returned', '新废料回用'),
  fromStock: phrase('From stock', '动用库存'),
  oxide: phrase('PrNd oxide', '氧化镨钕'),
  products: phrase('Finished magnets', '成品磁材'),
  losses: phrase('Losses in reduction and melting', '还原与熔炼损耗'),
  scrapOut: phrase('New scrap recovered', '回收的新废料'),
  scrapLost: phrase('New scrap not recovered', '未回收的新废料'),
  toStock: phrase('To stock', '转入库存'),
  noChain: phrase('The workbook holds no complete material chain.', '工作簿中没有完整的原料链。'),
  capacityTitle: (rate: string, year: string) => phrase(`Plants run at ${rate} of nameplate in ${year}`, `${year}年开工率为名义产能的 ${rate}`),
  capacityNeutral: phrase('Output against what could be made', '产量与可产上限'),
  capacitySubtitle: phrase('kt blank-equivalent per month', '千吨（折毛坯）/月'),
  output: phrase('output', '产量'),
  nameplate: phrase('nameplate', '名义产能'),
  materialLimit: phrase('material limit', '原料上限'),
  binding: phrase('What decided supply', '供应由何决定'),
  bindingMonths: (count: number, from: string, to: string) => phrase(`${count} ${count === 1 ? 'month' : 'months'}, ${from} to ${to}`, `${count} 个月，${from}至${to}`),
  scenariosTitle: (name: Phrase, change: string, year: string) => phrase(`${name.en} moves the gap of ${year} most: ${change} kt against Base`, `${name.zh}对${year}年缺口影响最大：较基准 ${change} 千吨`),
  scenariosNeutral: phrase('The monthly gap of every scenario', '各情景的月度缺口'),
  scenarioGaps: phrase('Gap by scenario, kt blank-equivalent', '各情景缺口，千吨（折毛坯）'),
  scenario: phrase('Scenario', '情景'),
  lessBase: (year: string) => phrase(`${year} less Base`, `${year} 减基准`),
  lowest: phrase('Lowest month', '最低月份'),
  oneScenario: phrase('The workbook has one scenario; there is nothing to compare it with.', '工作簿只有一个情景，无可对比。'),
  priceTitle: (month: Phrase, price: string) => phrase(`52UH stands at ${price} yuan/kg in ${month.en}`, `${month.zh} 52UH 为 ${price} 元/千克`),
  priceNeutral: phrase('Price of 52UH', '52UH 价格'),
  priceSubtitle: phrase('yuan/kg, 13% VAT included · cost: rare earths and other inputs', '元/千克，含 13% 增值税 · 成本：稀土及其他投入'),
  priceTable: phrase('Price and cost, yuan/kg', '价格与成本，元/千克'),
  price: phrase('price', '价格'),
  cost: phrase('cost', '成本'),
  priceHead: phrase('Price', '价格'),
  costHead: phrase('Cost', '成本'),
  longRun: phrase('Long-run price', '长期价格'),
  noPrice: phrase('The workbook holds no price.', '工作簿中没有价格。'),
  drivers: phrase('Volumes and magnets per unit', '产量与单耗'),
  others: phrase('Other assumptions', '其他假设'),
  input: phrase('Input', '输入项'),
  value: phrase('Value', '数值'),
  grade: phrase('Grade', '等级'),
  gradeNote: phrase('A quoted from a source, B derived from quoted figures, C judgement.', 'A 为引自来源，B 为由引用数据推算，C 为判断。'),
  differences: phrase('Differences from Base', '与基准的差异'),
  noDifferences: phrase('This scenario is the one that the others differ from.', '本情景即为其他情景的基准。'),
  period: phrase('Period', '期间'),
  baseSays: phrase('Base', '基准'),
  scenarioSays: phrase('This scenario', '本情景'),
  sources: phrase('Sources', '来源'),
  findings: phrase('Open findings', '待核事项'),
  noFindings: phrase('Nothing is open.', '没有待核事项。'),
  wholeWorkbook: phrase('whole workbook', '整个工作簿'),
} as const;

/** What an element adds to the cost of a blank. */
export const elementCost = {
  prnd: phrase('PrNd', '镨钕'),
  dysprosium: phrase('Dysprosium', '镝'),
  terbium: phrase('Terbium', '铽'),
} as const;
