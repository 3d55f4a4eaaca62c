/** A report page as data: ordered blocks and what stands at its foot. Everything is text of one language; nothing is laid out yet. */
import type { EChartsCoreOption } from 'echarts/core';
import type { SourceId } from '../model/workbook.ts';

/** The sources that a piece of a page rests on; they become numbered marks, counted anew on every sheet. */
type Sourced = { readonly sources?: readonly SourceId[] };

export type HeadingBlock = Sourced & { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string };

export type TextBlock = Sourced & { readonly kind: 'text'; readonly tone: 'lead' | 'body' | 'small'; readonly text: string };

export type ListItem = Sourced & { readonly text: string; readonly term?: string };

/** An item with a term is set as "term  text", the terms beneath each other. */
export type ListBlock = { readonly kind: 'list'; readonly items: readonly ListItem[]; /** mm */ readonly termWidth?: number; readonly size?: 'normal' | 'small' };

export type ChartBlock = Sourced & {
  readonly kind: 'chart';
  readonly id: string;
  /** The finding. */
  readonly title: string;
  /** Measure, unit, scenario. */
  readonly subtitle: string;
  /** What a person who does not see the picture is told; the title and the subtitle where nothing else is said. */
  readonly alt?: string;
  readonly option: EChartsCoreOption;
  /** CSS pixels on an upright A4 sheet; other sheets stretch it. */
  readonly height: number;
};

export type PageCell = {
  readonly text: string;
  /** e, f: the state of the number. */
  readonly mark?: string;
  /** 0 to 1: how dark the ground of the cell is. */
  readonly shade?: number;
};

export type PageColumn = {
  readonly head: string;
  readonly mark?: string;
  /** In parts of the sum of all widths. */
  readonly width: number;
  readonly align: 'left' | 'right';
};

export type PageRow = {
  readonly kind: 'plain' | 'quarter' | 'half' | 'year' | 'total' | 'group';
  readonly cells: readonly PageCell[];
  /** Of the whole row: they mark its first cell. */
  readonly sources?: readonly SourceId[];
  /** By column: they mark the head of the column on the sheets that show the row. */
  readonly columnSources?: readonly (readonly SourceId[])[];
};

export type TableBlock = {
  readonly kind: 'table';
  readonly id: string;
  readonly title?: string;
  readonly size: 'normal' | 'small' | 'tiny';
  readonly columns: readonly PageColumn[];
  readonly rows: readonly PageRow[];
};

export type Block = HeadingBlock | TextBlock | ListBlock | ChartBlock | TableBlock;

/** One of the report stands at the first page that needs it, and not again. */
export type FootNote = { readonly scope: 'report' | 'page'; readonly text: string };

export type ReportPage = {
  readonly id: string;
  /** Names the page in the list of pages and in the outline. */
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
  /** Sentences at the foot of every sheet of the page: method, marks, rounding. */
  readonly foot: readonly FootNote[];
  /** The text of every source that a block of the page names. */
  readonly notes: Readonly<Record<SourceId, string>>;
};
