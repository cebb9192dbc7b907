import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { VerifiedFile } from '#domain/contract/memo-sent.ts';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import type { DocumentManifest } from '#domain/memo/document-apparatus.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ExportedBytes } from '#electron/ports/exported-file.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { readCitedArticles } from '../read-memo-material.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'desktop' | 'readExportedFile'>;

/** The quotes of a manifest as a memo that quotes them: what became of each is found as for any citation. */
const contentOf = ({ quotes }: DocumentManifest): MemoContent => ({
  type: 'doc',
  content: [
    {
      type: 'section',
      attrs: { role: 'own', heading: 'Quotes' },
      content: quotes.map((attrs) => ({ type: 'quotation', attrs })),
    },
  ],
});

const quotesNow = async ({ archive }: Deps, manifest: DocumentManifest) => {
  const ids = new Set(manifest.quotes.map(({ articleId }) => articleId));
  const { articles } = await readCitedArticles(archive, ids);
  const material = { articles, sources: [], tasks: [], sha256: sha256Of };
  return resolveCitations(contentOf(manifest), material).map(({ articleId, passageId, state }) => ({
    articleId,
    passageId,
    state,
  }));
};

/** Whether the bytes are those that were written when the snapshot was taken. */
const fileNow = async (
  { archive }: Deps,
  { memoId, snapshotId }: DocumentManifest,
  { sha256 }: ExportedBytes,
): Promise<VerifiedFile['file']> => {
  const file = await archive.snapshot(memoId, snapshotId);
  const written = file.ok ? file.value.snapshot.exported : null;
  if (written === null) return 'unknown';
  return written.sha256 === sha256 ? 'as-exported' : 'changed';
};

/**
 * Checks an exported file that is asked for against the archive: whether it is the one that was written, and whether each
 * quotation in it still holds. Fails `no-manifest`, `foreign-file`, or with the reason why it can't be read.
 */
export const verifyFile = async (deps: Deps): Promise<Result<VerifiedFile, AppError>> => {
  const path = await deps.desktop.chooseExported();
  if (path === null) return err({ code: 'cancelled' });
  const read = await deps.readExportedFile(path);
  if (!read.ok) return read;
  const { fileName, manifest } = read.value;
  if (manifest === null) return err({ code: 'no-manifest', file: fileName });
  if (manifest.archiveId !== deps.archive.info.id) return err({ code: 'foreign-file', file: fileName });
  const { memoId, snapshotId } = manifest;
  const memo = await deps.archive.memo(memoId);
  const file = await fileNow(deps, manifest, read.value);
  const quotes = await quotesNow(deps, manifest);
  return ok({
    fileName,
    memoId,
    memo: memo.ok
      ? { referenceNumber: memo.value.memo.head.referenceNumber, state: memo.value.memo.state }
      : null,
    snapshotId,
    file,
    quotes,
    ok: file === 'as-exported' && quotes.every(({ state }) => state === 'ok'),
  });
};
