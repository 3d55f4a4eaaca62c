/** One block of a page, whole or some of its rows, with the numbers that its sources have on the sheet. */
import { useContext } from 'react';
import type { SourceId } from '../../shared/model/workbook.ts';
import { altText } from '../../shared/report/altText.ts';
import { markText } from '../../shared/report/blockUnits.ts';
import type { Block, ChartBlock, ListBlock, PageRow, TableBlock } from '../../shared/report/page.ts';
import { CopyChart } from '../charts/CopyChart.tsx';
import { chartSvg } from './chartSvg.ts';
import { CopyLanguage } from './copyLanguage.ts';

export type Numbers = ReadonlyMap<SourceId, number>;

type Marked = { readonly sources: readonly SourceId[] | undefined; readonly numbers: Numbers };

function Marks({ sources = [], numbers }: Marked) {
  const text = markText(sources, numbers);
  return text === '' ? null : <sup className="marks">{text}</sup>;
}

type ChartProps = { readonly block: ChartBlock; readonly numbers: Numbers; readonly width: number; readonly stretch: number; readonly isDrawn: boolean };

function ChartView({ block, numbers, width, stretch, isDrawn }: ChartProps) {
  const height = Math.round(block.height * stretch);
  const language = useContext(CopyLanguage);
  return (
    <div className="plate">
      {language !== null && isDrawn && <CopyChart language={language} title={block.title} subtitle={block.subtitle} option={block.option} size={() => ({ width, height })} />}
      <p className="plate-caption">
        <b>{block.title}</b>
        <Marks sources={block.sources} numbers={numbers} />
        {block.subtitle !== '' && <span>{block.subtitle}</span>}
      </p>
      <figure role="img" aria-label={block.alt ?? altText(block.title, block.subtitle)} style={{ height }} {...(isDrawn ? { dangerouslySetInnerHTML: { __html: chartSvg(block.option, width, height) } } : {})} />
    </div>
  );
}

/** Room for a letter after a number, whether one stands there or not: so that digits stand under digits. */
function DigitsMark({ mark }: { readonly mark: string }) {
  return <sup className="digits-mark">{mark}</sup>;
}

function RowView({ row, numbers, columns, marked }: { readonly row: PageRow; readonly numbers: Numbers; readonly columns: TableBlock['columns']; readonly marked: readonly boolean[] }) {
  return (
    <tr className={row.kind} data-unit="">
      {row.cells.map(({ text, mark = '', shade }, at) => {
        const inside = (
          <>
            {text}
            {marked[at] === true ? <DigitsMark mark={mark} /> : mark !== '' && <sup>{mark}</sup>}
            {at === 0 && <Marks sources={row.sources} numbers={numbers} />}
          </>
        );
        const className = columns[at]?.align === 'left' ? 'left' : '';
        const style = shade === undefined || shade === 0 ? undefined : { background: `rgba(47, 111, 176, ${(shade * 0.55).toFixed(3)})` };
        return at === 0 ? (
          <th key={at} scope="row" className={className}>
            {inside}
          </th>
        ) : (
          <td key={at} className={className} style={style}>
            {inside}
          </td>
        );
      })}
    </tr>
  );
}

function TableView({ block, rows, numbers }: { readonly block: TableBlock; readonly rows: readonly PageRow[]; readonly numbers: Numbers }) {
  const widths = block.columns.reduce((sum, { width }) => sum + width, 0);
  const hasColumnSources = block.rows.some(({ columnSources = [] }) => columnSources.some((list) => list.length > 0));
  const marked = block.columns.map(({ align, mark = '' }, at) => align === 'right' && (mark !== '' || block.rows.some(({ cells }) => (cells[at]?.mark ?? '') !== '')));
  return (
    <div className={`tabled ${block.size}`}>
      {block.title !== undefined && <h3>{block.title}</h3>}
      <table>
        <colgroup>
          {block.columns.map(({ width }, at) => (
            <col key={at} style={{ width: `${((width / widths) * 100).toFixed(3)}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {block.columns.map(({ head, mark = '', align }, at) => (
              <th key={at} scope="col" className={align === 'left' ? 'left' : ''}>
                {head}
                {marked[at] === true && <DigitsMark mark={mark} />}
                {hasColumnSources && <span className="column-marks">{markText(rows.flatMap(({ columnSources = [] }) => columnSources[at] ?? []), numbers)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <RowView key={at} row={row} numbers={numbers} columns={block.columns} marked={marked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ListView({ items, termWidth = 30, size = 'normal', numbers }: Pick<ListBlock, 'items' | 'termWidth' | 'size'> & { readonly numbers: Numbers }) {
  const hasTerms = items.some(({ term }) => term !== undefined);
  return (
    <ul className={[...(size === 'small' ? ['small'] : []), ...(hasTerms ? ['terms'] : [])].join(' ')}>
      {items.map(({ term, text, sources }, at) => (
        <li key={at} data-unit="" style={hasTerms ? { gridTemplateColumns: `${termWidth}mm 1fr` } : undefined}>
          {hasTerms && <b>{term ?? ''}</b>}
          <span>
            {text}
            <Marks sources={sources} numbers={numbers} />
          </span>
        </li>
      ))}
    </ul>
  );
}

type Props = { readonly block: Block; readonly from: number; readonly to: number; readonly numbers: Numbers; readonly width: number; readonly stretch: number; readonly isDrawn: boolean };

export function BlockView({ block, from, to, numbers, width, stretch, isDrawn }: Props) {
  switch (block.kind) {
    case 'heading': {
      const Tag = `h${block.level}` as const;
      return (
        <Tag>
          {block.text}
          <Marks sources={block.sources} numbers={numbers} />
        </Tag>
      );
    }
    case 'text':
      return (
        <p className={block.tone}>
          {block.text}
          <Marks sources={block.sources} numbers={numbers} />
        </p>
      );
    case 'list':
      return <ListView {...block} items={block.items.slice(from, to)} numbers={numbers} />;
    case 'chart':
      return <ChartView block={block} numbers={numbers} width={width} stretch={stretch} isDrawn={isDrawn} />;
    case 'table':
      return <TableView block={block} rows={block.rows.slice(from, to)} numbers={numbers} />;
  }
}
