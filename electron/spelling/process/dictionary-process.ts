/** The entry of the process that reads spelling dictionaries: a utilityProcess of the app, for one job. */
import type { DictionaryAnswer, DictionaryJob } from './dictionary-messages.ts';
import { doDictionaryJob } from './do-dictionary-job.ts';

/** Electron's port to the parent; declared here because nothing in this folder imports Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: DictionaryJob }) => void): void;
  postMessage(answer: DictionaryAnswer): void;
};

const { parentPort } = process as NodeJS.Process & { readonly parentPort: ParentPort };

parentPort.on('message', ({ data }) => {
  void doDictionaryJob(data).then((answer) => parentPort.postMessage(answer));
});
