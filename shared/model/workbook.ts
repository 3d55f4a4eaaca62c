/**
 * The document. Plain, deeply readonly data: structure (sectors, events, scenarios, sources) beside one flat map of
 * series, so that every number in the model has one address (path and period), one state and one source.
 */
import type { Horizon, IsoDate, Month } from './period.ts';
import type { Basis, UnitId } from './unit.ts';

/** A text in the two languages of the product. */
export type LocalText = { readonly en: string; readonly zh: string };

/** How far a number can be trusted, weakest last. A computed cell has the weakest state of its terms. */
export type CellState = 'actual' | 'estimate' | 'forecast';

/** A: quoted from a source; B: derived here from quoted figures; C: judgement, to be replaced by the analyst. */
export type Grade = 'A' | 'B' | 'C';

/** Which set of plants, goods or firms a series covers. */
export type Scope = 'sintered' | 'all-permanent-magnets' | 'sample-survey';

export type SourceId = string;
export type SectorId = string;
export type EventId = string;
export type ScenarioId = string;
/** "supply/output", "sectors/nev/volume": see paths.ts for the complete list. */
export type SeriesPath = string;
/** "2025" (annual), "2025-03" (monthly), "01" to "12" (calendar month), "all" (scalar). */
export type PeriodKey = string;

export type Cell = {
  /** In the unit of its series; null is missing, which is not zero. */
  readonly value: number | null;
  readonly state: CellState;
  readonly source?: SourceId;
  /** Where in the source: a section, a table, a figure number. */
  readonly locator?: string;
  /** When the number became known to the public. */
  readonly known?: IsoDate;
  readonly grade?: Grade;
  readonly note?: LocalText;
};

/** Every series is of one kind, which says what its period keys are. */
export type SeriesKind = 'scalar' | 'annual' | 'monthly' | 'calendarMonth';

export type Series = {
  readonly kind: SeriesKind;
  readonly unit: UnitId;
  /** For masses: what one tonne is a tonne of. */
  readonly basis?: Basis;
  readonly scope?: Scope;
  readonly cells: Readonly<Record<PeriodKey, Cell>>;
};

/** Volume x intensity = demand: the member that is computed from the other two. */
export type LockMember = 'volume' | 'intensity' | 'demand';

export type DriverSector = {
  readonly kind: 'driver';
  readonly name: LocalText;
  readonly order: number;
  /** What the volume counts: "Production", "New installations". */
  readonly volumeName: LocalText;
  readonly volumeUnit: UnitId;
  readonly intensityUnit: UnitId;
  /** Gross profiles already contain the Chinese New Year loss; net ones do not. */
  readonly profileIs: 'net' | 'gross';
  /** The yielding member of each year. */
  readonly yields: Readonly<Record<string, LockMember>>;
};

/** Demand that no driver explains: output less the named uses and exports in the base year, then grown. */
export type ResidualSector = {
  readonly kind: 'residual';
  readonly name: LocalText;
  readonly order: number;
  readonly baseYear: number;
  readonly profileIs: 'net' | 'gross';
};

export type Sector = DriverSector | ResidualSector;

/** A group of export goods: those that contain controlled elements (Dy, Tb) and the others under the same code. */
export type ExportCategory = 'controlled' | 'uncontrolled';

export type MarketEvent = {
  readonly title: LocalText;
  readonly detail: LocalText;
  readonly date: IsoDate;
  readonly kind: 'restrict' | 'ease';
  readonly scope: readonly ExportCategory[];
  readonly source: SourceId;
};

export type Source = {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** The day of publication; where only the month is known, its last day. */
  readonly date: IsoDate;
  readonly reliability: string;
};

export type OverlayOp = 'set' | 'mul' | 'add';

/** One difference of a scenario from its parent. */
export type Overlay = {
  readonly path: SeriesPath;
  /** Empty means every period of the series. */
  readonly periods: readonly PeriodKey[];
  readonly op: OverlayOp;
  /** In the unit of the series (a factor for mul); null with counterfactual removes an actual. */
  readonly value: number | null;
  /** An overlay that may replace an actual. */
  readonly counterfactual?: boolean;
  readonly note?: LocalText;
  readonly source?: SourceId;
};

export type Scenario = {
  readonly name: LocalText;
  readonly parent: ScenarioId | null;
  readonly order: number;
  /** One of the scenario colours of the palette, 0 to 7. */
  readonly color: number;
  readonly narrative: LocalText;
  /** Keyed by a stable id; an edit typed in the grid uses "path@period". */
  readonly overlays: Readonly<Record<string, Overlay>>;
};

export type Workbook = {
  readonly title: LocalText;
  readonly horizon: Horizon;
  /** The first month that charts and the report's table show. */
  readonly shownFrom: Month;
  /** The year whose months stand in exports/baseYear; later years grow from it. */
  readonly exportBaseYear: number;
  /** What was known on this day is in the workbook. */
  readonly asOf: IsoDate;
  readonly sectors: Readonly<Record<SectorId, Sector>>;
  readonly series: Readonly<Record<SeriesPath, Series>>;
  readonly events: Readonly<Record<EventId, MarketEvent>>;
  readonly sources: Readonly<Record<SourceId, Source>>;
  readonly scenarios: Readonly<Record<ScenarioId, Scenario>>;
};

/** The address of one number. */
export type CellAddress = { readonly path: SeriesPath; readonly period: PeriodKey };
