/** What would be entered otherwise than it stands on the clipboard, what cannot be, and what would be replaced. Nothing is changed until it is confirmed. */
import { useLayoutEffect } from 'react';
import { formatNumber, formatPeriod } from '../../shared/format.ts';
import type { CellRef } from '../../shared/grid/selection.ts';
import { enterCells, moreLines, planWords as say, replacesPublished } from '../../shared/messages/grid.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { decimalsFor } from '../../shared/tables/cells.ts';
import { groupsOfRows } from '../../shared/tables/rowGroups.ts';
import { rowName } from '../../shared/tables/rowName.ts';
import type { Table } from '../../shared/tables/table.ts';
import { useModal } from '../dialogs/useModal.ts';
import { cellText } from './gridColumns.ts';
import type { CellPlan } from './usePlans.ts';

type Props = { readonly table: Table; readonly workbook: Workbook; readonly plan: CellPlan; readonly language: Language; onConfirm(): void; onCancel(): void };

type Line = { readonly at: CellRef | null; readonly text: string; readonly value: string; readonly why: Phrase; readonly refused: boolean };

const mostLines = 100;

function linesOf(table: Table, { refused, overwritten, reinterpreted = [] }: CellPlan, language: Language): readonly Line[] {
  const rows = new Map(table.rows.map((row) => [row.id, row]));
  const formatOf = ({ rowId, columnId }: CellRef) => rows.get(rowId)?.cells[columnId]?.format ?? rows.get(rowId)?.format ?? { decimals: 0 };
  const shown = (at: CellRef): string => {
    const row = rows.get(at.rowId);
    return row ? cellText(row.cells[at.columnId], row, language) : '';
  };
  return [
    ...refused.map(({ at, text = '', reason }): Line => ({ at, text, value: say.left[language], why: reason, refused: true })),
    ...overwritten.map(({ at }): Line => ({ at, text: '', value: '', why: replacesPublished(shown(at)), refused: false })),
    ...reinterpreted.map(({ at, text, value, why }): Line => ({
      at,
      text,
      value: value === null ? '' : formatNumber(value, { ...formatOf(at), decimals: Math.max(formatOf(at).decimals, decimalsFor(value)) }, language),
      why,
      refused: false,
    })),
  ];
}

export function PlanPreview({ table, workbook, plan, language, onConfirm, onCancel }: Props) {
  const modal = useModal(onCancel);
  useLayoutEffect(() => modal.ref.current?.querySelector<HTMLButtonElement>('footer button:last-child')?.focus(), [modal.ref]);
  const lines = linesOf(table, plan, language);
  const groups = groupsOfRows(table.rows);
  const nameOf = (at: CellRef | null): string => {
    if (at === null) return say.outside[language];
    const place = table.rows.findIndex(({ id }) => id === at.rowId);
    const row = table.rows[place];
    const column = table.columns.find(({ id }) => id === at.columnId);
    const head = column?.period === column?.id && column ? formatPeriod(column.id, language) : (column?.title[language] ?? '');
    return `${row ? rowName(workbook, row, groups[place] ?? null)[language] : ''} · ${head}`;
  };
  const count = plan.changes.length;
  const hasTexts = lines.some(({ text }) => text !== '');
  return (
    <dialog ref={modal.ref} className="plan" aria-labelledby="plan-title" {...modal.props} onMouseDown={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <h2 id="plan-title">{say.title[language]}</h2>
      {plan.remarks?.map((remark) => (
        <p key={remark.en}>{remark[language]}</p>
      ))}
      {lines.length > 0 && (
        <div className="plan-lines" tabIndex={0} role="region" aria-labelledby="plan-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.cell[language]}</th>
                {hasTexts && <th scope="col">{say.text[language]}</th>}
                <th scope="col">{say.value[language]}</th>
                <th scope="col">{say.why[language]}</th>
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, mostLines).map(({ at, text, value, why, refused }, index) => (
                <tr key={index} className={refused ? 'refused' : ''}>
                  <td>{nameOf(at)}</td>
                  {hasTexts && <td>{text}</td>}
                  <td>{value}</td>
                  <td>{why[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {lines.length > mostLines && <p className="muted">{moreLines(lines.length - mostLines)[language]}</p>}
        </div>
      )}
      <footer>
        {count === 0 && <span className="muted">{say.nothing[language]}</span>}
        <span className="space" />
        <button type="button" className="button" onClick={modal.leave}>
          {(count === 0 ? say.close : say.cancel)[language]}
        </button>
        {count > 0 && (
          <button type="button" className="button primary" onClick={onConfirm}>
            {enterCells(count)[language]}
          </button>
        )}
      </footer>
    </dialog>
  );
}
