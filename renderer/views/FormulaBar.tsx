/** The line over the grid: the selected cell, its full value, why it is what it is, and its source. */
import { useMemo } from 'react';
import { explainCell } from '../../shared/analysis/explainCell.ts';
import { formatNumber, formatPeriod } from '../../shared/format.ts';
import { parentValueText, workbench } from '../../shared/messages/workbench.ts';
import { tracePanel } from '../../shared/messages/trace.ts';
import { stateNames } from '../../shared/messages/states.ts';
import { unitNames } from '../../shared/messages/units.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { CellAddress, ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { decimalsFor } from '../../shared/tables/cells.ts';
import type { TableRow } from '../../shared/tables/table.ts';
import { TracePanel } from './TracePanel.tsx';

type Props = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly balance: Balance;
  readonly row: TableRow | undefined;
  readonly columnId: string;
  readonly language: Language;
  /** Whether the terms behind the number are shown. */
  readonly explaining: boolean;
  onExplain(open: boolean): void;
  onGo(place: CellAddress): void;
};

/** "SMM (Shanghai Metals Market)" is known by its short name; the whole stands in the tooltip and under Sources. */
function shortName(publisher: string): string {
  return publisher.replace(/\s*\(.*\)$/, '');
}

export function FormulaBar({ workbook, scenario, balance, row, columnId, language, explaining, onExplain, onGo }: Props) {
  const cell = row?.cells[columnId];
  // An explanation is worked out for the selected cell only, and once.
  const info = useMemo(() => (row && cell ? explainCell(workbook, scenario, balance, row, columnId, cell) : null), [workbook, scenario, balance, row, columnId, cell]);
  if (!row || !cell || !info) {
    return (
      <div className="formula">
        <div className="line muted">{workbench.selectCell[language]}</div>
      </div>
    );
  }
  const format = cell.format ?? row.format;
  const measure = cell.unit ?? row.unit;
  const unit = measure === undefined || format.percent === true ? '' : ` ${(row.unitLabel ?? unitNames[measure])[language]}`;
  const value = cell.text ? cell.text[language] : `${formatNumber(cell.value, { ...format, decimals: Math.max(format.decimals, decimalsFor(cell.value)) }, language)}${unit}`;
  const source = info.source ? `${shortName(info.source.publisher)} ${info.source.date}${info.locator === null ? '' : `, ${info.locator}`}` : '';
  const parent = info.parentValue === null ? '' : parentValueText(formatNumber(info.parentValue, { decimals: decimalsFor(info.parentValue) }, language))[language];
  const sentence = [info.sentence?.[language], info.state === null ? null : stateNames[info.state][language], parent, info.note?.[language]].filter((part) => part).join(' · ');
  return (
    <div className="formula">
      <div className="line">
        <b>
          {info.name[language]}
          {info.period === '' ? '' : ` · ${formatPeriod(info.period, language)}`}
        </b>
        <span className="value">{value}</span>
        <span className="source" title={[source, info.source?.title].filter((part) => part).join(' · ')}>
          {source}
        </span>
      </div>
      {info.trace === null ? (
        <div className="line muted sentence" title={sentence}>
          {sentence}
        </div>
      ) : (
        <button type="button" className="line muted sentence" title={`${sentence}\n${tracePanel.open[language]}`} aria-expanded={explaining} onClick={() => onExplain(!explaining)}>
          {sentence}
        </button>
      )}
      {info.trace !== null && explaining && <TracePanel trace={info.trace} workbook={workbook} language={language} onGo={onGo} onClose={() => onExplain(false)} />}
    </div>
  );
}
