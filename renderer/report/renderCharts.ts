/** The report's charts as static SVG at their final width: the same on screen, in print and in a PDF, and always light. */
import { buildGapOption, type ChartInput } from '../../shared/charts/gapOption.ts';
import { lightPalette } from '../../shared/charts/palette.ts';
import { buildSupplyDemandOption } from '../../shared/charts/supplyDemandOption.ts';
import { renderStaticSvg } from '../charts/renderStaticSvg.ts';

export type ReportCharts = { readonly gap: string; readonly stack: string };

/** CSS pixels between the margins of the page. */
const width = 685;
const gapHeight = 320;
const stackHeight = 235;

export function renderCharts(input: Pick<ChartInput, 'workbook' | 'scenario' | 'balance' | 'language'>): ReportCharts {
  const printed = { ...input, palette: lightPalette };
  return {
    gap: renderStaticSvg(buildGapOption(printed), width, gapHeight),
    stack: renderStaticSvg(buildSupplyDemandOption(printed), width, stackHeight),
  };
}
