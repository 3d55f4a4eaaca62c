/** The numbered events of a chart, under it. */
import { formatDate } from '../../../shared/format.ts';
import type { Language } from '../../../shared/messages/phrase.ts';
import type { MarketEvent } from '../../../shared/model/workbook.ts';

export function EventList({ events, language }: { readonly events: readonly MarketEvent[]; readonly language: Language }) {
  return (
    <div className="caption">
      {events.map((event, at) => (
        <p key={`${event.date} ${event.title.en}`}>
          <b>{at + 1}</b> {event.title[language]}, {formatDate(event.date, language)}
        </p>
      ))}
    </div>
  );
}
