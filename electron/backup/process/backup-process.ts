/** The entry of the process that does one job with backups: a utilityProcess of the app. */
import { throttle } from '../job-watch.ts';
import type { BackupAnswer, BackupRequest } from './backup-messages.ts';
import { doJob } from './do-job.ts';

/** Electron's port to the parent; the type stands here because nothing in this folder knows Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: BackupRequest }) => void): void;
  postMessage(answer: BackupAnswer): void;
};

const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
const cancel = new AbortController();

const tell = (answer: BackupAnswer): void => {
  if (parentPort === undefined) process.send?.(answer);
  else parentPort.postMessage(answer);
};

const receive = async (request: BackupRequest): Promise<void> => {
  if (request.kind === 'cancel') {
    cancel.abort();
    return;
  }
  const onProgress = throttle((done, total) => tell({ kind: 'progress', done, total }));
  try {
    tell({ kind: 'done', result: await doJob(request.job, { signal: cancel.signal, onProgress }) });
  } catch (bug) {
    tell({ kind: 'bug', why: String(bug instanceof Error ? bug.stack : bug) });
  }
};

if (parentPort === undefined) {
  process.on('message', (request: BackupRequest) => void receive(request));
  process.on('disconnect', () => process.exit());
} else {
  parentPort.on('message', ({ data }) => void receive(data));
}
