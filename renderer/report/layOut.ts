/**
 * Measures the blocks of a page once, where they stand hidden at the width of their sheets, and cuts them into sheets. What was cut is
 * remembered with the blocks: after an edit only the pages that it changed are measured again.
 */
import type { Report } from '../../shared/report/buildReport.ts';
import { flowUnitsOf } from '../../shared/report/blockUnits.ts';
import type { Block, ReportPage } from '../../shared/report/page.ts';
import { paginate, type Flow, type Piece } from '../../shared/report/paginate.ts';
import { sheetOf, type Paper } from '../../shared/report/paper.ts';

export type LaidSheet = { readonly report: Report; readonly page: ReportPage; readonly pieces: readonly Piece[]; /** Of its page. */ readonly isFirst: boolean };

/** A page as it is to be laid out. Another number of `fonts` means that other fonts have come. */
export type PlacedPage = { readonly report: Report; readonly page: ReportPage; readonly paper: Paper; readonly fonts: number };

type Pieces = readonly (readonly Piece[])[];

/** Fractions of a pixel add up over the rows of a sheet. */
const slack = 3;

const cut = new WeakMap<readonly Block[], Map<string, Pieces>>();

function keyOf({ report: { margins, language }, page, paper, fonts }: PlacedPage): string {
  return JSON.stringify([paper, page.landscape, margins, language, fonts, page.foot]);
}

/** Every page of some reports, in the order in which they stand. */
export function placedPages(reports: readonly Report[], paper: Paper, fonts: number): readonly PlacedPage[] {
  return reports.flatMap((report) => report.pages.map((page) => ({ report, page, paper, fonts })));
}

export function isCut(placed: PlacedPage): boolean {
  return cut.get(placed.page.blocks)?.has(keyOf(placed)) === true;
}

/** The sheets of pages that are cut, one after the other. */
export function sheetsOf(pages: readonly PlacedPage[]): readonly LaidSheet[] {
  return pages.flatMap((placed) => {
    const { report, page } = placed;
    return (cut.get(page.blocks)?.get(keyOf(placed)) ?? []).map((pieces, at) => ({ report, page, pieces, isFirst: at === 0 }));
  });
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}

function flowOf(page: ReportPage, at: number, box: Element): Flow {
  const block = page.blocks[at];
  const units = flowUnitsOf(page.blocks, at);
  const whole = heightOf(box);
  const rows = block?.kind === 'table' || block?.kind === 'list' ? [...box.querySelectorAll('[data-unit]')].map(heightOf) : [];
  if (rows.length === 0) return { head: 0, units: units.map((unit) => ({ ...unit, height: whole })) };
  return { head: whole - rows.reduce((sum, height) => sum + height, 0), units: units.map((unit, row) => ({ ...unit, height: rows[row] ?? 0 })) };
}

/** Cuts pages by what they measure in `box`, which holds a section for each in their order, as ReportPages draws them for it. */
export function cutPages(pages: readonly PlacedPage[], box: Element): void {
  const sections = [...box.querySelectorAll('[data-page]')];
  for (const [at, placed] of pages.entries()) {
    const section = sections[at];
    if (!section) continue;
    const { report, page, paper } = placed;
    const flows = [...section.querySelectorAll('[data-block]')].map((block, place) => flowOf(page, place, block));
    const noteHeights = Object.fromEntries([...section.querySelectorAll<HTMLElement>('[data-note]')].map((note) => [note.dataset['note'] ?? '', heightOf(note)]));
    const foot = heightOf(section.querySelector('.foot'));
    const notesHead = heightOf(section.querySelector('.notes')) - Object.values(noteHeights).reduce((sum, height) => sum + height, 0);
    const { bodyHeight } = sheetOf(paper, page.landscape, report.margins);
    const pieces = paginate(flows, { height: bodyHeight - foot - slack, notesHead: Math.max(0, notesHead), noteHeights });
    const known = cut.get(page.blocks) ?? new Map<string, Pieces>();
    known.set(keyOf(placed), pieces);
    cut.set(page.blocks, known);
  }
}
