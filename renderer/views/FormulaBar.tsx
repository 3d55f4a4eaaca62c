/** The line over the grid: the selected cell, its full value, why it is what it is, and its source. */
import { explainCell } from '../../shared/analysis/explainCell.ts';
import { formatNumber, formatPeriod } from '../../shared/format.ts';
import { parentValueText, workbench } from '../../shared/messages/workbench.ts';
import { stateNames } from '../../shared/messages/states.ts';
import { unitNames } from '../../shared/messages/units.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { convertUnit } from '../../shared/model/unit.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { decimalsFor } from '../../shared/tables/cells.ts';
import type { TableRow } from '../../shared/tables/table.ts';

type Props = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly balance: Balance;
  readonly row: TableRow | undefined;
  readonly columnId: string;
  readonly language: Language;
};

/** "SMM (Shanghai Metals Market)" is known by its short name; the whole stands in the tooltip and under Sources. */
function shortName(publisher: string): string {
  return publisher.replace(/\s*\(.*\)$/, '');
}

export function FormulaBar({ workbook, scenario, balance, row, columnId, language }: Props) {
  const cell = row?.cells[columnId];
  if (!row || !cell) {
    return (
      <div className="formula">
        <div className="line muted">{workbench.selectCell[language]}</div>
      </div>
    );
  }
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
      <div className="line muted sentence" title={sentence}>
        {sentence}
      </div>
    </div>
  );
}
