import { readablePages } from '#domain/article/draft/import-remarks.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ReadScan } from '#domain/contract/import.ts';
import type { Input } from '#domain/contract/requests.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { invalidInput, notFound } from '../../shared/failures.ts';
import type { ImportDrafts } from './import-drafts.ts';

type Deps = Pick<HandlerDeps, 'scans' | 'texts' | 'emit'>;

/**
 * Reads the pages of a draft that are scans, or whose letters are garbage, from their pictures, and the draft anew with their
 * words; with the password that opened the file. What was read before the reading was ended is kept. Fails as `OcrFailure` says, and then the draft is as it was, and
 * `cancelled` where it was sealed or discarded meanwhile.
 */
export const readScanned = async (
  { scans, texts, emit }: Deps,
  drafts: ImportDrafts,
  { draftId, language }: Input<'import:read-scanned'>,
  signal: AbortSignal,
): Promise<Result<ReadScan, AppError>> => {
  const kept = drafts.get(draftId);
  if (kept === undefined) return notFound('draft', draftId);
  const pages = readablePages(kept.draft.remarks);
  if (pages.length === 0) return invalidInput('import:read-scanned', 'the text has no scanned pages');
  const onProgress = (done: number): void => emit('ocr-progress', { done, total: pages.length });
  const { password } = kept;
  const bytes = kept.read.original;
  const reading = await scans.readPictures({ bytes, password, pages, language }, { onProgress, signal });
  // An end is told also where it came by a failure.
  onProgress(pages.length);
  if (!reading.ok) return err({ code: reading.error });
  const { pages: read, unread } = reading.value;
  if (read.length === 0) return ok({ draft: kept.draft, read: 0, unread });
  const anew = await texts.readWithPages(kept.read, read, password);
  if (!anew.ok) return err({ code: anew.error });
  const draft = await drafts.replace(draftId, anew.value);
  return draft === undefined ? err({ code: 'cancelled' }) : ok({ draft, read: read.length, unread });
};
