/** The report's pages: boxes of the paper's exact size, the same on screen, in print and in a PDF. */
import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { Language } from '../../shared/messages/phrase.ts';
import { reportMessages as say } from '../../shared/messages/report.ts';
import { notesOf, unitsOf } from '../../shared/report/blockUnits.ts';
import type { Report } from '../../shared/report/buildReport.ts';
import type { ReportPage } from '../../shared/report/page.ts';
import { chartStretch, sheetOf, type Paper } from '../../shared/report/paper.ts';
import type { Piece } from '../../shared/report/paginate.ts';
import { BlockView, type Numbers } from './BlockView.tsx';
import { layOut, type LaidSheet } from './layOut.ts';
import './report.css';

function numbersOf(notes: readonly string[]): Numbers {
  return new Map(notes.map((id, at) => [id, at + 1]));
}

function wholePieces({ blocks }: ReportPage): readonly Piece[] {
  return blocks.map((block, at) => ({ block: at, from: 0, to: unitsOf(block).length }));
}

type BodyProps = { readonly page: ReportPage; readonly pieces: readonly Piece[]; readonly paper: Paper; readonly isDrawn: boolean };

/** The pieces of a sheet, and at its foot what is said of all of it and the notes that the pieces call for. */
function SheetBody({ page, pieces, paper, isDrawn }: BodyProps) {
  const notes = notesOf(page.blocks, pieces).filter((id) => Object.hasOwn(page.notes, id));
  const numbers = numbersOf(notes);
  const sheet = sheetOf(paper, page.landscape);
  return (
    <>
      {pieces.map(({ block: at, from, to }) => {
        const block = page.blocks[at];
        return (
          block && (
            <div className="block" data-block={at} key={at}>
              <BlockView block={block} from={from} to={to} numbers={numbers} width={sheet.bodyWidth} stretch={chartStretch(sheet)} isDrawn={isDrawn} />
            </div>
          )
        );
      })}
      <div className="end">
        {page.foot.length > 0 && (
          <div className="foot">
            {page.foot.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        )}
        {notes.length > 0 && (
          <div className="notes">
            {notes.map((id, at) => (
              <p key={id} data-note={id}>
                <b>{at + 1}</b>
                <span>{page.notes[id]}</span>
              </p>
            ))}
          </div>
        )}
      </div>
    </>
  );
}

function bodyStyle(paper: Paper, landscape: boolean): React.CSSProperties {
  const { bodyWidth, bodyHeight } = sheetOf(paper, landscape);
  return { width: bodyWidth, height: bodyHeight };
}

type SheetProps = { readonly report: Report; readonly sheet: LaidSheet; readonly at: number; readonly count: number; readonly paper: Paper; readonly language: Language };

const Sheet = memo(function Sheet({ report, sheet: { page, pieces }, at, count, paper, language }: SheetProps) {
  const { width, height } = sheetOf(paper, page.landscape);
  return (
    <section className={`page ${page.landscape ? 'lying' : 'upright'}`} data-kind={page.id} style={{ width: `${width}mm`, height: `${height}mm` }}>
      <header>
        <b>{report.title}</b>
        <span>{report.scenario}</span>
        <span>{report.asOf}</span>
      </header>
      <div className="body" style={bodyStyle(paper, page.landscape)}>
        <SheetBody page={page} pieces={pieces} paper={paper} isDrawn />
      </div>
      <footer>
        <span>{report.imprint}</span>
        <span>{say.page(at + 1, count)[language]}</span>
      </footer>
    </section>
  );
});

type Laid = { readonly report: Report; readonly paper: Paper; readonly language: Language; readonly fonts: number; readonly sheets: readonly LaidSheet[] };

type Props = {
  readonly report: Report;
  readonly paper: Paper;
  readonly language: Language;
  /** Another number means that other fonts have come, and everything is measured again. */
  readonly fonts: number;
};

export function ReportPages({ report, paper, language, fonts }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [laid, setLaid] = useState<Laid | null>(null);
  const isStale = laid?.report !== report || laid.paper !== paper || laid.fonts !== fonts;
  // Before anything is painted, so that nobody sees the sheets of before.
  useLayoutEffect(() => {
    if (isStale && box.current) setLaid({ report, paper, language, fonts, sheets: layOut(report, paper, box.current) });
  }, [isStale, report, paper, language, fonts]);
  return (
    <div className="report">
      {laid?.sheets.map((sheet, at) => (
        <Sheet key={at} report={laid.report} sheet={sheet} at={at} count={laid.sheets.length} paper={laid.paper} language={laid.language} />
      ))}
      {isStale && (
        <div className="measuring" ref={box} aria-hidden>
          {report.pages.map((page) => (
            <div className="body" data-page={page.id} key={page.id} style={{ width: sheetOf(paper, page.landscape).bodyWidth }}>
              <SheetBody page={page} pieces={wholePieces(page)} paper={paper} isDrawn={false} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
