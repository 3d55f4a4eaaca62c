/** Sentences of what sources say against each other and against the balance. */
import { formatRunLong } from '../format.ts';
import type { Finding, FindingCode } from '../model/balance.ts';
import type { UnitId } from '../model/unit.ts';
import type { FindingValues } from './findingValues.ts';
import { phrase, type Language, type Phrase } from './phrase.ts';
import { unitNames } from './units.ts';

type ClaimCode = Extract<FindingCode, 'growth-inconsistent' | 'claims-disagree' | 'statement-contradicted'>;

/** A figure of a source in its unit, with as many digits as it needs. */
function figure(finding: Finding, key: string, language: Language): string {
  const value = Number(finding.values[key] ?? 0);
  const [whole = '', part] = String(Number(value.toPrecision(6))).split('.');
  const unit = String(finding.values['unit'] ?? '');
  const name = Object.hasOwn(unitNames, unit) ? unitNames[unit as UnitId][language] : unit;
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`} ${name}`;
}

/** "2025", "2025-05", "2025-01/2025-04", as a sentence names it. */
function periodOf(finding: Finding, language: Language): string {
  const [from = '', until = from] = String(finding.values['period'] ?? '').split('/');
  return formatRunLong(from, until, language);
}

function percentOf(finding: Finding, key: string): string {
  const value = Number(finding.values[key] ?? 0);
  return `${value > 0 ? '+' : ''}${(value * 100).toFixed(1)}%`;
}

const directions: Readonly<Record<string, Phrase>> = {
  up: phrase('not higher than in as many months before', '并未高于之前同样月数'),
  down: phrase('not lower than in as many months before', '并未低于之前同样月数'),
  shortage: phrase('no shortage', '并非短缺'),
  surplus: phrase('no surplus', '并非过剩'),
};

export const claimFindings: Readonly<Record<ClaimCode, (values: FindingValues, finding: Finding) => Phrase>> = {
  'growth-inconsistent': ({ text }, finding) => {
    const [implied, stated] = [percentOf(finding, 'implied'), percentOf(finding, 'stated')];
    return phrase(
      `${text('metricEn')}, ${periodOf(finding, 'en')}: ${figure(finding, 'value', 'en')} is ${implied} on the year before, while the source states ${stated} (${text('locator')}). With that growth it would be ${figure(finding, 'expected', 'en')}.`,
      `${text('metricZh')}，${periodOf(finding, 'zh')}：${figure(finding, 'value', 'zh')}相当于同比 ${implied}，而来源称 ${stated}（${text('locator')}）。按该增速应为 ${figure(finding, 'expected', 'zh')}。`,
    );
  },
  'claims-disagree': ({ text }, finding) => {
    const difference = percentOf(finding, 'difference');
    return phrase(
      `${text('metricEn')}, ${periodOf(finding, 'en')}: sources differ by ${difference}, ${figure(finding, 'low', 'en')} (${text('lowAt')}) against ${figure(finding, 'high', 'en')} (${text('highAt')}). Decide which one the cell holds.`,
      `${text('metricZh')}，${periodOf(finding, 'zh')}：各来源相差 ${difference}，${figure(finding, 'low', 'zh')}（${text('lowAt')}）对 ${figure(finding, 'high', 'zh')}（${text('highAt')}）。请决定采用哪一个。`,
    );
  },
  'statement-contradicted': ({ text }) => {
    const said = directions[text('direction')] ?? phrase('different', '与之不同');
    const months = (language: Language): string => formatRunLong(text('from'), text('to'), language);
    // Without quotation marks: what stands in a workbook is what a source says, not always in its words.
    const line = text('lineEn').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
    return phrase(
      `A source says: ${text('textEn')} The balance shows ${line} of ${months('en')} as ${said.en}. Check the months or the statement.`,
      `来源称：${text('textZh')}平衡表中${months('zh')}的${text('lineZh')}${said.zh}。请核对相关月份或该说法。`,
    );
  },
};
