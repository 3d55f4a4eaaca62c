/** Measures the blocks of a report once, where they stand hidden at the width of their sheets, and cuts them into sheets. */
import type { Report } from '../../shared/report/buildReport.ts';
import { unitsOf } from '../../shared/report/blockUnits.ts';
import type { ReportPage } from '../../shared/report/page.ts';
import { paginate, type Flow, type Piece } from '../../shared/report/paginate.ts';
import { sheetOf, type Paper } from '../../shared/report/paper.ts';

export type LaidSheet = { readonly report: Report; readonly page: ReportPage; readonly pieces: readonly Piece[]; /** Of its page. */ readonly isFirst: boolean };

/** Fractions of a pixel add up over the rows of a sheet. */
const slack = 3;

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}

function flowOf(page: ReportPage, at: number, box: Element): Flow {
  const block = page.blocks[at];
  const units = block ? unitsOf(block) : [];
  const whole = heightOf(box);
  const rows = block?.kind === 'table' || block?.kind === 'list' ? [...box.querySelectorAll('[data-unit]')].map(heightOf) : [];
  if (rows.length === 0) return { head: 0, units: units.map((unit) => ({ ...unit, height: whole })) };
  return { head: whole - rows.reduce((sum, height) => sum + height, 0), units: units.map((unit, row) => ({ ...unit, height: rows[row] ?? 0 })) };
}

/** `box` holds a section for every page of every report, in their order, as ReportPages draws them to be measured. */
export function layOut(reports: readonly Report[], paper: Paper, box: Element): readonly LaidSheet[] {
  const sections = [...box.querySelectorAll('[data-page]')];
  const pages = reports.flatMap((report) => report.pages.map((page) => ({ report, page })));
  return pages.flatMap(({ report, page }, at) => {
    const section = sections[at];
    if (!section) return [];
    const flows = [...section.querySelectorAll('[data-block]')].map((block, place) => flowOf(page, place, block));
    const noteHeights = Object.fromEntries([...section.querySelectorAll<HTMLElement>('[data-note]')].map((note) => [note.dataset['note'] ?? '', heightOf(note)]));
    const foot = heightOf(section.querySelector('.foot'));
    const notesHead = heightOf(section.querySelector('.notes')) - Object.values(noteHeights).reduce((sum, height) => sum + height, 0);
    const { bodyHeight } = sheetOf(paper, page.landscape, report.margins);
    return paginate(flows, { height: bodyHeight - foot - slack, notesHead: Math.max(0, notesHead), noteHeights }).map((pieces, sheet) => ({ report, page, pieces, isFirst: sheet === 0 }));
  });
}
