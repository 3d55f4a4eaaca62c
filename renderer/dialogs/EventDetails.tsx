/** What happened, in both languages, and where it stands: shown behind a fold under the event. */
import { commands } from '../../shared/commands/registry.ts';
import { ownSourceId } from '../../shared/commands/events.ts';
import { ownSource } from '../../shared/messages/commands.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { fieldOf, structure as say } from '../../shared/messages/structure.ts';
import type { EventId, MarketEvent, SourceId, Workbook } from '../../shared/model/workbook.ts';
import type { Session } from '../store/session.ts';
import { DraftText } from './DraftText.tsx';

type Props = { readonly session: Session; readonly workbook: Workbook; readonly id: EventId; readonly event: MarketEvent; readonly language: Language };

/** Newest first; what the analyst enters without a source comes before all. */
function sourceChoices(sources: Workbook['sources']): readonly (readonly [SourceId, string])[] {
  const named = Object.entries(sources)
    .filter(([id]) => id !== ownSourceId)
    .sort(([, a], [, b]) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.title < b.title ? -1 : 1))
    .map(([id, { date, title }]) => [id, `${date}  ${title}`] as const);
  return [[ownSourceId, sources[ownSourceId]?.title ?? ownSource.title], ...named];
}

export function EventDetails({ session, workbook, id, event, language }: Props) {
  const { detail, title } = event;
  const write = (changed: Partial<typeof detail>): void => session.run(commands.editEvent, { event: id, detail: { ...detail, ...changed } });
  const field = (key: Language, lang: string, inLanguage: typeof say.english) => {
    const label = fieldOf(title, { en: `${say.detail.en}, ${inLanguage.en}`, zh: `${say.detail.zh}（${inLanguage.zh}）` })[language];
    return <DraftText label={label} lang={lang} value={detail[key]} onCommit={(text) => write({ [key]: text.trim() })} />;
  };
  return (
    <details>
      <summary>{say.eventText[language]}</summary>
      <div className="event-text">
        <span className="muted">
          {say.detail[language]} · {say.english[language]}
        </span>
        <span className="muted">
          {say.detail[language]} · {say.chinese[language]}
        </span>
        {field('en', 'en', say.english)}
        {field('zh', 'zh-CN', say.chinese)}
        <label className="wide">
          <span className="muted">{say.source[language]}</span>
          <select className="field" aria-label={fieldOf(title, say.source)[language]} value={event.source} onChange={({ target }) => session.run(commands.editEvent, { event: id, source: target.value })}>
            {sourceChoices(workbook.sources).map(([source, name]) => (
              <option key={source} value={source}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </details>
  );
}
