/** The export events of a scenario with their parameters, as the approval and the backlog take them. */
import type { ExportEvent } from './approval.ts';
import type { Finding } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { remember } from './remember.ts';
import { dateDayNumber, monthIndex, monthOfDate } from './period.ts';
import type { EventId, MarketEvent, SeriesPath, Workbook } from './workbook.ts';

export type ActiveEvents = {
  readonly events: readonly ExportEvent[];
  /** Month index of the first restriction in force; null without one. */
  readonly firstRestriction: number | null;
  /** Day from which an event acts whose parameters are missing: what passes is not known from then on. */
  readonly unknownFrom: number | null;
};

const parameters = {
  restrict: ['graceDays', 'controlledMidpoint', 'uncontrolledMidpoint', 'steepness', 'uncontrolledFloor'],
  ease: ['level'],
  note: [],
} as const satisfies Record<MarketEvent['kind'], readonly string[]>;

const eventOf = remember((event: MarketEvent, ...values: readonly number[]): ExportEvent => {
  const day = dateDayNumber(event.date);
  const at = (position: number): number => values[position] ?? 0;
  if (event.kind === 'ease') return { kind: 'ease', scope: event.scope, day, level: at(0) };
  const suspended = event.suspended.map(({ from, to }) => [dateDayNumber(from), dateDayNumber(to)] as const);
  return { kind: 'restrict', scope: event.scope, day, suspended, graceDays: at(0), controlledMidpoint: at(1), uncontrolledMidpoint: at(2), steepness: at(3), uncontrolledFloor: at(4) };
});

/** The same list for the same events, so that the exports they shape are remembered. */
const listOf = remember((_events: Workbook['events'], firstRestriction: number | null, unknownFrom: number | null, ...events: readonly ExportEvent[]): ActiveEvents => ({ events, firstRestriction, unknownFrom }));

const inOrder = remember((events: Workbook['events']): readonly (readonly [EventId, MarketEvent])[] =>
  Object.entries(events)
    .filter(([, event]) => event.kind !== 'note')
    .sort(([a, x], [b, y]) => (x.date === y.date ? (a < b ? -1 : 1) : x.date < y.date ? -1 : 1)),
);

type EventPaths = { readonly active: SeriesPath; readonly parameters: readonly SeriesPath[] };

const pathsById = { restrict: new Map<EventId, EventPaths>(), ease: new Map<EventId, EventPaths>(), note: new Map<EventId, EventPaths>() } as const;

/** The addresses of an event's inputs, written once for each id and kind. */
function eventPaths(id: EventId, kind: MarketEvent['kind']): EventPaths {
  const known = pathsById[kind].get(id);
  if (known !== undefined) return known;
  const paths = { active: `events/${id}/active`, parameters: parameters[kind].map((name) => `events/${id}/${name}`) };
  pathsById[kind].set(id, paths);
  return paths;
}

function earlier(a: number | null, b: number): number {
  return a === null ? b : Math.min(a, b);
}

/** One event with its parameters in a scenario, whether it is switched on or not; null for a note and where a parameter is missing. */
export function eventWithParameters(inputs: Inputs, id: EventId): ExportEvent | null {
  const event = inputs.workbook.events[id];
  if (!event || event.kind === 'note') return null;
  const values = eventPaths(id, event.kind).parameters.map((path) => inputs.cell(path, 'all')?.value ?? null);
  return values.every((value) => value !== null) ? eventOf(event, ...values) : null;
}

/** The parameters that an event of a kind has, by the last part of their paths. */
export function parametersOfKind(kind: MarketEvent['kind']): readonly string[] {
  return parameters[kind];
}

/** The active restrictions and easings in the order of their dates; a note never acts. Missing parameters are findings. */
export function activeEvents(inputs: Inputs, findings: Finding[]): ActiveEvents {
  const events: ExportEvent[] = [];
  let firstRestriction: number | null = null;
  let unknownFrom: number | null = null;
  for (const [id, event] of inOrder(inputs.workbook.events)) {
    const paths = eventPaths(id, event.kind);
    if (inputs.cell(paths.active, 'all')?.value !== 1) continue;
    if (event.kind === 'restrict') firstRestriction = earlier(firstRestriction, monthIndex(monthOfDate(event.date)));
    const values: number[] = [];
    for (const path of paths.parameters) {
      const value = inputs.cell(path, 'all')?.value ?? null;
      if (value === null) findings.push(missingInput(path, 'all'));
      else values.push(value);
    }
    if (values.length < paths.parameters.length) unknownFrom = earlier(unknownFrom, dateDayNumber(event.date));
    else events.push(eventOf(event, ...values));
  }
  return listOf(inputs.workbook.events, firstRestriction, unknownFrom, ...events);
}
