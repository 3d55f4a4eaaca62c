/** The report's pages: boxes of the paper's exact size, the same on screen, in print, in a PDF and in the page that is sent. */
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Margins } from '../../shared/model/reportSettings.ts';
import { reportMessages as say } from '../../shared/messages/report.ts';
import { notesOf, unitsOf } from '../../shared/report/blockUnits.ts';
import type { Report } from '../../shared/report/buildReport.ts';
import type { ReportPage } from '../../shared/report/page.ts';
import { chartStretch, sheetOf, type Paper, type Sheet as SheetSize } from '../../shared/report/paper.ts';
import type { Piece } from '../../shared/report/paginate.ts';
import { BlockView, type Numbers } from './BlockView.tsx';
import { cutPages, isCut, placedPages, sheetsOf, type LaidSheet } from './layOut.ts';
import './report.css';

function numbersOf(notes: readonly string[]): Numbers {
  return new Map(notes.map((id, at) => [id, at + 1]));
}

function wholePieces({ blocks }: ReportPage): readonly Piece[] {
  return blocks.map((block, at) => ({ block: at, from: 0, to: unitsOf(block).length }));
}

/** Sentences one after the other; the full stop of Chinese has its room already. */
function runOn(sentences: readonly string[]): string {
  return sentences.join(' ').replaceAll('。 ', '。');
}

type BodyProps = { readonly page: Pick<ReportPage, 'blocks' | 'notes' | 'foot'>; readonly pieces: readonly Piece[]; readonly size: SheetSize; readonly isFirst: boolean; readonly isDrawn: boolean };

/** Pages are made anew around blocks that stayed; drawing them again would say the same. */
function isSameBody(a: BodyProps, b: BodyProps): boolean {
  return (
    a.page.blocks === b.page.blocks &&
    a.page.notes === b.page.notes &&
    a.pieces === b.pieces &&
    a.isFirst === b.isFirst &&
    a.isDrawn === b.isDrawn &&
    a.size.bodyWidth === b.size.bodyWidth &&
    a.size.bodyHeight === b.size.bodyHeight &&
    a.page.foot.length === b.page.foot.length &&
    a.page.foot.every(({ text }, at) => text === b.page.foot[at]?.text)
  );
}

/** The pieces of a sheet, and at its foot what is said of all of it and the notes that the pieces call for. */
const SheetBody = memo(function SheetBody({ page, pieces, size, isFirst, isDrawn }: BodyProps) {
  const notes = notesOf(page.blocks, pieces).filter((id) => Object.hasOwn(page.notes, id));
  const numbers = numbersOf(notes);
  const foot = page.foot.filter(({ scope }) => isFirst || scope === 'page');
  return (
    <>
      {pieces.map(({ block: at, from, to }) => {
        const block = page.blocks[at];
        return (
          block && (
            <div className="block" data-block={at} key={at}>
              <BlockView block={block} from={from} to={to} numbers={numbers} width={size.bodyWidth} stretch={chartStretch(size)} isDrawn={isDrawn} />
            </div>
          )
        );
      })}
      <div className="end">
        {foot.length > 0 && <p className="foot">{runOn(foot.map(({ text }) => text))}</p>}
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
}, isSameBody);

/** Header and footer stand in the margins and come nearer to the page where these are narrow. mm */
function marginStyle({ top, side, bottom }: Margins): React.CSSProperties {
  const over = Math.min(7.4, Math.max(3.2, (top - 8) * 0.53));
  const under = Math.min(4.9, Math.max(2.9, (bottom - 8) * 0.55));
  return { padding: `${top}mm ${side}mm ${bottom}mm`, '--side': `${side}mm`, '--head': `${(top - over - 4).toFixed(2)}mm`, '--foot-top': `${(bottom - under).toFixed(2)}mm` } as React.CSSProperties;
}

type SheetProps = { readonly sheet: LaidSheet; readonly at: number; readonly count: number; readonly paper: Paper };

function Sheet({ sheet: { report, page, pieces, isFirst }, at, count, paper }: SheetProps) {
  const size = sheetOf(paper, page.landscape, report.margins);
  const { language, margins } = report;
  return (
    <section
      className={`page ${page.landscape ? 'lying' : 'upright'}`}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      data-kind={page.id}
      style={{ width: `${size.width}mm`, height: `${size.height}mm`, ...marginStyle(margins) }}
    >
      <header>
        {report.logo !== null && <img src={report.logo} alt={report.organisation} />}
        <b>{report.title}</b>
        <span className="section">{isFirst ? '' : say.continued(page.title)[language]}</span>
        <span>{report.scenario}</span>
        <span>{report.asOf}</span>
      </header>
      <div className="body" style={{ width: size.bodyWidth, height: size.bodyHeight }}>
        <SheetBody page={page} pieces={pieces} size={size} isFirst={isFirst} isDrawn />
      </div>
      <footer>
        <span>{report.imprint}</span>
        <span>{say.page(at + 1, count)[language]}</span>
      </footer>
    </section>
  );
}

type Props = {
  /** One after the other, counted through: a report in two languages is two. */
  readonly reports: readonly Report[];
  readonly paper: Paper;
  /** Another number means that other fonts have come, and everything is measured again. */
  readonly fonts: number;
};

type Laid = { readonly sheets: readonly LaidSheet[]; readonly paper: Paper };

export function ReportPages({ reports, paper, fonts }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const pages = useMemo(() => placedPages(reports, paper, fonts), [reports, paper, fonts]);
  const [laid, setLaid] = useState<Laid>({ sheets: [], paper });
  const [cutFor, setCutFor] = useState<typeof pages | null>(null);
  const isWaiting = cutFor !== pages;
  const missing = isWaiting ? pages.filter((page) => !isCut(page)) : [];
  // Before anything is painted, so that nobody sees the sheets of before.
  useLayoutEffect(() => {
    if (!isWaiting) return;
    if (box.current) cutPages(pages.filter((page) => !isCut(page)), box.current);
    setLaid({ sheets: sheetsOf(pages), paper });
    setCutFor(pages);
  }, [isWaiting, pages, paper]);
  return (
    <div className="report">
      {laid.sheets.map((sheet, at) => (
        <Sheet key={at} sheet={sheet} at={at} count={laid.sheets.length} paper={laid.paper} />
      ))}
      {missing.length > 0 && (
        <div className="measuring" ref={box} aria-hidden>
          {missing.map(({ report: { margins, language }, page }) => {
            const size = sheetOf(paper, page.landscape, margins);
            return (
              <div className="body" lang={language === 'zh' ? 'zh-CN' : 'en'} data-page={page.id} key={`${language} ${page.id}`} style={{ width: size.bodyWidth }}>
                <SheetBody page={page} pieces={wholePieces(page)} size={size} isFirst isDrawn={false} />
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
