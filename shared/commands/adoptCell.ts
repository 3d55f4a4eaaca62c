/** Taking a number over from another scenario, vintage or workbook: it is written as if it were typed, with where it comes from. */
import { adoptedCell } from '../messages/scenarioCommands.ts';
import { pathName } from '../messages/names.ts';
import type { CellAddress, LocalText, LockMember, Overlay, ScenarioId, SourceId, Workbook } from '../model/workbook.ts';
import { ok, type Result } from '../result.ts';
import type { Command } from './command.ts';
import { setCell } from './setCell.ts';
import { setDriver } from './setDriver.ts';

export type AdoptCellArgs = CellAddress & {
  readonly scenario: ScenarioId;
  /** In the stored unit of this workbook's series. */
  readonly value: number;
  /** Kept only where this workbook lists the source. */
  readonly source?: SourceId;
  readonly note?: LocalText;
};

const members: readonly LockMember[] = ['volume', 'intensity', 'demand'];

function typed(workbook: Workbook, { scenario, path, period, value }: AdoptCellArgs): Result<Workbook> {
  const [area, sector = '', name] = path.split('/');
  const member = area === 'sectors' ? members.find((one) => one === name && path.split('/').length === 3) : undefined;
  return member === undefined || workbook.sectors[sector]?.kind !== 'driver'
    ? setCell.run(workbook, { scenario, path, period, value })
    : setDriver.run(workbook, { scenario, sector, year: Number(period), member, value });
}

function withOrigin(workbook: Workbook, { scenario: id, path, period, source, note }: AdoptCellArgs): Workbook {
  const origin = { ...(source !== undefined && Object.hasOwn(workbook.sources, source) ? { source } : {}), ...(note === undefined ? {} : { note }) };
  if (Object.keys(origin).length === 0) return workbook;
  const scenario = workbook.scenarios[id];
  if (scenario?.parent === null) {
    const series = workbook.series[path];
    const cell = series?.cells[period];
    if (!series || !cell) return workbook;
    return { ...workbook, series: { ...workbook.series, [path]: { ...series, cells: { ...series.cells, [period]: { ...cell, ...origin } } } } };
  }
  const key = `${path}@${period}`;
  const overlay: Overlay | undefined = scenario?.overlays[key];
  if (!scenario || !overlay) return workbook;
  return { ...workbook, scenarios: { ...workbook.scenarios, [id]: { ...scenario, overlays: { ...scenario.overlays, [key]: { ...overlay, ...origin } } } } };
}

export const adoptCell: Command<AdoptCellArgs> = {
  name: 'adopt-cell',
  label: (workbook, { path, period }) => adoptedCell(pathName(workbook, path), period),
  run(workbook, args) {
    const written = typed(workbook, args);
    return written.ok ? ok(written.value === workbook ? workbook : withOrigin(written.value, args)) : written;
  },
};
