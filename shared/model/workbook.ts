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
export type TechnologyId = string;
export type ExpansionId = string;
export type ClaimId = string;
export type VintageId = string;
export type StatementId = string;
export type EventId = string;
export type ScenarioId = string;
export type PackageId = string;
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
  /** k = series / universe, where the series covers only a part of it; for masses, never for intensities. */
  readonly coverage?: number;
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
  /** The technology stack behind the intensity; empty where the intensity stands alone. */
  readonly technologies: Readonly<Record<TechnologyId, Technology>>;
  /** The year y0 for which masses per motor are stated; thrifting counts from it. */
  readonly stackYear: number;
};

/** One way of building the product; its share, motors, mass and thrifting are inputs. */
export type Technology = {
  readonly name: LocalText;
  readonly order: number;
  /** The one whose share is 1 less the others. */
  readonly balancing: boolean;
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
  /** A note only marks the day on the charts. */
  readonly kind: 'restrict' | 'ease' | 'note';
  readonly scope: readonly ExportCategory[];
  readonly source: SourceId;
  /** Times in which a restriction does not hold, the last day of each not part of it. */
  readonly suspended: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
};

/** New capacity; tonnes, delay and ramp are inputs. */
export type Expansion = { readonly name: LocalText; readonly order: number; readonly start: Month };

/**
 * One sourced statement of a number. Claims are never overwritten: rivals for one cell stand side by side, and the cell itself
 * says which is used.
 */
export type Claim = {
  readonly metric: LocalText;
  /** The cell it speaks of, where the model has one. */
  readonly path?: SeriesPath;
  /** "2025", "2025-03", "2025-01/2025-08" for a cumulative figure. */
  readonly period: string;
  readonly value: number;
  readonly unit: UnitId;
  readonly basis?: Basis;
  readonly scope?: Scope;
  readonly coverage?: number;
  readonly state: CellState;
  readonly source: SourceId;
  readonly locator: string;
  readonly known: IsoDate;
  /** The growth on the year before that the same source states, as a ratio. */
  readonly statedGrowth?: number;
  readonly note?: LocalText;
};

/** A line of the balance, or the price, that a statement in words is about. */
export type StatementLine = 'gap' | 'supply' | 'demand' | 'exports' | 'price';

/** A qualitative statement of a source: a note beside the charts, checked by its sign, never data. */
export type Statement = {
  readonly text: LocalText;
  readonly line: StatementLine;
  readonly from: Month;
  readonly to: Month;
  /** Against the months before; `shortage` and `surplus` speak of the sign of the gap itself. */
  readonly direction: 'up' | 'down' | 'shortage' | 'surplus';
  readonly source: SourceId;
  readonly locator: string;
  readonly known: IsoDate;
};

/** What was known, and what was assumed, at a day: an as-of date and a sparse overlay of the assumptions then held. */
export type Vintage = { readonly name: LocalText; readonly asOf: IsoDate; readonly overlays: Readonly<Record<string, Overlay>> };

export type Source = {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** The day of publication; where only the month is known, its last day. */
  readonly date: IsoDate;
  readonly reliability: string;
};

/** `growth` adds percentage points to the growth of an annual series and rebuilds its levels. */
export type OverlayOp = 'set' | 'mul' | 'add' | 'growth';

/** One difference of a scenario from its parent. */
export type Overlay = {
  readonly path: SeriesPath;
  /** Empty means every period of the series. */
  readonly periods: readonly PeriodKey[];
  readonly op: OverlayOp;
  /** In the unit of the series (a factor for mul, percentage points for growth); null with counterfactual removes an actual. */
  readonly value: number | null;
  /** An overlay that may replace an actual. */
  readonly counterfactual?: boolean;
  readonly note?: LocalText;
  readonly source?: SourceId;
  readonly locator?: string;
  readonly grade?: Grade;
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
  /** Packages mixed in, each a layer of its own under the scenario's differences; of two, the later one is nearer to them. */
  readonly packages?: readonly PackageId[];
  /** How likely the analyst holds it to be, 0 to 1. */
  readonly probability?: number;
  /** No command changes what a locked scenario says. */
  readonly locked?: boolean;
};

/** Differences that several scenarios mix in, kept in one place. */
export type Package = { readonly name: LocalText; readonly order: number; readonly narrative: LocalText; readonly overlays: Readonly<Record<string, Overlay>> };

export type Workbook = {
  readonly title: LocalText;
  readonly horizon: Horizon;
  /** The first month that charts and the report's table show. */
  readonly shownFrom: Month;
  /** The year whose months stand in exports/baseYear; later years grow from it. */
  readonly exportBaseYear: number;
  /** The day of the view: an actual or a claim that became known later is hidden. */
  readonly asOf: IsoDate;
  /** The vintage whose assumptions stand under every scenario; null when none does. */
  readonly vintage: VintageId | null;
  /** The month of the price that the margin is calibrated to; null without one. */
  readonly priceAnchor: Month | null;
  readonly sectors: Readonly<Record<SectorId, Sector>>;
  readonly series: Readonly<Record<SeriesPath, Series>>;
  readonly events: Readonly<Record<EventId, MarketEvent>>;
  readonly sources: Readonly<Record<SourceId, Source>>;
  readonly expansions: Readonly<Record<ExpansionId, Expansion>>;
  readonly claims: Readonly<Record<ClaimId, Claim>>;
  readonly statements: Readonly<Record<StatementId, Statement>>;
  readonly vintages: Readonly<Record<VintageId, Vintage>>;
  readonly scenarios: Readonly<Record<ScenarioId, Scenario>>;
  readonly packages?: Readonly<Record<PackageId, Package>>;
};

/** The address of one number. */
export type CellAddress = { readonly path: SeriesPath; readonly period: PeriodKey };
