/** What an event lets through, month by month: the preview beside its parameters. */
import type { EChartsCoreOption } from 'echarts/core';
import { formatMonth } from '../format.ts';
import { exportCategories } from '../messages/structure.ts';
import type { Language } from '../messages/phrase.ts';
import { monthApproval, type ExportEvent } from '../model/approval.ts';
import { monthAt, monthIndex, monthOfDate, type IsoDate } from '../model/period.ts';
import type { ExportCategory } from '../model/workbook.ts';
import { fixedGrid } from './axis.ts';
import type { Palette } from './palette.ts';

export type ApprovalInput = { readonly event: ExportEvent; readonly date: IsoDate; readonly title: string; readonly palette: Palette; readonly language: Language };

/** Months that the preview shows, from the one before the event. */
const shownMonths = 18;

/** The share of each category that passes under the event alone, 0 to 1, from the month before it on. */
export function approvalCurve(event: ExportEvent, category: ExportCategory, date: IsoDate): readonly { readonly month: string; readonly share: number }[] {
  const first = monthIndex(monthOfDate(date)) - 1;
  return Array.from({ length: shownMonths }, (_, at) => ({ month: monthAt(first + at), share: monthApproval([event], category, first + at) }));
}

/** The option of the preview, per cent of the base. */
export function buildApprovalOption({ event, date, title, palette, language }: ApprovalInput): EChartsCoreOption {
  const curves = (['controlled', 'uncontrolled'] as const).map((category) => ({ category, points: approvalCurve(event, category, date) }));
  const months = curves[0]?.points.map(({ month }) => month) ?? [];
  return {
    animation: false,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 10.5, color: palette.muted },
    grid: { ...fixedGrid, left: 38, right: 86, top: 8, bottom: 20 },
    xAxis: {
      type: 'category',
      data: months,
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { color: palette.muted, interval: 5, formatter: (month: string) => formatMonth(month, language) },
    },
    yAxis: { type: 'value', min: 0, max: 100, interval: 50, splitLine: { lineStyle: { color: palette.hairline } }, axisLabel: { color: palette.muted, formatter: '{value}%' } },
    series: curves.map(({ category, points }, at) => ({
      id: category,
      type: 'line',
      symbol: 'none',
      silent: true,
      lineStyle: { width: 1.8, color: at === 0 ? palette.shortage : palette.surplus },
      endLabel: { show: true, formatter: exportCategories[category][language], color: at === 0 ? palette.shortage : palette.surplus, fontSize: 10.5, lineHeight: 14, distance: 6 },
      labelLayout: { moveOverlap: 'shiftY' },
      data: points.map(({ share }) => share * 100),
    })),
  };
}
