/** What is wrong with a report before it is printed, each with the page on which it stands. The rest of the report prints. */
import { formatMonth } from '../format.ts';
import { heads } from '../messages/heads.ts';
import { resultNames } from '../messages/names.ts';
import type { Language, Phrase } from '../messages/phrase.ts';
import type { MonthlyQuantity } from '../model/balance.ts';
import { rootScenarioId } from '../model/computeBalance.ts';
import type { PageKind } from '../model/reportSettings.ts';
import type { UnboundReason } from './boundText.ts';
import type { ReportContext } from './reportContext.ts';

export type ReportFinding = {
  /** The id of the page. */
  readonly page: string;
  readonly reason: UnboundReason | 'logo-unreadable' | 'months-missing' | 'scenario-empty';
  /** What it is about: a reference without its braces, a line with its months, a scenario. */
  readonly reference: Phrase;
};

type OfPage = Omit<ReportFinding, 'page'>;

/** How many months a finding names before it says how many more there are. */
const namedMonths = 3;

type Line = { readonly name: Phrase; readonly line: MonthlyQuantity | undefined; readonly begins?: boolean };

/** The lines that a page cannot do without. */
function neededLines({ balance }: ReportContext, kind: PageKind): readonly Line[] {
  switch (kind) {
    case 'headline':
      return [{ name: resultNames.gap, line: balance.gap }];
    case 'balance':
      return [
        { name: resultNames.supply, line: balance.supply },
        { name: resultNames.demandTotal, line: balance.demandTotal },
        { name: resultNames.exports, line: balance.exports },
      ];
    case 'sectors':
      return [{ name: resultNames.demandTotal, line: balance.demandTotal }];
    case 'exports':
      return [{ name: resultNames.exportsFinished, line: balance.exportsDetail.exports }];
    case 'price':
      return [{ name: heads.price, line: balance.price?.price, begins: true }];
    default:
      return [];
  }
}

/** A price begins where it is first known; other lines belong to every month that is shown. */
function expectedOf(shown: ReportContext['shown'], { line, begins = false }: Line): ReportContext['shown'] {
  return begins ? shown.slice(Math.max(0, shown.findIndex(({ at }) => (line?.values[at] ?? null) !== null))) : shown;
}

function missingMonths({ shown }: ReportContext, needed: Line): readonly OfPage[] {
  const { name, line } = needed;
  const months = line ? expectedOf(shown, needed).filter(({ at }) => (line.values[at] ?? null) === null).map(({ month }) => month) : [];
  if (months.length === 0) return [];
  const named = (language: Language): string => months.slice(0, namedMonths).map((month) => formatMonth(month, language)).join(language === 'zh' ? '、' : ', ');
  const more = months.length > namedMonths ? ` +${months.length - namedMonths}` : '';
  return [{ reason: 'months-missing', reference: { en: `${name.en}, ${named('en')}${more}`, zh: `${name.zh}，${named('zh')}${more}` } }];
}

/** What a standard page lacks: months without a number, or a scenario that says nothing of its own. */
export function pageFindings(context: ReportContext, kind: PageKind): readonly OfPage[] {
  const { workbook, scenario, name } = context;
  const found = neededLines(context, kind).flatMap((line) => missingMonths(context, line));
  if (kind !== 'assumptions' || scenario === rootScenarioId(workbook)) return found;
  const own = workbook.scenarios[scenario];
  const isEmpty = own !== undefined && Object.keys(own.overlays).length === 0 && (own.packages ?? []).length === 0;
  return isEmpty ? [...found, { reason: 'scenario-empty', reference: name }] : found;
}
