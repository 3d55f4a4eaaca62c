/** The parts of the window that most starts do without, and when those that are not loaded with it are. */
import { afterFirstPaint } from './charts/afterFirstPaint.ts';
import { idle } from './late/idle.ts';
import { latePart, presentPart } from './late/latePart.ts';
import { AnnotatePanel } from './views/AnnotatePanel.tsx';
import { CommandPalette } from './views/CommandPalette.tsx';
import { TermsPanel } from './views/TermsPanel.tsx';
import { UnitDialog } from './views/UnitDialog.tsx';

export const lateParts = {
  /** Drawing is the heaviest part of the window and the last that is needed: the grid comes first, the charts' place is kept. */
  chart: latePart(async () => {
    await afterFirstPaint();
    const { Chart } = await import('./charts/Chart.tsx');
    await idle(200);
    return Chart;
  }),
  palette: presentPart(CommandPalette),
  annotate: presentPart(AnnotatePanel),
  terms: presentPart(TermsPanel),
  unit: presentPart(UnitDialog),
  trace: latePart(async () => (await import('./views/TracePanel.tsx')).TracePanel),
  history: latePart(async () => (await import('./views/HistoryPanel.tsx')).HistoryPanel),
  findings: latePart(async () => (await import('./views/FindingsPanel.tsx')).FindingsPanel),
  structure: latePart(async () => (await import('./dialogs/StructureDialog.tsx')).StructureDialog),
  keyboard: latePart(async () => (await import('./views/KeyboardPage.tsx')).KeyboardPage),
  versions: latePart(async () => (await import('./views/VersionsPanel.tsx')).VersionsPanel),
  library: latePart(async () => (await import('./views/LibraryView.tsx')).LibraryView),
  differences: latePart(async () => (await import('./views/DifferencesList.tsx')).DifferencesList),
  compare: latePart(async () => (await import('./views/compare/CompareView.tsx')).CompareView),
  report: latePart(async () => (await import('./views/ReportView.tsx')).ReportView),
} as const;

/** Loads everything while nothing else is to be done, so that the first use of a part does not wait. */
export async function prepareParts(): Promise<void> {
  const { chart, ...others } = lateParts;
  await chart.prepare();
  for (const part of Object.values(others)) {
    await idle(2000);
    await part.prepare();
  }
}
