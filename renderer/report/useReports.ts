/** The reports of a workbook as they are edited: after an edit the pages in view are made at once, the others one by one, between which the window goes on. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { pagesOf, type ReportLanguage } from '../../shared/model/reportSettings.ts';
import { withoutReport } from '../../shared/model/withoutReport.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import type { Report } from '../../shared/report/buildReport.ts';
import { buildReports } from '../../shared/report/buildReports.ts';
import { mixReports } from '../../shared/report/mixReports.ts';
import { ok, type Result } from '../../shared/result.ts';
import { useAwaitedBridges, type AwaitedBridges } from './useAwaitedBridges.ts';

type Subject = { readonly workbook: Workbook; readonly scenario: ScenarioId; readonly language: ReportLanguage };

export type ShownReports = {
  readonly reports: Result<readonly Report[]>;
  /** Some pages are still those of before. */
  readonly isUnderWay: boolean;
  /** The bridges that are worked out beside the window and stand on their pages when they come. */
  readonly bridges: AwaitedBridges;
};

/** Pages are remembered by what they are made from, so a report of these is put together in no time. */
function saysTheSame(a: Subject | null, b: Subject): boolean {
  return a !== null && a.scenario === b.scenario && a.language === b.language && withoutReport(a.workbook) === withoutReport(b.workbook);
}

function shownIds({ report }: Workbook): readonly string[] {
  return pagesOf(report).filter(({ hidden }) => hidden !== true).map(({ id }) => id);
}

/** Lets the window paint and take keys. */
function rest(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}

type Whole = Subject & { readonly reports: readonly Report[] };

/** `inView` are the ids of the pages that are looked at. */
export function useReports(workbook: Workbook, scenario: ScenarioId, language: ReportLanguage, inView: readonly string[]): ShownReports {
  const [made, setMade] = useState<Whole | null>(null);
  const subject = useMemo((): Subject => ({ workbook, scenario, language }), [workbook, scenario, language]);
  const isWhole = made === null || saysTheSame(made, subject) || made.scenario !== scenario;
  const [come, setCome] = useState(0);
  const onCome = useCallback(() => setCome((before) => before + 1), []);
  const shown = useMemo((): Omit<ShownReports, 'bridges'> & { readonly come: number } => {
    if (!isWhole && made) {
      const ids = shownIds(workbook);
      const pages = inView.map((id) => ids.indexOf(id) + 1).filter((page) => page > 0);
      const quick = pages.length === 0 ? null : buildReports(workbook, scenario, { language, pages, awaits: true });
      const mixed = quick?.ok === true ? mixReports(made.reports, quick.value) : null;
      if (mixed) return { reports: ok(mixed), isUnderWay: true, come };
    }
    return { reports: buildReports(workbook, scenario, { language, awaits: true }), isUnderWay: false, come };
  }, [isWhole, made, workbook, scenario, language, inView, come]);
  const bridges = useAwaitedBridges(workbook, shown.reports.ok ? shown.reports.value.flatMap(({ awaited }) => awaited) : [], onCome);
  useEffect(() => {
    let isOver = false;
    const finish = async (): Promise<void> => {
      const pages = shown.isUnderWay ? shownIds(workbook) : [];
      for (const [at] of pages.entries()) {
        await rest();
        if (isOver) return;
        buildReports(workbook, scenario, { language, pages: [at + 1], awaits: true });
      }
      const reports = buildReports(workbook, scenario, { language, awaits: true });
      if (!isOver && reports.ok) setMade({ workbook, scenario, language, reports: reports.value });
    };
    if (made === null || !saysTheSame(made, subject)) void finish();
    return () => {
      isOver = true;
    };
  }, [made, subject, shown.isUnderWay, workbook, scenario, language]);
  return { ...shown, bridges };
}
