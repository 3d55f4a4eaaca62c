/** The report document in a window that is never shown: laid out, printed, destroyed. */
import { isReportReady, isSentReport, type ReportJob, type ReportReady, type SentJob } from '../../shared/report/reportJob.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { PdfDescription } from './describePdf.ts';
import { followProgress } from './followProgress.ts';

/** What printing needs of the hidden window, which has loaded report.html. */
export type ReportWindow = {
  /** Runs a script in the page and gives what its promise resolves to. */
  run(script: string): Promise<unknown>;
  printToPdf(): Promise<Uint8Array>;
  /** Opens the system's print dialog; false when the user cancels. */
  print(): Promise<boolean>;
  destroy(): void;
};

export type ReportPrinter = {
  /** Problem: print-failed, with the page's own sentence where it has one. */
  pdf(job: ReportJob): Promise<Result<Uint8Array>>;
  /** The report as one page of HTML, UTF-8; `told` hears how many of its scenarios are done. Fails as `pdf` does. */
  page(job: SentJob, told: (done: number) => void): Promise<Result<Uint8Array>>;
  /** Ends what is under way; each fails with report-stopped. */
  stop(): void;
  /** Cancelling is no failure. */
  print(job: ReportJob): Promise<Result<null>>;
};

/** How long the page may take to lay out before it is taken for lost. */
const defaultTimeoutMs = 30_000;

export type PrinterParts = {
  openWindow(): Promise<ReportWindow>;
  /** Writes title, author and language into the PDF. */
  describe(pdf: Uint8Array, description: PdfDescription): Promise<Uint8Array>;
  readonly timeoutMs?: number;
};

export function createReportPrinter({ openWindow, describe, timeoutMs = defaultTimeoutMs }: PrinterParts): ReportPrinter {
  const stops = new Set<() => void>();
  const withWindow = async <T>(work: (window: ReportWindow) => Promise<T>): Promise<Result<T>> => {
    let window: ReportWindow | null = null;
    let isStopped = false;
    let end = (): void => undefined;
    const stopped = new Promise<never>((_, reject) => {
      end = () => {
        isStopped = true;
        reject(new Error('stopped'));
      };
    });
    stops.add(end);
    try {
      const opened = openWindow();
      // A window that opens only after it was given up goes at once.
      const late = (one: ReportWindow): void => {
        if (isStopped && window === null) one.destroy();
      };
      opened.then(late, () => undefined);
      window = await Promise.race([opened, stopped]);
      return ok(await Promise.race([work(window), stopped]));
    } catch (error) {
      return isStopped ? fail('report-stopped') : fail('print-failed', { values: { cause: firstLine(error) } });
    } finally {
      stops.delete(end);
      window?.destroy();
    }
  };
  const withPages = <T>(job: ReportJob, work: (window: ReportWindow, ready: ReportReady) => Promise<T>): Promise<Result<T>> =>
    withWindow(async (window) => {
      const ready = await inTime(window.run(callScript('render', job, timeoutMs)), timeoutMs);
      if (!isReportReady(ready)) throw new Error('the report page did not say how many pages it has');
      return work(window, ready);
    });
  return {
    pdf: (job) => withPages(job, async (window, ready) => describe(await window.printToPdf(), ready)),
    page: (job, told) =>
      withWindow(async (window) => {
        const written = inTime(window.run(callScript('write', job, timeoutMs)), timeoutMs * job.scenarios.length);
        const sent = await followProgress(written, () => window.run('window.lodestoneReport?.done() ?? 0'), told);
        if (!isSentReport(sent)) throw new Error('the report page wrote nothing');
        return new TextEncoder().encode(sent.html);
      }),
    stop() {
      for (const stop of stops) stop();
    },
    async print(job) {
      const printed = await withPages(job, (window) => window.print());
      return printed.ok ? ok(null) : printed;
    },
  };
}

/** As text, because it runs in the page. The job is data: JSON is an expression of JavaScript and nothing in it can end the expression. */
function callScript(name: 'render' | 'write', job: ReportJob | SentJob, timeoutMs: number): string {
  return `(async () => {
    const end = Date.now() + ${String(timeoutMs)};
    while (!window.lodestoneReport) {
      if (Date.now() > end) throw new Error('the report page did not start');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return window.lodestoneReport.${name}(${JSON.stringify(job)});
  })()`;
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the report page did not answer')), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/^Error: /, '');
}
