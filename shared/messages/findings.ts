/** One sentence for every finding of a balance: what stands out and, where something can be done, what to do. */
import type { Finding, FindingCode } from '../model/balance.ts';
import { claimFindings } from './claimFindings.ts';
import type { FindingValues } from './findingValues.ts';
import { choiceNames } from './pathNames.ts';
import { phrase, type Phrase } from './phrase.ts';
import { sectorFindings } from './sectorFindings.ts';

/** Digits in groups of three, without asking the machine's locale. */
function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

function valuesOf(finding: Finding): FindingValues {
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

const sentences: Readonly<Record<FindingCode, (values: FindingValues, finding: Finding) => Phrase>> = {
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
    const mode = choiceNames[text('mode')] ?? choiceNames['holdAnnual'] ?? phrase('', '');
    return phrase(
      `The mode “${mode.en}” implies ${growth} for the months of ${text('year')} still open against the same months a year before. Check the annual figure or the mode.`,
      `按“${mode.zh}”处理，${text('year')} 年剩余月份同比将为 ${growth}。请检查全年数或处理方式。`,
    );
  },
  ...sectorFindings,
  ...claimFindings,
};

/** The sentence of a finding in both languages; its place is shown beside it. */
export function findingText(finding: Finding): Phrase {
  return sentences[finding.code](valuesOf(finding), finding);
}
