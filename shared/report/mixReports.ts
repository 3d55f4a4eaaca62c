/** Reports in which some pages are of now and the others still of before: what is looked at comes first, the rest follows. */
import type { Report } from './buildReport.ts';

/** Null where the reports have other pages or languages than before, so that there is nothing to stand in for them. */
export function mixReports(before: readonly Report[], now: readonly Report[]): readonly Report[] | null {
  const mixed = now.map((report, at): Report | null => {
    const old = before[at];
    if (!old || old.language !== report.language) return null;
    const fresh = new Map(report.pages.map((page) => [page.id, page]));
    if ([...fresh.keys()].some((id) => !old.pages.some((page) => page.id === id))) return null;
    // What is said once in a report is said where it was said before.
    const pages = old.pages.map((page) => {
      const made = fresh.get(page.id);
      return made ? { ...made, foot: page.foot } : page;
    });
    return { ...report, pages, findings: [...report.findings, ...old.findings.filter(({ page }) => !fresh.has(page))] };
  });
  const whole = mixed.flatMap((report) => report ?? []);
  return whole.length === now.length && before.length === now.length ? whole : null;
}
