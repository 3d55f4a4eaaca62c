/** One sentence for every finding of a balance: what stands out and, where something can be done, what to do. */
import type { Finding, FindingCode } from '../model/balance.ts';
import type { UnitId } from '../model/unit.ts';
import { phrase, type Language, type Phrase } from './phrase.ts';
import { unitNames } from './units.ts';

type Values = {
  text(key: string): string;
  /** Tonnes rounded for reading. */
  tonnes(key: string): string;
};

/** Digits in groups of three, without asking the machine's locale. */
function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

function valuesOf(finding: Finding): Values {
  const read = (key: string): string | number => finding.values[key] ?? '';
  return {
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

/** A figure of a source in its unit, with as many digits as it needs. */
function figure(finding: Finding, key: string, language: Language): string {
  const value = Number(finding.values[key] ?? 0);
  const [whole = '', part] = String(Number(value.toPrecision(6))).split('.');
  const unit = String(finding.values['unit'] ?? '');
  const name = Object.hasOwn(unitNames, unit) ? unitNames[unit as UnitId][language] : unit;
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`} ${name}`;
}

const directions: Readonly<Record<string, Phrase>> = {
  up: phrase('not higher than in as many months before', '并未高于之前同样月数'),
  down: phrase('not lower than in as many months before', '并未低于之前同样月数'),
  shortage: phrase('no shortage', '并非短缺'),
  surplus: phrase('no surplus', '并非过剩'),
};

const sentences: Readonly<Record<FindingCode, (values: Values, finding: Finding) => Phrase>> = {
  'input-missing': ({ text }) =>
    phrase(`${text('path')} has no value for ${text('period')}; everything that depends on it is missing. Type a value.`, `${text('path')} 缺少 ${text('period')} 的数值，依赖它的结果均缺失。请输入数值。`),
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
  'stock-overflow': ({ text, tonnes }) =>
    phrase(
      `In ${text('month')} stocks would exceed their maximum by ${tonnes('tonnes')} t, which leaves the balance. Supply would be cut before: lower it or raise the maximum.`,
      `${text('month')} 库存将超出上限 ${tonnes('tonnes')} 吨，超出部分不再计入平衡。实际上供应会先行削减：请下调供应或提高上限。`,
    ),
  'demand-unmet': ({ text, tonnes }) =>
    phrase(
      `In ${text('month')} stocks run out and ${tonnes('tonnes')} t of demand goes unmet.`,
      `${text('month')} 库存耗尽，${tonnes('tonnes')} 吨需求无法满足。`,
    ),
  'opening-stock-assumed': ({ tonnes }) =>
    phrase(`The opening stock of ${tonnes('tonnes')} t is an assumption; no stock is published.`, `期初库存 ${tonnes('tonnes')} 吨为假设值，并无公开库存数据。`),
  'plan-above-capacity': ({ text, tonnes }) =>
    phrase(
      `Planned output of ${text('month')} exceeds capacity by ${tonnes('excess')} t. Lower the output or raise the capacity.`,
      `${text('month')} 计划产量超出产能 ${tonnes('excess')} 吨。请下调产量或提高产能。`,
    ),
  'residual-negative': ({ text, tonnes }) =>
    phrase(
      `In ${text('year')} the listed uses and exports exceed output: the residual use is ${tonnes('tonnes')} t. Check their basis and the output.`,
      `${text('year')} 年所列用途与出口之和超过产量，剩余用途为 ${tonnes('tonnes')} 吨。请检查其口径与产量。`,
    ),
  'implied-growth-extreme': ({ text }, finding) => {
    const growth = percent(Number(finding.values['growth'] ?? 0));
    return phrase(
      `Holding the annual figure of ${text('year')} implies ${growth} for the months still open against the same months a year before. Check the annual figure.`,
      `若保持 ${text('year')} 年全年数不变，剩余月份同比将为 ${growth}。请检查全年数。`,
    );
  },
  'growth-inconsistent': ({ text }, finding) => {
    const [implied, stated] = [percent(Number(finding.values['implied'] ?? 0)), percent(Number(finding.values['stated'] ?? 0))];
    return phrase(
      `${text('metricEn')}, ${text('period')}: ${figure(finding, 'value', 'en')} is ${implied} on the year before, while the source states ${stated} (${text('locator')}). With that growth it would be ${figure(finding, 'expected', 'en')}.`,
      `${text('metricZh')}，${text('period')}：${figure(finding, 'value', 'zh')} 相当于同比 ${implied}，而来源称 ${stated}（${text('locator')}）。按该增速应为 ${figure(finding, 'expected', 'zh')}。`,
    );
  },
  'claims-disagree': ({ text }, finding) => {
    const difference = percent(Number(finding.values['difference'] ?? 0));
    return phrase(
      `${text('metricEn')}, ${text('period')}: sources differ by ${difference}, ${figure(finding, 'low', 'en')} (${text('lowAt')}) against ${figure(finding, 'high', 'en')} (${text('highAt')}). Decide which one the cell holds.`,
      `${text('metricZh')}，${text('period')}：各来源相差 ${difference}，${figure(finding, 'low', 'zh')}（${text('lowAt')}）对 ${figure(finding, 'high', 'zh')}（${text('highAt')}）。请决定采用哪一个。`,
    );
  },
  'statement-contradicted': ({ text }) => {
    const said = directions[text('direction')] ?? phrase('different', '与之不同');
    const months = text('from') === text('to') ? text('from') : `${text('from')} – ${text('to')}`;
    return phrase(
      `A source says: “${text('textEn')}” The balance shows ${text('lineEn').toLowerCase()} of ${months} as ${said.en}. Check the months or the statement.`,
      `来源称：“${text('textZh')}”平衡表中 ${months} 的${text('lineZh')}${said.zh}。请核对相关月份或该说法。`,
    );
  },
};

/** The sentence of a finding in both languages; its place is shown beside it. */
export function findingText(finding: Finding): Phrase {
  return sentences[finding.code](valuesOf(finding), finding);
}
