/** The report's pages: boxes of the paper's exact size, the same on screen, in print and in a PDF. */
import type { Language } from '../../shared/messages/phrase.ts';
import { reportMessages as say } from '../../shared/messages/report.ts';
import type { Report } from '../../shared/report/buildReport.ts';
import { paginate } from '../../shared/report/paginate.ts';
import type { Paper } from '../../shared/report/reportJob.ts';
import './report.css';

type Props = { readonly report: Report; readonly paper: Paper; readonly language: Language; readonly chartSvg: string };

/** Rows of the design's fixed height that fit between header and footer. */
const tableRowsPerPage: Readonly<Record<Paper, number>> = { A4: 44, Letter: 40 };
const sourcesPerPage: Readonly<Record<Paper, number>> = { A4: 44, Letter: 40 };

export function ReportPages({ report, paper, language, chartSvg }: Props) {
  const tables = paginate(report.tableRows, tableRowsPerPage[paper]);
  const sources = paginate(report.sources, sourcesPerPage[paper]);
  const bodies = [
    <>
      <h1>{report.headline}</h1>
      <p className="subtitle">{report.subtitle}</p>
      <figure role="img" aria-label={report.headline} dangerouslySetInnerHTML={{ __html: chartSvg }} />
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
        <ol className="sources" start={list[0]?.number ?? 1}>
          {list.map((source) => (
            <li key={source.number}>{source.text}</li>
          ))}
        </ol>
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
