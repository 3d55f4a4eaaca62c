/** Rows x columns with number formats: the one shape that the grid shows, CSV writes and the report prints. */
import type { CellAddress, CellState, SourceId } from '../model/workbook.ts';
import type { UnitId } from '../model/unit.ts';
import type { Phrase } from '../messages/phrase.ts';

export type NumberFormat = {
  readonly decimals: number;
  /** Show + on positive numbers (changes, gaps). */
  readonly signed?: boolean;
  readonly percent?: boolean;
};

/**
 * What typing into a cell does: a cell that drives something takes the number; a computed one refuses and says why and,
 * where one input drives it, names that input.
 */
export type CellEdit =
  | { readonly kind: 'input'; readonly address: CellAddress }
  /** A period of several months: the number, `times` as much where the cell shows a mean, is spread over them; see spreadEdit.ts. */
  | { readonly kind: 'spread'; readonly parts: readonly SpreadPart[]; readonly times: number }
  | { readonly kind: 'refused'; readonly reason: Phrase; readonly drivenBy?: CellAddress };

/** A month of a longer period: its number in the display unit, whether it refuses another, and whether somebody typed the one it has. */
export type SpreadPart = CellAddress & { readonly value: number | null; readonly pinned: boolean; readonly typed: boolean };

/** How the months of a row become quarters and years: flows are summed, stocks take the last month, prices and ratios the mean. */
export type Aggregate = 'sum' | 'last' | 'mean';

/** One of the words that a cell may hold. */
export type Choice = {
  /** What the file holds. */
  readonly value: number;
  /** The digit that chooses it. */
  readonly key: string;
  readonly label: Phrase;
};

export type TableCell = {
  /** In the display unit of its row (or of the cell); null is missing and shown as n.a. */
  readonly value: number | null;
  /** Shown instead of the value: names, dates, notes, the word of a choice. */
  readonly text?: Phrase;
  /** The words of a choice or a switch; such a cell takes one of them and no other number. */
  readonly choices?: readonly Choice[];
  /** An input that nobody has typed: its default stands, or nothing does. */
  readonly quiet?: boolean;
  readonly role: 'input' | 'computed' | 'label' | 'blank';
  readonly state?: CellState;
  /** Where the value comes from in a scenario: its own difference, or its parent; base inputs are own in the root. */
  readonly origin?: 'own' | 'inherited' | 'root';
  /** The cell is the yielding member of a three-way lock: computed, and typing into it is accepted. */
  readonly yielding?: boolean;
  readonly edit?: CellEdit;
  readonly format?: NumberFormat;
  readonly unit?: UnitId;
  readonly source?: SourceId;
  /** A cell of a longer period says what it is of its months. */
  readonly of?: { readonly aggregate: Aggregate; readonly months: number };
  /** Somebody commented on the number. */
  readonly noted?: boolean;
  /** A finding stands on this cell. */
  readonly flagged?: boolean;
};

export type TableColumn = {
  readonly id: string;
  readonly title: Phrase;
  readonly kind: 'label' | 'unit' | 'period' | 'total' | 'change' | 'text';
  /** The month or year of the column, where it has one. */
  readonly period?: string;
  /** Drawn on the shaded ground of the forecast. */
  readonly forecast?: boolean;
  readonly width: number;
};

export type TableRow = {
  readonly id: string;
  readonly kind: 'group' | 'row' | 'total';
  readonly label: Phrase;
  /** Of a group row that can be folded: whether its rows are hidden. */
  readonly folded?: boolean;
  readonly indent?: number;
  readonly unit?: UnitId;
  /** Shown in the unit column instead of the name of the unit. */
  readonly unitLabel?: Phrase;
  readonly format: NumberFormat;
  /** Of a monthly row; sum where it says nothing. */
  readonly aggregate?: Aggregate;
  /** The row by whose numbers a mean is weighted. */
  readonly weightedBy?: string;
  /** By column id; a missing key is a blank cell. */
  readonly cells: Readonly<Record<string, TableCell>>;
};

export type Table = {
  readonly id: string;
  /** One sentence over the grid: what its numbers can and cannot say. */
  readonly caption?: Phrase;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
};
