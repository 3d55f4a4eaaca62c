/** Reports in a browser: laid out in a frame of this origin, then printed by the print dialog or written as a page. */
import type { Host, HostRequest } from '../../shared/host.ts';
import type { ReportWindow } from '../../shared/report/reportJob.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { download } from './download.ts';

export type BrowserReports = {
  readonly print: Host['printReport'];
  /** A browser writes no PDF itself: its print dialog does, once for each scenario. */
  readonly printAll: Host['exportPdfs'];
  readonly exportPage: Host['exportPage'];
  readonly stop: Host['stopReport'];
  readonly follow: Host['onRequest'];
};

type Inside = Window & ReportWindow;

/** A frame that is not displayed has no pages; this one is laid out beside the screen. */
function reportFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;left:-10000px;top:0;width:900px;height:1200px;border:0';
  frame.src = './report.html';
  return frame;
}

export function browserReports(): BrowserReports {
  let listener: (request: HostRequest) => void = () => undefined;
  let stop = (): void => undefined;
  let isStopped = false;

  /** Null where the user ended it. */
  const inFrame = async <T>(all: number, work: (inside: Inside) => Promise<T>): Promise<Result<T | null>> => {
    const frame = reportFrame();
    const stopped = new Promise<null>((resolve) => (stop = () => resolve(null)));
    listener({ kind: 'report-progress', done: 0, all });
    const laidOut = async (): Promise<Result<T>> => {
      const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
      document.body.append(frame);
      await loaded;
      const inside = frame.contentWindow as (Window & Partial<ReportWindow>) | null;
      if (!inside?.lodestoneReport) return fail('print-failed', { values: { cause: 'report.html' } });
      inside.addEventListener('report-progress', (event) => listener({ kind: 'report-progress', done: (event as CustomEvent<number>).detail, all }));
      return ok(await work(inside as Inside));
    };
    try {
      return (await Promise.race([laidOut(), stopped])) ?? ok(null);
    } catch (error) {
      return fail('print-failed', { values: { cause: error instanceof Error ? error.message : String(error) } });
    } finally {
      frame.remove();
    }
  };

  const print: Host['printReport'] = (job) =>
    inFrame(1, async (inside) => {
      await inside.lodestoneReport.render(job);
      const closed = new Promise((done) => inside.addEventListener('afterprint', done, { once: true }));
      inside.print();
      await closed;
      return null;
    });

  return {
    print,
    async printAll({ scenarios, ...job }) {
      isStopped = false;
      for (const scenario of scenarios) {
        if (isStopped) break;
        const printed = await print({ ...job, scenario });
        if (!printed.ok) return printed;
      }
      return ok(null);
    },
    async exportPage(job, suggestedName) {
      const sent = await inFrame(job.scenarios.length, (inside) => inside.lodestoneReport.write(job));
      if (!sent.ok || sent.value === null) return sent.ok ? ok(null) : sent;
      download(suggestedName, [sent.value.html], 'text/html');
      return ok(suggestedName);
    },
    stop() {
      isStopped = true;
      stop();
    },
    follow(next) {
      listener = next;
      return () => {
        listener = () => undefined;
      };
    },
  };
}
