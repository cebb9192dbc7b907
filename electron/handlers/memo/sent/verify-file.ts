import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { VerifiedFile } from '#domain/contract/memo-sent.ts';
import { type MemoId, memoIdSchema } from '#domain/ids.ts';
import type { LaterReading } from '#domain/memo/citations/later-reading.ts';
import type { LaterVersions } from '#domain/memo/citations/memo-material.ts';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import type { DocumentManifest } from '#domain/memo/document-apparatus.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { brokenLinks, hashOfSnapshot, type Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { type DifferingWords, differingWords } from '#domain/memo/verify/compare-words.ts';
import { namesIn } from '#domain/memo/verify/manifest.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { ExportedBytes } from '#electron/ports/exported-file.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { readLaterVersions } from '../read-later-versions.ts';
import { readCitedArticle, readCitedArticles } from '../read-memo-material.ts';
import {
  findNamedArticles,
  findNamedMemo,
  findNamedQuotes,
  isKnown,
  type KnownQuote,
} from './named-in-file.ts';
import { sentSnapshots } from './snapshots-of.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'desktop' | 'readExportedFile' | 'texts'>;

/** The quotes of a file as the content of a memo, so that their changes are found as for any citation. */
const contentOf = (quotes: readonly KnownQuote[]): MemoContent => ({
  type: 'doc',
  content: [
    {
      type: 'section',
      attrs: { role: 'own', heading: 'Quotes' },
      content: quotes.map((attrs) => ({ type: 'quotation', attrs })),
    },
  ],
});

const laterOf = (
  later: LaterReading | undefined,
  versions: LaterVersions | undefined,
): VerifiedFile['quotes'][number]['later'] =>
  later === undefined || versions === undefined
    ? null
    : {
        standing: later.standing,
        version: later.version,
        newestVersion: later.newestVersion,
        supersededAt: versions.newest.article.importedAt,
      };

/** The state of each quotation, in its own copy and in the newest version of its article. */
const quotesNow = async (
  { archive, catalogue }: Deps,
  manifest: DocumentManifest,
  snapshot: Snapshot | null,
): Promise<VerifiedFile['quotes']> => {
  const named = await findNamedArticles(archive, manifest, snapshot);
  const { articles: read } = await readCitedArticles(archive, new Set(named.values()));
  const quotes = findNamedQuotes(manifest, snapshot, named, read);
  const known = quotes.flatMap((quote) => (isKnown(quote) ? [quote] : []));
  const versions = await readLaterVersions(archive, catalogue, read, (id) => readCitedArticle(archive, id));
  const material = { ...versions, sources: [], tasks: [], sha256: sha256Of };
  const resolved = resolveCitations(contentOf(known), material).values();
  return quotes.map(({ articleId, passageId, ...quote }) => {
    const now = isKnown({ ...quote, articleId, passageId }) ? resolved.next().value : undefined;
    const later = now === undefined ? null : laterOf(now.later, versions.later?.get(now.articleId));
    return { articleId, passageId, state: now?.state ?? 'missing', later };
  });
};

/** Whether the bytes are those that were written when the snapshot was taken. */
const fileNow = (snapshot: Snapshot | null, { sha256 }: ExportedBytes): VerifiedFile['file'] => {
  const written = snapshot?.exported ?? null;
  if (written === null) return 'unknown';
  return written.sha256 === sha256 ? 'as-exported' : 'changed';
};

/** The words of a PDF, read in the sandboxed page like any other; null if it can't be read there. */
const readPdf = async ({ texts }: Deps, path: string): Promise<string | null> => {
  const read = await texts.readFile(path);
  return read.ok ? canonicalText(read.value.body) : null;
};

const noDifference: DifferingWords = { quotes: [], texts: [] };

/** The words that differ in a file that is not the one that was written. */
const wordsNow = async (
  deps: Deps,
  path: string,
  read: ExportedBytes,
  snapshot: Snapshot | null,
): Promise<VerifiedFile['words']> => {
  if (fileNow(snapshot, read) === 'as-exported') return noDifference;
  if (snapshot === null) return null;
  const words = read.words ?? (await readPdf(deps, path));
  return words === null ? null : differingWords(snapshot.document, words);
};

/** The number of an existing memo, else its id, or its name in the file. */
const numberOf = async (reader: ArchiveReader, id: string): Promise<string> => {
  const known = memoIdSchema.safeParse(id);
  const memo = known.success ? await reader.memo(known.data) : null;
  return memo?.ok ? memo.value.memo.head.referenceNumber : id;
};

type Chain = Pick<VerifiedFile, 'chain' | 'changedMemos' | 'sentSha256'>;

/** Whether each sent snapshot still matches what the next one, and the file, record about it. */
const chainNow = async (
  { archive }: Deps,
  { chainSha256, memo: name }: DocumentManifest,
  memoId: MemoId | null,
): Promise<Chain> => {
  const sent = await sentSnapshots(archive);
  const own = sent.find((snapshot) => snapshot.memoId === memoId);
  const sentSha256 = own === undefined ? null : hashOfSnapshot(own, sha256Of);
  const isOwnChanged = chainSha256 !== undefined && sentSha256 !== chainSha256;
  // A memo that is gone is named as in the file.
  const ofFile = isOwnChanged ? [memoId ?? name] : [];
  const changed = new Set<string>([...brokenLinks(sent, sha256Of).map((link) => link.memoId), ...ofFile]);
  const changedMemos: string[] = [];
  for (const id of changed) changedMemos.push(await numberOf(archive, id));
  if (changedMemos.length > 0) return { chain: 'broken', changedMemos, sentSha256 };
  const isChained = chainSha256 !== undefined || sent.some(({ follows = [] }) => follows.length > 0);
  return { chain: isChained ? 'whole' : 'none', changedMemos, sentSha256 };
};

const holds = ({ file, quotes, words, chain }: Omit<VerifiedFile, 'ok'>): boolean =>
  file === 'as-exported' &&
  chain !== 'broken' &&
  quotes.every(({ state }) => state === 'ok') &&
  words?.quotes.length === 0;

/**
 * Checks an exported file against the archive: whether it is the file that was written, which words differ, whether
 * each quotation in it is still correct, and whether the sent snapshots are unchanged. Fails with `no-manifest`,
 * `foreign-file`, or the reason why it can't be read.
 */
export const verifyFile = async (deps: Deps): Promise<Result<VerifiedFile, AppError>> => {
  const path = await deps.desktop.chooseExported();
  if (path === null) return err({ code: 'cancelled' });
  const read = await deps.readExportedFile(path);
  if (!read.ok) return read;
  const { fileName, manifest } = read.value;
  if (manifest === null) return err({ code: 'no-manifest', file: fileName });
  const { archive } = deps;
  if (manifest.archive !== namesIn(manifest, sha256Of).of(archive.info.id))
    return err({ code: 'foreign-file', file: fileName });
  const { memoId, snapshotId } = await findNamedMemo(archive, manifest);
  const memo = memoId === null ? null : await archive.memo(memoId);
  const kept = memoId === null || snapshotId === null ? null : await archive.snapshot(memoId, snapshotId);
  const snapshot = kept?.ok ? kept.value.snapshot : null;
  const verified = {
    fileName,
    memoId,
    memo: memo?.ok
      ? { referenceNumber: memo.value.memo.head.referenceNumber, state: memo.value.memo.state }
      : null,
    snapshotId,
    file: fileNow(snapshot, read.value),
    quotes: await quotesNow(deps, manifest, snapshot),
    words: await wordsNow(deps, path, read.value, snapshot),
    ...(await chainNow(deps, manifest, memoId)),
  };
  return ok({ ...verified, ok: holds(verified) });
};
