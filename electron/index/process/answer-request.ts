import { IndexRefusal } from '#electron/ports/catalogue.ts';
import type { ArchiveIndexer } from './archive-indexer.ts';
import type { IndexAnswer, IndexRequest } from './index-messages.ts';

type AskedRequest = Extract<IndexRequest, { readonly id: number }>;

/** The answer of an index to a request, under its id; what can't be answered is said, and never thrown. */
export const answerRequest = async (indexer: ArchiveIndexer, request: AskedRequest): Promise<IndexAnswer> => {
  const { id, kind } = request;
  try {
    if (kind !== 'question') return { kind: 'done', id, state: await indexer[kind]() };
    return { kind: 'answer', id, value: await indexer.ask(request.question, request.today) };
  } catch (cause) {
    if (cause instanceof IndexRefusal) return { kind: 'refused', id, code: cause.code };
    return { kind: 'failed', id, why: String(cause instanceof Error ? cause.stack : cause) };
  }
};
