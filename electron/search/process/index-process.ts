/**
 * The entry of the process with the search index: a utilityProcess of the app, or a child of plain Node in a test. Its
 * last arguments are the folder of the archive, its id, and the file of the index.
 */
import { ArchiveIndexer } from './archive-indexer.ts';
import type { IndexAnswer, IndexRequest } from './index-messages.ts';

/** Electron's port to the parent; the type stands here because nothing in this folder knows Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: IndexRequest }) => void): void;
  postMessage(answer: IndexAnswer): void;
};

const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
const [root = '', archiveId = '', path = ''] = process.argv.slice(-3);

const tell = (answer: IndexAnswer): void => {
  if (parentPort === undefined) process.send?.(answer);
  else parentPort.postMessage(answer);
};

const indexer = new ArchiveIndexer({ root, archiveId, path }, (state) => tell({ is: 'state', state }));

const answer = async (id: number, work: Promise<IndexAnswer>): Promise<void> => {
  try {
    tell(await work);
  } catch (cause) {
    tell({ is: 'failed', id, why: String(cause instanceof Error ? cause.stack : cause) });
  }
};

const answerRequest = (request: Extract<IndexRequest, { readonly id: number }>): void => {
  const { id } = request;
  if (request.ask === 'search') {
    const asked = indexer.search(request.question);
    void answer(
      id,
      asked.then((found) => ({ is: 'answer', id, answer: found })),
    );
    return;
  }
  if (request.ask === 'facets') {
    const counted = indexer.facets(request.question);
    void answer(
      id,
      counted.then((facets) => ({ is: 'facets', id, facets })),
    );
    return;
  }
  const made = request.ask === 'rebuild' ? indexer.rebuild() : indexer.update();
  void answer(
    id,
    made.then((state) => ({ is: 'done', id, state })),
  );
};

const receive = (request: IndexRequest): void => {
  if ('id' in request) answerRequest(request);
  else if (request.ask === 'change') indexer.change(request.units);
  else if (request.ask === 'stop') indexer.stop();
  else {
    indexer.close();
    process.exit();
  }
};

if (parentPort === undefined) {
  process.on('message', receive);
  process.on('disconnect', () => process.exit());
} else {
  parentPort.on('message', ({ data }) => receive(data));
}
