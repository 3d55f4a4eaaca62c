/** What the two ends of a bridge are called: scenarios by their names, vintages by theirs or by their days, months by the range. */
import { formatDate, formatMonth } from '../format.ts';
import { phrase, type Language, type Phrase } from '../messages/phrase.ts';
import type { Workbook } from '../model/workbook.ts';
import type { BridgeJob } from './bridgeJob.ts';
import type { View } from './bridgeVintages.ts';
import type { MonthRange } from './gapSum.ts';

export type BridgeEnds = { readonly from: Phrase; readonly to: Phrase };

/** "Jan 2025 – Dec 2025", or the one month. */
export function rangeName({ from, to }: MonthRange): Phrase {
  const text = (language: Language): string => (from === to ? formatMonth(from, language) : `${formatMonth(from, language)} – ${formatMonth(to, language)}`);
  return phrase(text('en'), text('zh'));
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
