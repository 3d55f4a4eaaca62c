/** Sentences on intensities that are not plausible. */
import type { Finding, FindingCode } from '../model/balance.ts';
import type { UnitId } from '../model/unit.ts';
import { phrase, type Language, type Phrase } from './phrase.ts';
import { unitNames } from './units.ts';

type IntensityCode = Extract<FindingCode, 'intensity-out-of-range' | 'intensity-change' | 'intensity-range-crossed'>;

/** With four significant digits: an intensity is never better known. */
function figure(finding: Finding, key: string): string {
  return String(Number(Number(finding.values[key] ?? 0).toPrecision(4)));
}

function unitOf(finding: Finding, language: Language): string {
  const unit = String(finding.values['unit'] ?? '');
  return Object.hasOwn(unitNames, unit) ? unitNames[unit as UnitId][language] : unit;
}

/** "2.7 to 7 kg/vehicle"; a range that is open on one side says the other. */
function rangeOf(finding: Finding, language: Language): string {
  const { low, high } = finding.values;
  const unit = unitOf(finding, language);
  if (low === undefined) return language === 'en' ? `up to ${figure(finding, 'high')} ${unit}` : `不超过 ${figure(finding, 'high')} ${unit}`;
  if (high === undefined) return language === 'en' ? `${figure(finding, 'low')} ${unit} or more` : `不低于 ${figure(finding, 'low')} ${unit}`;
  return language === 'en' ? `${figure(finding, 'low')} to ${figure(finding, 'high')} ${unit}` : `${figure(finding, 'low')}–${figure(finding, 'high')} ${unit}`;
}

function percentOf(finding: Finding, key: string): string {
  const value = Number(finding.values[key] ?? 0);
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value * 100).toFixed(1)}%`;
}

export const intensityFindings: Readonly<Record<IntensityCode, (values: unknown, finding: Finding) => Phrase>> = {
  'intensity-out-of-range': (_values, finding) => {
    const { year } = finding.values;
    const value = figure(finding, 'value');
    return phrase(
      `In ${year} the intensity is ${value} ${unitOf(finding, 'en')}, outside its plausible range of ${rangeOf(finding, 'en')}. Check volume, demand and basis, or the range.`,
      `${year} 年单耗为 ${value} ${unitOf(finding, 'zh')}，超出合理区间（${rangeOf(finding, 'zh')}）。请核对数量、需求与口径，或调整区间。`,
    );
  },
  'intensity-change': (_values, finding) => {
    const { year } = finding.values;
    const more = Number(((Math.abs(Number(finding.values['change'] ?? 0)) > Number(finding.values['threshold'] ?? 0) ? 1 : 0.5) * Number(finding.values['threshold'] ?? 0) * 100).toFixed(1));
    return phrase(
      `The intensity of ${year} changes by ${percentOf(finding, 'change')} on the year before, more than ${more}%. Check that technology explains it.`,
      `${year} 年单耗较上年变动 ${percentOf(finding, 'change')}，超过 ${more}%。请核对技术变化能否解释。`,
    );
  },
  'intensity-range-crossed': (_values, finding) =>
    phrase(
      `The plausible range of the intensity begins at ${figure(finding, 'low')} and ends at ${figure(finding, 'high')} ${unitOf(finding, 'en')}, so it checks nothing. Correct one of them.`,
      `单耗合理区间下限 ${figure(finding, 'low')} 高于上限 ${figure(finding, 'high')} ${unitOf(finding, 'zh')}，无法用于检查。请更正其中之一。`,
    ),
};
