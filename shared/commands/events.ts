/** Adding, editing and removing what happens to exports, and notes that only mark a day on the charts. */
import { addedEntry, editedEntry, entryKinds, ownSource, removedEntry } from '../messages/commands.ts';
import { isIsoDate } from '../model/period.ts';
import type { EventId, ExportCategory, LocalText, MarketEvent, SourceId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { cleanName, isSameText } from './cleanName.ts';
import type { Command } from './command.ts';
import { freshId } from './freshId.ts';
import { withoutPaths } from './withoutPaths.ts';
import { writeBaseCell } from './writeCell.ts';

/** Dates come as they were typed; the command says whether they are dates. */
export type EventFields = {
  readonly title: LocalText;
  readonly date: string;
  readonly kind: MarketEvent['kind'];
  readonly scope: readonly ExportCategory[];
  readonly suspended: readonly { readonly from: string; readonly to: string }[];
  readonly detail: LocalText;
  readonly source: SourceId;
};

export type AddEventArgs = Pick<EventFields, 'title' | 'date' | 'kind' | 'scope'> & Partial<EventFields>;
export type EditEventArgs = { readonly event: EventId } & Partial<EventFields>;

/** What the analyst enters without a source is the analyst's own; the source list says so. */
export const ownSourceId = 'ownEntry';

function findEvent(workbook: Workbook, id: EventId): Result<MarketEvent> {
  const event = Object.hasOwn(workbook.events, id) ? workbook.events[id] : undefined;
  return event ? ok(event) : fail('unknown-event', { place: id, values: { id } });
}

function eventName(workbook: Workbook, id: EventId): LocalText {
  const found = findEvent(workbook, id);
  return found.ok ? found.value.title : { en: id, zh: id };
}

function checkedDates(suspended: EventFields['suspended']): Result<MarketEvent['suspended']> {
  const spans: { from: MarketEvent['date']; to: MarketEvent['date'] }[] = [];
  for (const { from, to } of suspended) {
    if (!isIsoDate(from)) return fail('date-invalid', { values: { date: from } });
    if (!isIsoDate(to)) return fail('date-invalid', { values: { date: to } });
    if (from >= to) return fail('suspension-reversed', { values: { from, to } });
    spans.push({ from, to });
  }
  return ok(spans);
}

/** The event that the fields describe, or why there can be none. */
function checkedEvent(workbook: Workbook, fields: EventFields): Result<MarketEvent> {
  const title = cleanName(fields.title);
  if (!title.ok) return title;
  if (!isIsoDate(fields.date)) return fail('date-invalid', { values: { date: fields.date } });
  if (fields.kind !== 'note' && fields.scope.length === 0) return fail('event-scope-empty');
  const suspended = checkedDates(fields.suspended);
  if (!suspended.ok) return suspended;
  if (fields.source !== ownSourceId && !Object.hasOwn(workbook.sources, fields.source)) return fail('unknown-source', { values: { id: fields.source } });
  return ok({ ...fields, title: title.value, date: fields.date, suspended: suspended.value });
}

function withOwnSource(workbook: Workbook): Workbook {
  if (Object.hasOwn(workbook.sources, ownSourceId)) return workbook;
  const source = { title: ownSource.title, publisher: '', url: '', date: workbook.asOf, reliability: ownSource.reliability };
  return { ...workbook, sources: { ...workbook.sources, [ownSourceId]: source } };
}

export const addEvent: Command<AddEventArgs> = {
  name: 'add-event',
  label: (_workbook, { title }) => addedEntry(entryKinds.event, title),
  run(workbook, args) {
    const event = checkedEvent(workbook, { suspended: [], detail: { en: '', zh: '' }, source: ownSourceId, ...args });
    if (!event.ok) return event;
    const id = freshId(event.value.title.en, 'event', workbook.events);
    const sourced = event.value.source === ownSourceId ? withOwnSource(workbook) : workbook;
    const next = { ...sourced, events: { ...workbook.events, [id]: event.value } };
    // An event acts only where it is switched on, and who adds one means it to act.
    return ok(writeBaseCell(next, { path: `events/${id}/active`, period: 'all' }, 1));
  },
};

function isSameEvent(a: MarketEvent, b: MarketEvent): boolean {
  const plain = (event: MarketEvent): unknown[] => [event.date, event.kind, event.scope, event.suspended.map(({ from, to }) => [from, to]), event.source];
  return isSameText(a.title, b.title) && isSameText(a.detail, b.detail) && JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

export const editEvent: Command<EditEventArgs> = {
  name: 'edit-event',
  label: (workbook, { event, title }) => editedEntry(eventName(workbook, event), title),
  run(workbook, { event: id, ...changes }) {
    const before = findEvent(workbook, id);
    if (!before.ok) return before;
    const event = checkedEvent(workbook, { ...before.value, ...changes });
    if (!event.ok) return event;
    if (isSameEvent(event.value, before.value)) return ok(workbook);
    const sourced = event.value.source === ownSourceId ? withOwnSource(workbook) : workbook;
    return ok({ ...sourced, events: { ...workbook.events, [id]: event.value } });
  },
};

export const removeEvent: Command<{ readonly event: EventId }> = {
  name: 'remove-event',
  label: (workbook, { event }) => removedEntry(eventName(workbook, event)),
  run(workbook, { event: id }) {
    const event = findEvent(workbook, id);
    if (!event.ok) return event;
    const events = Object.fromEntries(Object.entries(workbook.events).filter(([key]) => key !== id));
    return ok({ ...withoutPaths(workbook, `events/${id}/`), events });
  },
};
