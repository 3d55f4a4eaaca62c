/** What the two ends of a bridge are called: scenarios by their names, vintages by theirs or by their days, months by the range. */
import { formatDate, formatRun } from '../format.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import type { Workbook } from '../model/workbook.ts';
import type { BridgeJob } from './bridgeJob.ts';
import type { View } from './bridgeVintages.ts';
import type { MonthRange } from './gapSum.ts';

export type BridgeEnds = { readonly from: Phrase; readonly to: Phrase };

/** "Apr – Jun 2025", the one month, or the year where it is a whole one. */
export function rangeName({ from, to }: MonthRange): Phrase {
  const [year] = from.split('-');
  if (year !== undefined && from === `${year}-01` && to === `${year}-12`) return phrase(year, `${year}年`);
  return phrase(formatRun(from, to, 'en'), formatRun(from, to, 'zh'));
}

/** A day in both languages. */
export function dateName(date: string): Phrase {
  return phrase(formatDate(date, 'en'), formatDate(date, 'zh'));
}

/** The vintage where it is seen on its own day, else the day. */
function viewName({ vintages }: Pick<Workbook, 'vintages'>, { asOf, vintage }: View): Phrase {
  const held = vintage !== null && Object.hasOwn(vintages, vintage) ? vintages[vintage] : undefined;
  return held?.asOf === asOf ? held.name : dateName(asOf);
}

export function bridgeEnds(workbook: Pick<Workbook, 'scenarios' | 'vintages'>, job: BridgeJob): BridgeEnds {
  if (job.kind === 'months') return { from: rangeName(job.from), to: rangeName(job.to) };
  if (job.kind === 'vintages') return { from: viewName(workbook, job.from), to: viewName(workbook, job.to) };
  const nameOf = (id: string): Phrase => (Object.hasOwn(workbook.scenarios, id) ? workbook.scenarios[id]?.name : undefined) ?? phrase(id, id);
  return { from: nameOf(job.from), to: nameOf(job.to) };
}
