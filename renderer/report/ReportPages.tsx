/** The report's pages: boxes of the paper's exact size, the same on screen, in print and in a PDF. */
import type { Language } from '../../shared/messages/phrase.ts';
import { reportMessages as say } from '../../shared/messages/report.ts';
import type { Report } from '../../shared/report/buildReport.ts';
import { linesFor, paginate } from '../../shared/report/paginate.ts';
import type { ReportCharts } from './renderCharts.ts';
import type { Paper } from '../../shared/report/reportJob.ts';
import './report.css';

type Props = { readonly report: Report; readonly paper: Paper; readonly language: Language; readonly charts: ReportCharts };

/** Rows of the design's fixed height that fit between header and footer. */
const tableRowsPerPage: Readonly<Record<Paper, number>> = { A4: 44, Letter: 40 };
const sourceLinesPerPage: Readonly<Record<Paper, number>> = { A4: 42, Letter: 38 };
/** Latin letters that a line of the list of sources surely holds. */
const lettersPerLine = 105;

export function ReportPages({ report, paper, language, charts }: Props) {
  const tables = paginate(report.tableRows, tableRowsPerPage[paper]);
  const sources = paginate(report.sources, sourceLinesPerPage[paper], (source) => linesFor(source.text, lettersPerLine));
  const bodies = [
    <>
      <h1>{report.headline}</h1>
      <p className="subtitle">{report.subtitle}</p>
      <figure role="img" aria-label={report.headline} dangerouslySetInnerHTML={{ __html: charts.gap }} />
      {report.events.map((text) => (
        <p className="event" key={text}>
          {text}
        </p>
      ))}
      <table className="key">
        <thead>
          <tr>
            {report.keyHead.map((text, at) => (
              <th key={text} scope="col" className={at === 0 ? 'name' : ''}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.keyRows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.cells.map((text, at) => (
                <td key={at}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">{say.method[language]}</p>
      <h2 className="second">{report.stackTitle}</h2>
      <figure role="img" aria-label={report.stackTitle} dangerouslySetInnerHTML={{ __html: charts.stack }} />
    </>,
    ...tables.map((rows) => (
      <>
        <h2>{say.balanceTitle[language]}</h2>
        <table className="months">
          <thead>
            <tr>
              {report.tableHead.map((text, at) => (
                <th key={text} scope="col" className={at === 0 ? 'name' : ''}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label} className={row.kind}>
                <th scope="row">
                  {row.label} <sup>{row.mark}</sup>
                </th>
                {row.cells.map((text, at) => (
                  <td key={at}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small">{say.marks[language]}</p>
      </>
    )),
    ...sources.map((list) => (
      <>
        <h2>{say.sourcesTitle[language]}</h2>
        <ul className="sources">
          {list.map((source) => (
            <li key={source.number}>
              <b>{source.number}</b> <span>{source.text}</span>
            </li>
          ))}
        </ul>
      </>
    )),
  ];
  return (
    <div className={`report paper-${paper}`}>
      {bodies.map((body, at) => (
        <section className="page" key={at}>
          <header>
            <b>{report.title}</b>
            <span>{report.scenario}</span>
            <span>{report.asOf}</span>
          </header>
          <div className="body">{body}</div>
          <footer>
            <span>Lodestone · {report.title}</span>
            <span>{say.page(at + 1, bodies.length)[language]}</span>
          </footer>
        </section>
      ))}
    </div>
  );
}
