/** Demand by use and exports stacked, supply as a line over them, named at the right edge instead of in a legend. */
import { orderedSectors } from '../model/orderedSectors.ts';
import type { EChartsCoreOption } from 'echarts/core';
import { chartMessages } from '../messages/charts.ts';
import type { SectorId, Workbook } from '../model/workbook.ts';
import { activeEvents, eventMarks, inKilotonnes, fixedGrid, monthAxis, plainLine, shownMonths, valueAxis } from './axis.ts';
import { forecastArea } from './forecastGround.ts';
import { periodOfMonth } from '../periodicity.ts';
import { balanceByPeriod } from './balanceByPeriod.ts';
import type { ChartInput } from './gapOption.ts';
import type { Palette } from './palette.ts';

/** The colour of a sector, the same everywhere. */
export function sectorColor(workbook: Pick<Workbook, 'sectors'>, id: SectorId, palette: Palette): string {
  const sector = workbook.sectors[id];
  if (!sector || sector.kind === 'residual') return palette.otherDomestic;
  const place = orderedSectors(workbook.sectors).findIndex(([other]) => other === id);
  return palette.series[place % palette.series.length] ?? palette.otherDomestic;
}

/** Below this share of the total a band is too thin for a name of its own beside it. */
const namedShare = 0.025;

/** What a name takes of the height in px; by its font size alone ECharts would move names apart by too little. */
const nameHeight = 14;

/** The margins of the drawing in px: the names of the bands stand at the right. */
export const supplyDemandMargins = { left: 40, right: 112, top: 22, bottom: 36 } as const;

/** The option of the stacked chart, kt blank-equivalent per month. */
export function buildSupplyDemandOption({ workbook, scenario, balance: monthly, palette, language, narrow, periodicity = 'months' }: ChartInput): EChartsCoreOption {
  const balance = balanceByPeriod(monthly, periodicity);
  const shown = shownMonths(balance, periodOfMonth(workbook.shownFrom, periodicity));
  const last = balance.months.length - 1;
  const total = (balance.demandTotal.values[last] ?? 0) + (balance.exports.values[last] ?? 0);
  const supply = inKilotonnes(balance.supply.values, shown);
  const area = forecastArea(balance, shown, { values: [] }, palette, language);
  const band = (id: string, name: string, color: string, values: readonly (number | null)[]) => ({
    id,
    name,
    type: 'line' as const,
    stack: 'uses',
    ...plainLine,
    lineStyle: { width: 0.6, color: palette.background },
    areaStyle: { color, opacity: 0.9 },
    endLabel: { show: total > 0 && (values[last] ?? 0) / total > namedShare, formatter: name, color: palette.muted, fontSize: 10.5, lineHeight: nameHeight, distance: 6, width: 104, overflow: 'truncate' as const },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: inKilotonnes(values, shown),
  });
  return {
    animation: false,
    aria: { enabled: true, label: { description: chartMessages.stackTitle[language] } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 11, color: palette.muted },
    grid: { ...fixedGrid, ...supplyDemandMargins },
    xAxis: { ...monthAxis(shown, palette, language, narrow), boundaryGap: false },
    yAxis: valueAxis(palette),
    series: [
      ...balance.sectorIds.map((id) =>
        band(`sector-${id}`, workbook.sectors[id]?.name[language] ?? id, sectorColor(workbook, id, palette), balance.sectors[id]?.demand.values ?? []),
      ),
      band('exports', chartMessages.exports[language], palette.exports, balance.exports.values),
      {
        id: 'supply',
        name: chartMessages.supply[language],
        type: 'line',
        ...plainLine,
        lineStyle: { width: 2, color: palette.ink },
        endLabel: { show: supply.some((value) => value !== null), formatter: chartMessages.supply[language], color: palette.ink, fontWeight: 600, fontSize: 10.5, lineHeight: nameHeight, distance: 6, width: 104, overflow: 'truncate' as const },
        labelLayout: { moveOverlap: 'shiftY' },
        data: supply,
        markLine: { symbol: 'none', silent: true, animation: false, data: eventMarks(activeEvents(workbook, scenario), shown, palette) },
        ...(area === undefined ? {} : { markArea: { ...area, label: { show: false } } }),
      },
    ],
  };
}
