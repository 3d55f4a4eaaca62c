/** The line over the grid: the selected cell, its full value, why it is what it is, and its source. */
import { explainCell } from '../../shared/analysis/explainCell.ts';
import { formatNumber } from '../../shared/format.ts';
import { parentValueText, workbench } from '../../shared/messages/workbench.ts';
import { unitNames } from '../../shared/messages/units.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { convertUnit } from '../../shared/model/unit.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { decimalsFor } from '../../shared/tables/cells.ts';
import { stateNames } from '../../shared/tables/sourcesTable.ts';
import type { TableRow } from '../../shared/tables/table.ts';

type Props = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly balance: Balance;
  readonly row: TableRow | undefined;
  readonly columnId: string;
  readonly language: Language;
};

export function FormulaBar({ workbook, scenario, balance, row, columnId, language }: Props) {
  const cell = row?.cells[columnId];
  if (!row || !cell) return <div className="formula muted">{workbench.selectCell[language]}</div>;
  const sectorId = row.id.split('/')[1] ?? '';
  const sector = workbook.sectors[sectorId];
  const info = explainCell(workbook, scenario, balance, row, columnId, cell, (value, member) => {
    if (member === 'demand' || sector?.kind !== 'driver') return `${formatNumber(value, { decimals: 0 }, language)} ${unitNames.t[language]}`;
    const unit = member === 'volume' ? sector.volumeUnit : sector.intensityUnit;
    const stored = workbook.series[`sectors/${sectorId}/${member}`]?.unit ?? unit;
    const shown = convertUnit(value, stored, unit) ?? value;
    return `${formatNumber(shown, { decimals: decimalsFor(shown) }, language)} ${unitNames[unit][language]}`;
  });
  const format = cell.format ?? row.format;
  const unit = row.unit === undefined || format.percent === true ? '' : ` ${unitNames[row.unit][language]}`;
  const value = cell.text ? cell.text[language] : `${formatNumber(cell.value, { ...format, decimals: Math.max(format.decimals, decimalsFor(cell.value)) }, language)}${unit}`;
  const source = info.source ? `${info.source.publisher} ${info.source.date}${info.locator === null ? '' : `, ${info.locator}`}` : '';
  const parent = info.parentValue === null ? '' : parentValueText(formatNumber(info.parentValue, { decimals: decimalsFor(info.parentValue) }, language))[language];
  return (
    <div className="formula">
      <b>
        {info.name[language]}
        {info.period === '' ? '' : ` · ${info.period}`}
      </b>
      <span className="value">{value}</span>
      <span className="muted sentence" title={info.note?.[language] ?? ''}>
        {[info.sentence?.[language], info.state === null ? null : stateNames[info.state][language], parent, info.note?.[language]].filter((part) => part).join(' · ')}
      </span>
      <span className="source" title={info.source?.title ?? ''}>
        {source}
      </span>
    </div>
  );
}
