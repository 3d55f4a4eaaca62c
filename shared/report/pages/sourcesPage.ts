/** Every source that the scenario reads, and what is still open: findings of the balance and of what sources say. */
import { allFindings } from '../../claims/checks.ts';
import { severityNames } from '../../messages/cli.ts';
import { findingTextIn } from '../../messages/findings.ts';
import { heads } from '../../messages/heads.ts';
import { pathName, resultNames } from '../../messages/names.ts';
import type { Phrase } from '../../messages/phrase.ts';
import { partMessages as say, reportMessages } from '../../messages/report.ts';
import { formatPeriod } from '../../format.ts';
import type { Finding } from '../../model/balance.ts';
import type { ListItem, ReportPage } from '../page.ts';
import type { ReportContext } from '../reportContext.ts';
import { pathsUnder, sourceText } from '../sourceNotes.ts';

const rank: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** The cell or line that a finding is about, in words. */
function placeText({ workbook, language }: ReportContext, place: string | null): string {
  if (place === null) return say.wholeWorkbook[language];
  const [path = '', period] = place.split('@');
  if (period === undefined) return formatPeriod(path, language);
  const lines: Readonly<Record<string, Phrase>> = { ...resultNames, price: heads.price };
  const name = (Object.hasOwn(lines, path) ? (lines[path] ?? pathName(workbook, path)) : pathName(workbook, path))[language];
  return period === 'all' ? name : `${name}${language === 'zh' ? '，' : ', '}${formatPeriod(period, language)}`;
}

/** What these say begins with what it is about. */
const namesItsPlace: ReadonlySet<Finding['code']> = new Set<Finding['code']>(['growth-inconsistent', 'claims-disagree']);

function findingItem(context: ReportContext, finding: Finding): ListItem {
  const { workbook, language } = context;
  const severity = severityNames[finding.severity][language];
  const place = namesItsPlace.has(finding.code) ? '' : `${placeText(context, finding.place)}${language === 'zh' ? '：' : ': '}`;
  return { term: severity.charAt(0).toUpperCase() + severity.slice(1), text: place + findingTextIn(workbook, finding)[language] };
}

export function sourcesPage(context: ReportContext, landscape: boolean): ReportPage {
  const { workbook, balance, inputs, language } = context;
  const used = new Map<string, Set<string>>();
  for (const path of pathsUnder(inputs, [''])) {
    for (const { source } of Object.values(inputs.series(path)?.cells ?? {})) {
      if (source === undefined || !Object.hasOwn(workbook.sources, source)) continue;
      used.set(source, (used.get(source) ?? new Set()).add(pathName(workbook, path)[language]));
    }
  }
  const sources = [...used.keys()]
    .flatMap((id) => workbook.sources[id] ?? [])
    .sort((a, b) => (a.date === b.date ? (a.title < b.title ? -1 : 1) : a.date < b.date ? 1 : -1))
    .map((source): ListItem => ({ text: sourceText(source, language) }));
  const findings = [...allFindings(workbook, balance)]
    .filter(({ severity }) => severity !== 'info')
    .sort((a, b) => rank[a.severity] - rank[b.severity])
    .map((finding) => findingItem(context, finding));
  return {
    id: 'sources',
    title: reportMessages.pageTitles.sources[language],
    landscape,
    blocks: [
      { kind: 'heading', level: 1, text: reportMessages.pageTitles.sources[language] },
      { kind: 'heading', level: 2, text: say.findings[language] },
      ...(findings.length === 0 ? [{ kind: 'text' as const, tone: 'body' as const, text: say.noFindings[language] }] : [{ kind: 'list' as const, items: findings, termWidth: 14, size: 'small' as const }]),
      { kind: 'heading', level: 2, text: say.sources[language] },
      { kind: 'list', items: sources, size: 'small' },
    ],
    foot: [],
    notes: {},
  };
}
