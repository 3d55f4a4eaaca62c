/** What happens to exports, by date: title, day, kind, what it concerns, the times in which a restriction does not hold, its text and source. */
import { X } from 'lucide-react';
import { commands } from '../../shared/commands/registry.ts';
import type { EditEventArgs } from '../../shared/commands/events.ts';
import { removedEntry } from '../../shared/messages/commands.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { eventKinds, exportCategories, fieldOf, structure as say } from '../../shared/messages/structure.ts';
import type { EventId, ExportCategory, MarketEvent, Workbook } from '../../shared/model/workbook.ts';
import type { Session } from '../store/session.ts';
import { AddForm, NewName, nameOf, runs, textOf } from './AddForm.tsx';
import { DraftField } from './DraftField.tsx';
import { EventDetails } from './EventDetails.tsx';
import { focusAfterRemoval } from './focusAfterRemoval.ts';
import { EventParameters } from './EventParameters.tsx';
import { NameFields } from './NameFields.tsx';
import { RowButtons } from './RowButtons.tsx';
import type { SectionProps } from './SectorSection.tsx';

const kinds: readonly MarketEvent['kind'][] = ['restrict', 'ease', 'note'];
const categories: readonly ExportCategory[] = ['controlled', 'uncontrolled'];

function isKind(text: string): text is MarketEvent['kind'] {
  return Object.hasOwn(eventKinds, text);
}

function KindOptions({ language }: { readonly language: Language }) {
  return kinds.map((kind) => (
    <option key={kind} value={kind}>
      {eventKinds[kind][language]}
    </option>
  ));
}

type EventProps = { readonly session: Session; readonly id: EventId; readonly event: MarketEvent; readonly language: Language; readonly workbook: Workbook };

function Suspensions({ session, id, event, language }: EventProps) {
  const edit = (suspended: EditEventArgs['suspended'] & object): boolean => runs(session, commands.editEvent, { event: id, suspended });
  const label = fieldOf(event.title, say.suspended);
  return (
    <ul className="nested">
      {event.suspended.map((span, at) => (
        <li key={`${span.from}-${span.to}`} className="entry dates spans">
          <span className="muted">{say.suspended[language]}</span>
          <span>
            {span.from} – {span.to}
          </span>
          <button
            type="button"
            className="sign"
            aria-label={removedEntry({ en: `${label.en} ${span.from}`, zh: `${label.zh} ${span.from}` })[language]}
            onClick={({ currentTarget }) => {
              const goOn = focusAfterRemoval(currentTarget);
              edit(event.suspended.filter((_, other) => other !== at));
              queueMicrotask(goOn);
            }}
          >
            <X size={14} strokeWidth={1.6} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <AddForm action={say.addSuspension[language]} className="dates" onAdd={(form) => edit([...event.suspended, { from: textOf(form, 'from'), to: textOf(form, 'to') }])}>
          <span className="muted">{say.suspended[language]}</span>
          <input className="field date" type="date" name="from" aria-label={fieldOf(label, say.from)[language]} />
          <input className="field date" type="date" name="to" aria-label={fieldOf(label, say.to)[language]} />
        </AddForm>
      </li>
    </ul>
  );
}

function EventRow(props: EventProps) {
  const { session, workbook, id, event, language } = props;
  const edit = (changes: Omit<EditEventArgs, 'event'>): void => session.run(commands.editEvent, { event: id, ...changes });
  return (
    <li data-event={id}>
      <div className="entry events">
        <NameFields name={event.title} language={language} onCommit={(title) => edit({ title })} />
        <DraftField label={fieldOf(event.title, say.date)[language]} type="date" value={event.date} onCommit={(date) => edit({ date })} />
        <select
          className="field"
          aria-label={fieldOf(event.title, say.kind)[language]}
          value={event.kind}
          onChange={({ target }) => {
            if (isKind(target.value)) edit({ kind: target.value });
          }}
        >
          <KindOptions language={language} />
        </select>
        <span className="options" role="group" aria-label={fieldOf(event.title, say.scope)[language]}>
          {categories.map((category) => (
            <label key={category} className="option">
              <input
                type="checkbox"
                checked={event.scope.includes(category)}
                onChange={({ target }) => edit({ scope: categories.filter((one) => (one === category ? target.checked : event.scope.includes(one))) })}
              />
              {exportCategories[category][language]}
            </label>
          ))}
        </span>
        <RowButtons name={event.title} language={language} onRemove={() => session.run(commands.removeEvent, { event: id })} />
      </div>
      {event.kind === 'restrict' && <Suspensions {...props} />}
      {event.kind !== 'note' && <EventParameters session={session} workbook={workbook} id={id} event={event} language={language} />}
      <EventDetails {...props} />
    </li>
  );
}

export function EventSection({ session, workbook, language }: SectionProps) {
  const events = Object.entries(workbook.events).sort(([a, x], [b, y]) => (x.date === y.date ? (a < b ? -1 : 1) : x.date < y.date ? -1 : 1));
  const add = (form: FormData): boolean => {
    const kind = textOf(form, 'kind');
    if (!isKind(kind)) return false;
    const scope = categories.filter((category) => form.has(category));
    return runs(session, commands.addEvent, { title: nameOf(form), date: textOf(form, 'date'), kind, scope });
  };
  return (
    <>
      {events.length === 0 && <p className="muted">{say.noEvents[language]}</p>}
      <ul>
        {events.map(([id, event]) => (
          <EventRow key={id} session={session} workbook={workbook} id={id} event={event} language={language} />
        ))}
      </ul>
      <AddForm action={say.addEvent[language]} className="events" onAdd={add}>
        <NewName owner={say.newEvent} language={language} />
        <input className="field date" type="date" name="date" defaultValue={workbook.asOf} aria-label={fieldOf(say.newEvent, say.date)[language]} />
        <select className="field" name="kind" aria-label={fieldOf(say.newEvent, say.kind)[language]}>
          <KindOptions language={language} />
        </select>
        <span className="options" role="group" aria-label={fieldOf(say.newEvent, say.scope)[language]}>
          {categories.map((category) => (
            <label key={category} className="option">
              <input type="checkbox" name={category} defaultChecked />
              {exportCategories[category][language]}
            </label>
          ))}
        </span>
      </AddForm>
    </>
  );
}
