/** One sentence for every finding of a balance: what stands out and, where something can be done, what to do. */
import { formatRunLong } from '../format.ts';
import type { Finding, FindingCode } from '../model/balance.ts';
import type { Workbook } from '../model/workbook.ts';
import { claimFindings } from './claimFindings.ts';
import type { FindingValues } from './findingValues.ts';
import { intensityFindings } from './intensityFindings.ts';
import { choiceNames } from './pathNames.ts';
import { pathName } from './names.ts';
import { phrase, type Language, type Phrase } from './phrase.ts';
import { releaseFindings } from './releaseFindings.ts';
import { sectorFindings } from './sectorFindings.ts';

/** Digits in groups of three, without asking the machine's locale. */
function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

function valuesOf(finding: Finding): FindingValues {
  const read = (key: string): string | number => finding.values[key] ?? '';
  const from = String(finding.values['month'] ?? finding.values['period'] ?? '');
  const until = String(finding.values['until'] ?? from);
  return {
    when: phrase(formatRunLong(from, until, 'en'), formatRunLong(from, until, 'zh')),
    during: phrase(`${from === until ? 'In' : 'From'} ${formatRunLong(from, until, 'en')}`, formatRunLong(from, until, 'zh')),
    inAll: from === until ? phrase('', '') : phrase(' in all', '合计 '),
    text: (key) => String(read(key)),
    tonnes: (key) => {
      const value = Number(read(key));
      // A tonnage that rounds to nothing is still more than nothing.
      return Math.abs(value) < 1 && value !== 0 ? '<1' : grouped(value);
    },
  };
}

function percent(value: number): string {
  return `${value > 0 ? '+' : ''}${(value * 100).toFixed(1)}%`;
}

const sentences: Readonly<Record<FindingCode, (values: FindingValues, finding: Finding) => Phrase>> = {
  'input-missing': ({ text, when }) =>
    text('period') === 'all'
      ? phrase('A value is missing here, and so is everything that depends on it. Type a value.', '此处缺少数值，依赖它的结果均缺失。请输入数值。')
      : phrase(`The value of ${when.en} is missing, and so is everything that depends on it. Type a value.`, `缺少 ${when.zh} 的数值，依赖它的结果均缺失。请输入数值。`),
  'year-to-date-above-annual': ({ text, tonnes }) =>
    phrase(
      `The known months of ${text('year')} sum to ${tonnes('known')}, more than the annual figure of ${tonnes('annual')}. Raise the annual figure or correct the months.`,
      `${text('year')} 年已知月份合计 ${tonnes('known')}，超过全年数 ${tonnes('annual')}。请提高全年数或更正月度数据。`,
    ),
  'annual-replaced-by-actuals': ({ text, tonnes }) =>
    phrase(
      `All months of ${text('year')} are known: their sum of ${tonnes('sum')} is used instead of the typed ${tonnes('typed')}.`,
      `${text('year')} 年各月均已知：采用其合计 ${tonnes('sum')}，而非输入的 ${tonnes('typed')}。`,
    ),
  'profile-sum-zero': ({ text }) =>
    phrase(`The monthly weights left for ${text('year')} are all zero, so the year cannot be split. Change the profile.`, `${text('year')} 年剩余月份的权重均为零，无法拆分全年数。请修改月度分布。`),
  'stock-overflow': ({ tonnes, during, inAll }) =>
    phrase(
      `${during.en} stocks would exceed their maximum by ${tonnes('tonnes')} t${inAll.en}, which leaves the balance. Supply would be cut before: lower it or raise the maximum.`,
      `${during.zh}库存将超出上限${inAll.zh || ' '}${tonnes('tonnes')} 吨，超出部分不再计入平衡。实际上供应会先行削减：请下调供应或提高上限。`,
    ),
  'demand-unmet': ({ tonnes, during, inAll }) =>
    phrase(
      `${during.en} stocks run out and ${tonnes('tonnes')} t of demand${inAll.en} goes unmet.`,
      `${during.zh}库存耗尽，${inAll.zh}${tonnes('tonnes')} 吨需求无法满足。`,
    ),
  'opening-stock-assumed': ({ tonnes }) =>
    phrase(`The opening stock of ${tonnes('tonnes')} t is an assumption; no stock is published.`, `期初库存 ${tonnes('tonnes')} 吨为假设值，并无公开库存数据。`),
  'plan-above-capacity': ({ tonnes, when, inAll }) =>
    phrase(
      `Planned output of ${when.en} exceeds capacity by ${tonnes('excess')} t${inAll.en}. Lower the output or raise the capacity.`,
      `${when.zh}计划产量超出产能${inAll.zh || ' '}${tonnes('excess')} 吨。请下调产量或提高产能。`,
    ),
  'plan-above-material': ({ tonnes, when, inAll }) =>
    phrase(
      `Planned output of ${when.en} exceeds what oxide allows by ${tonnes('excess')} t${inAll.en}. Lower the output, or raise the quota, the imports or the oxide stock.`,
      `${when.zh}计划产量超出氧化物可支撑的产量${inAll.zh || ' '}${tonnes('excess')} 吨。请下调产量，或提高指标、进口或氧化物库存。`,
    ),
  'oxide-unrecorded': ({ tonnes, during }) =>
    phrase(
      `${during.en} output uses more oxide than is recorded: the oxide stock falls to ${tonnes('tonnes')} t below zero.`,
      `${during.zh}产量所耗氧化物超过已记录来源：氧化物库存最低降至零以下 ${tonnes('tonnes')} 吨。`,
    ),
  'scrap-lag-not-whole': ({ text }) =>
    phrase(`The lag of scrap is counted in whole months, at least one: ${text('months')} is rounded.`, `废料回收滞后以整月计，至少一个月：${text('months')} 已取整。`),
  'stock-bounds-crossed': ({ tonnes }) =>
    phrase(
      `The minimum stock of ${tonnes('minimum')} t lies above the maximum of ${tonnes('maximum')} t, so no stock is computed. Lower the one or raise the other.`,
      `最低库存 ${tonnes('minimum')} 吨高于最高库存 ${tonnes('maximum')} 吨，无法计算库存。请下调前者或上调后者。`,
    ),
  'expansion-delay-negative': ({ text }) =>
    phrase(`The expansion would ramp up before its start: its delay is ${text('months')} months. Type 0 or more.`, `新增产能的延期为 ${text('months')} 个月，爬坡将早于投产。请输入不小于 0 的数值。`),
  'expansion-ramp-not-positive': ({ text }) =>
    phrase(`The expansion has no months to ramp up in: its ramp is ${text('months')}. Type 1 or more.`, `新增产能的爬坡期为 ${text('months')} 个月，无法爬坡。请输入不小于 1 的数值。`),
  'survey-coverage-not-positive': ({ text }) =>
    phrase(
      `The capacity survey covers ${text('value')} of the industry, so capacity cannot be scaled up. Type a share above zero.`,
      `产能调研覆盖率为 ${text('value')}，无法推算全行业产能。请输入大于零的数值。`,
    ),
  'yield-out-of-range': ({ text }) =>
    phrase(
      `${text('path')} is ${text('value')}, outside the range of a yield or a share, so what depends on it is missing. Yields lie above 0 and up to 1.`,
      `${text('path')} 为 ${text('value')}，超出收率或比例的取值范围，依赖它的结果均缺失。收率应大于 0 且不超过 1。`,
    ),
  'ratio-below-stoichiometry': ({ text }, finding) => {
    const factor = Number(finding.values['factor'] ?? 0).toFixed(4);
    return phrase(
      `${text('value')} t of oxide cannot make one tonne of metal: the metal alone holds ${factor} t. Type at least that.`,
      `${text('value')} 吨氧化物不足以制得 1 吨金属：按化学计量至少需 ${factor} 吨。请上调单耗。`,
    );
  },
  'imported-ore-above-smelting-quota': ({ text, tonnes }) =>
    phrase(
      `Imported ore of ${text('year')}, ${tonnes('ore')} t REO, exceeds the smelting quota of ${tonnes('quota')} t and leaves no domestic ore. Correct one of them.`,
      `${text('year')} 年进口矿 ${tonnes('ore')} 吨（REO）超过冶炼分离指标 ${tonnes('quota')} 吨，国内矿无指标可用。请更正其中之一。`,
    ),
  'quota-profile-invalid': () =>
    phrase('The monthly profile of the quota has no positive sum, or a negative month, so the quota cannot be split. Change the profile.', '指标月度分布合计不为正或含负值，无法分解指标。请修改月度分布。'),
  'exports-negative': ({ tonnes, when, inAll }) =>
    phrase(
      `Stockpiling takes ${tonnes('tonnes')} t${inAll.en} more from the exports of ${when.en} than are shipped. Make it smaller or spread it out.`,
      `${when.zh}囤货回吐量超出发运量${inAll.zh || ' '}${tonnes('tonnes')} 吨，出口为负。请减小或分散囤货量。`,
    ),
  'stockpile-unwind-no-months': () =>
    phrase(
      'The stockpile has no later months to unwind in, so its months are missing. Extend the horizon, move it earlier or switch the unwinding off.',
      '囤货之后没有可供回吐的月份，相应月份缺失。请延长展望期、提前囤货月份或关闭回吐。',
    ),
  'stockpile-unwind-no-base': () =>
    phrase(
      'The months after the stockpile have no base exports to unwind over, so its months are missing. Type the base-year exports or switch the unwinding off.',
      '囤货之后的月份没有基准出口可供分摊回吐，相应月份缺失。请补充基期出口或关闭回吐。',
    ),
  'price-anchor-missing': () =>
    phrase(
      'The price is not computed: it needs an anchor month, the price of that month and oxide prices up to it.',
      '未计算价格：需要锚定月份、该月价格以及截至该月的氧化物价格。',
    ),
  'price-margin-not-positive': ({ text }, finding) => {
    const cost = Number(finding.values['cost'] ?? 0).toFixed(1);
    return phrase(
      `The anchor price of ${text('price')} yuan/kg does not exceed its cost of ${cost}, so a shortage would lower the price. Check the anchor and the recipe.`,
      `锚定价格 ${text('price')} 元/公斤不高于成本 ${cost} 元/公斤，短缺反而会压低价格。请检查锚定价格与配方。`,
    );
  },
  'price-reference-cover-zero': () => phrase('The reference cover is zero, so the margin cannot answer to stocks. Type a number of days above zero.', '基准库存天数为零，利润无法对库存作出响应。请输入大于零的天数。'),
  'price-cost-missing': ({ when }) =>
    phrase(`The price stops in ${when.en}: the cost of that month or of the month before is missing.`, `价格在${when.zh}中断：当月或上月成本缺失。`),
  'price-cover-missing': ({ when }) => phrase(`The price stops in ${when.en}: the cover of the month before is missing.`, `价格在${when.zh}中断：上月库存天数缺失。`),
  'price-not-positive': ({ when }) =>
    phrase(`The price of ${when.en} would not be above zero and is left out. Check the shock and the anchor.`, `${when.zh}价格将不为正，已略去。请检查价格冲击与锚定价格。`),
  'residual-negative': ({ text, tonnes }) =>
    phrase(
      `In ${text('year')} the listed uses and exports exceed output: the residual use is ${tonnes('tonnes')} t. Check their basis and the output.`,
      `${text('year')} 年所列用途与出口之和超过产量，剩余用途为 ${tonnes('tonnes')} 吨。请检查其口径与产量。`,
    ),
  'actual-outside-horizon': ({ text }) =>
    phrase(
      `${text('path')} has ${text('count')} published ${text('count') === '1' ? 'number' : 'numbers'} outside ${text('first')} to ${text('last')}, from ${text('period')}, which the balance does not read. Extend the horizon to use them.`,
      `${text('path')} 有 ${text('count')} 个已公布数据在 ${text('first')} 至 ${text('last')} 年之外（始于 ${text('period')}），未纳入平衡。如需使用，请扩展时间范围。`,
    ),
  'residual-base-outside': ({ text }) =>
    phrase(
      `This use is what ${text('year')} leaves of its output, but the horizon, ${text('first')} to ${text('last')}, does not hold that year, so it is missing. Extend the horizon to it.`,
      `该用途以 ${text('year')} 年产量的余量为基准，而时间范围为 ${text('first')} 至 ${text('last')} 年，不含该年，因此缺失。请将时间范围扩展至该年。`,
    ),
  'implied-growth-extreme': ({ text }, finding) => {
    const growth = percent(Number(finding.values['growth'] ?? 0));
    const mode = choiceNames[text('mode')] ?? choiceNames['holdAnnual'] ?? phrase('', '');
    return phrase(
      `The mode “${mode.en}” implies ${growth} for the months of ${text('year')} still open against the same months a year before. Check the annual figure or the mode.`,
      `按“${mode.zh}”处理，${text('year')} 年剩余月份同比将为 ${growth}。请检查全年数或处理方式。`,
    );
  },
  ...sectorFindings,
  ...releaseFindings,
  ...claimFindings,
  ...intensityFindings,
};

/** The sentence of a finding that names rows, as the reader knows them instead of by their paths. */
export function findingTextIn(workbook: Pick<Workbook, 'sectors' | 'events' | 'expansions'>, finding: Finding): Phrase {
  const [first, second] = [finding.values['first'], finding.values['second']].map((path) => (typeof path === 'string' ? pathName(workbook, path) : null));
  if (!first || !second) return findingText(finding);
  const inWords = (language: Language): string => findingText({ ...finding, values: { ...finding.values, first: first[language], second: second[language] } })[language];
  return phrase(inWords('en'), inWords('zh'));
}

/** The sentence of a finding in both languages; its place is shown beside it. */
export function findingText(finding: Finding): Phrase {
  return sentences[finding.code](valuesOf(finding), finding);
}
