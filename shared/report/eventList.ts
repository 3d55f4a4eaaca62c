/** The numbered events of a chart in one line, for the foot of the chart. */
import { activeEvents } from '../charts/axis.ts';
import { formatDate } from '../format.ts';
import { phrase } from '../messages/phrase.ts';
import { headlineMessages } from '../messages/report.ts';
import type { ScenarioId } from '../model/workbook.ts';
import type { Block } from './page.ts';
import type { ReportContext } from './reportContext.ts';

/** "1 Export control, April 2025 (4 Apr 2025); 2 ..."; empty without events. */
export function eventsText({ workbook, language }: Pick<ReportContext, 'workbook' | 'language'>, scenario: ScenarioId): string {
  return activeEvents(workbook, scenario)
    .map((event, at) => headlineMessages.eventMark(at + 1, event.title, phrase(formatDate(event.date, 'en'), formatDate(event.date, 'zh')))[language])
    .join(language === 'zh' ? '；' : '; ');
}

/** The line as a block; no block without events. */
export function eventBlocks(context: Pick<ReportContext, 'workbook' | 'scenario' | 'language'>, scenario: ScenarioId = context.scenario): readonly Block[] {
  const text = eventsText(context, scenario);
  return text === '' ? [] : [{ kind: 'text', tone: 'small', text: `${headlineMessages.eventsOnChart[context.language]}${text}` }];
}
