/** Works out bridges beside the window, one after the other, and says how far it is. */
import { runBridgeJob } from '../../shared/analysis/bridgeJob.ts';
import type { BridgeReply, BridgeRequest } from './bridgeMessages.ts';

function reply(message: BridgeReply): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<BridgeRequest>) => {
  const { id, workbook, job } = data;
  const result = runBridgeJob(workbook, job, { onProgress: (done, total) => reply({ id, kind: 'progress', done, total }) });
  reply({ id, kind: 'result', result });
});
