/** The bridge of a job, worked out in a worker that is started with the first one and stopped where it is no longer waited for. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bridge } from '../../../shared/analysis/bridge.ts';
import type { BridgeJob } from '../../../shared/analysis/bridgeJob.ts';
import type { Workbook } from '../../../shared/model/workbook.ts';
import type { Result } from '../../../shared/result.ts';
import type { BridgeReply, BridgeRequest } from '../../workers/bridgeMessages.ts';

export type BridgeState =
  | { readonly kind: 'cancelled'; readonly workbook: Workbook }
  | { readonly kind: 'done'; readonly workbook: Workbook; readonly job: BridgeJob; readonly result: Result<Bridge> };

/** What is done sooner needs no word about its progress, ms. */
const quietFor = 50;

function startWorker(): Worker {
  return new Worker(new URL('../../workers/bridge.worker.ts', import.meta.url), { type: 'module' });
}

/** `job` null asks for nothing. The state keeps the last result while the next one is worked out. */
export function useBridge(workbook: Workbook, job: BridgeJob | null): { readonly state: BridgeState | null; readonly working: number | null; cancel(): void } {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [state, setState] = useState<BridgeState | null>(null);
  const [working, setWorking] = useState<number | null>(null);
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    asked.current += 1;
    setWorking(null);
  }, []);
  const key = JSON.stringify(job);
  useEffect(() => {
    const wanted = JSON.parse(key) as BridgeJob | null;
    if (wanted === null) {
      asked.current += 1;
      setState(null);
      setWorking(null);
      return;
    }
    worker.current ??= startWorker();
    asked.current += 1;
    const id = asked.current;
    let share = 0;
    let isShown = false;
    let isAnswered = false;
    const timer = setTimeout(() => {
      isShown = true;
      setWorking(share);
    }, quietFor);
    const hear = ({ data }: MessageEvent<BridgeReply>): void => {
      if (data.id !== asked.current) return;
      if (data.kind === 'progress') {
        share = data.done / data.total;
        if (isShown) setWorking(share);
        return;
      }
      clearTimeout(timer);
      isAnswered = true;
      setWorking(null);
      setState({ kind: 'done', workbook, job: wanted, result: data.result });
    };
    const current = worker.current;
    // The browser reports the error itself; the window only must not wait for an answer that never comes.
    const fall = (): void => {
      clearTimeout(timer);
      stop();
      setState({ kind: 'cancelled', workbook });
    };
    current.addEventListener('message', hear);
    current.addEventListener('error', fall);
    current.postMessage({ id, workbook, job: wanted } satisfies BridgeRequest);
    return () => {
      clearTimeout(timer);
      current.removeEventListener('message', hear);
      current.removeEventListener('error', fall);
      // A long bridge that nobody waits for any more would hold up the next one.
      if (isAnswered || !isShown || worker.current !== current) return;
      current.terminate();
      worker.current = null;
    };
  }, [workbook, key, stop]);
  useEffect(() => stop, [stop]);
  const cancel = useCallback(() => {
    stop();
    setState({ kind: 'cancelled', workbook });
  }, [stop, workbook]);
  return { state, working, cancel };
}
