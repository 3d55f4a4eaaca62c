/** A bridge as a page of the report: a text page that asks for it by name, so that it is worked out anew whenever it is printed. */
import { bridgeEnds } from '../analysis/bridgeEnds.ts';
import type { BridgeJob } from '../analysis/bridgeJob.ts';
import { formatBridge, parseBridge } from '../analysis/bridgeText.ts';
import { bridgePageTitle, printedBridge } from '../messages/bridge.ts';
import { pagesOf, type PageSettings } from '../model/reportSettings.ts';
import type { LocalText, Workbook } from '../model/workbook.ts';
import { ok } from '../result.ts';
import type { Command } from './command.ts';
import { freshId } from './freshId.ts';

const bridgeLine = /^\[bridge\s+(.+)\]$/;

/** What a bridge leads between, whatever its level, how it is worked out and, between scenarios or vintages, over which months. */
function endsKey(job: BridgeJob): string {
  return JSON.stringify([job.kind, job.kind === 'scenarios' ? '' : job.scenario, job.from, job.to]);
}

function jobOfLine(line: string): BridgeJob | null {
  const [, reference] = bridgeLine.exec(line.trim()) ?? [];
  return reference === undefined ? null : parseBridge(reference);
}

/** The text page that already shows a bridge between the same ends. */
function pageBetween(pages: readonly PageSettings[], job: BridgeJob): PageSettings | undefined {
  const key = endsKey(job);
  return pages.find(({ kind, text }) => kind === 'text' && (text?.en ?? '').split(/\r?\n/).some((line) => {
    const other = jobOfLine(line);
    return other !== null && endsKey(other) === key;
  }));
}

/** The id of the page of a bridge; null where the report has none. */
export function pageOfBridge({ report }: Pick<Workbook, 'report'>, job: BridgeJob): string | null {
  return pageBetween(pagesOf(report), job)?.id ?? null;
}

/** The text with this bridge in the line of the one between the same ends; the rest of what a person wrote stays. */
function withBridge(text: string, job: BridgeJob): string {
  const key = endsKey(job);
  const lines = text.split(/\r?\n/).map((line) => {
    const other = jobOfLine(line);
    return other !== null && endsKey(other) === key ? `[bridge ${formatBridge(job)}]` : line;
  });
  return lines.join('\n');
}

/** Adds the page of a bridge, or brings the one between the same ends up to date and shows it. */
export const printBridge: Command<{ readonly job: BridgeJob }> = {
  name: 'print-bridge',
  label: (workbook, { job }) => printedBridge(bridgeEnds(workbook, job).from, bridgeEnds(workbook, job).to),
  run(workbook, { job }) {
    const pages = pagesOf(workbook.report);
    const known = pageBetween(pages, job);
    if (!known) {
      const { from, to } = bridgeEnds(workbook, job);
      const title: LocalText = bridgePageTitle(from, to);
      const line = `[bridge ${formatBridge(job)}]`;
      const id = freshId('Bridge', 'bridge', Object.fromEntries(pages.map((page) => [page.id, page])));
      return ok({ ...workbook, report: { ...workbook.report, pages: [...pages, { id, kind: 'text', title, text: { en: line, zh: line } }] } });
    }
    const text = { en: withBridge(known.text?.en ?? '', job), zh: withBridge(known.text?.zh ?? '', job) };
    if (known.hidden !== true && text.en === known.text?.en && text.zh === known.text.zh) return ok(workbook);
    const { hidden: _hidden, ...shown } = known;
    return ok({ ...workbook, report: { ...workbook.report, pages: pages.map((one): PageSettings => (one.id === known.id ? { ...shown, text } : one)) } });
  },
};
