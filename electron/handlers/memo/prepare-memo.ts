import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoFinding } from '#domain/contract/memo.ts';
import type { MemoId, SearchId } from '#domain/ids.ts';
import { markingsNeededBy } from '#domain/memo/checks/form-rules.ts';
import { listFindings } from '#domain/memo/checks/list-findings.ts';
import type { MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import type { ResolvedCitation } from '#domain/memo/citations/resolved-citation.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MissingGlyph } from '#domain/memo/document/missing-glyph.ts';
import { nameSources } from '#domain/memo/document/print-source.ts';
import { printStatus } from '#domain/memo/document/print-status.ts';
import { bareApparatus } from '#domain/memo/document-apparatus.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { type ChosenParts, partsOfForm } from '#domain/memo/export/export-parts.ts';
import type { AnnexEvidence } from '#domain/memo/export/print-annex.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { hashOfSnapshot, type Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { manifestOf } from '#domain/memo/verify/manifest.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import { readWordTemplate } from '../form/read-form.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { findEvidence, findSavedSearch } from './citing/find-evidence.ts';
import { readLaterVersions } from './read-later-versions.ts';
import { readCitedArticle, readCitedArticles, readMemoMaterial } from './read-memo-material.ts';
import { draftNumberOf } from './sent/snapshots-of.ts';
import { styleMemo } from './style-memo.ts';

/** A memo with all its evidence, and its document. */
export type PreparedMemo = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** For a sent memo: the document that its readers got, with the changes of its evidence since. */
  readonly document: MemoDocument;
  /** The present evidence of each citation. */
  readonly citations: readonly ResolvedCitation[];
  /** The snapshot taken at sending, or why it can't be read; null if there is none. */
  readonly sentAs: Result<Snapshot, AppError> | null;
};

type Deps = { readonly archive: ArchiveReader } & Pick<HandlerDeps, 'catalogue'>;

const readSentAs = async (reader: ArchiveReader, { id, sending }: Memo): Promise<PreparedMemo['sentAs']> => {
  if (sending === null) return null;
  const file = await reader.snapshot(id, sending.snapshotId);
  return file.ok ? ok(file.value.snapshot) : file;
};

/**
 * Reads a memo and its evidence, and builds the document; `typed` replaces the saved text. Fails with `not-found` for a
 * memo in the trash.
 */
export const prepareMemo = async (
  { archive, catalogue }: Deps,
  memoId: MemoId,
  typed: Partial<Memo> = {},
): Promise<Result<PreparedMemo, AppError>> => {
  const file = await archive.memo(memoId);
  if (!file.ok) return file;
  const { tasks } = file.value;
  const memo = { ...file.value.memo, ...typed };
  const material = await readMemoMaterial(archive, catalogue, memo, tasks);
  if (!material.ok) return material;
  const sentAs = await readSentAs(archive, memo);
  const document: MemoDocument = sentAs?.ok
    ? { ...sentAs.value.document, ...bareApparatus, status: printStatus(memo, material.value.lineage) }
    : buildMemoDocument(memo, material.value);
  return ok({
    memo,
    material: material.value,
    document,
    citations: nameSources(
      resolveCitations(memo.content, material.value, memo.head.language),
      material.value,
    ),
    sentAs,
  });
};

/**
 * The findings of the checks in a memo and its document. It yields to the event loop, because words that occur a
 * hundred thousand times in a long text are checked in many places.
 */
export const listMemoFindings = (
  prepared: PreparedMemo,
  missingGlyphs: readonly MissingGlyph[],
): Promise<readonly MemoFinding[]> =>
  runYielding(listFindings({ ...prepared, missingGlyphs }), createYielder());

/** The chain of a snapshot that is being sent, including the file of the same act. */
const chainOf = (snapshot: Snapshot) =>
  snapshot.cause === 'sending' ? hashOfSnapshot(snapshot, sha256Of) : null;

/** The most passages of an annex. */
export const MOST_PASSAGES = 500;

/**
 * The passages of a saved search for the annex of a memo. Fails with `not-found` if the search does not exist,
 * `annex-too-large` if it finds more than MOST_PASSAGES, `marking-below-evidence` if the memo has a lower marking than
 * what it finds, `text-altered` if a text is not as sealed.
 */
const readAnnexEvidence = async (
  { archive: reader, catalogue }: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  memo: Memo,
  searchId: SearchId,
): Promise<Result<AnnexEvidence, AppError>> => {
  const search = await findSavedSearch(reader, searchId);
  if (!search.ok) return search;
  const found = await findEvidence({ reader, catalogue }, { kind: 'search', searchId });
  if (!found.ok) return found;
  const { passages } = found.value;
  if (passages.length > MOST_PASSAGES)
    return err({
      code: 'annex-too-large',
      search: search.value.name,
      found: passages.length,
      most: MOST_PASSAGES,
    });
  const ids = new Set(passages.map(({ articleId }) => articleId));
  const read = await readCitedArticles(reader, ids);
  const { articles } = await readLaterVersions(reader, catalogue, read.articles, (id) =>
    readCitedArticle(reader, id),
  );
  const needed = markingsNeededBy(memo, [...articles.values()]).find(({ level }) => level === 'error');
  if (needed !== undefined)
    return err({ code: 'marking-below-evidence', needed: printMarking(needed.needed) });
  return ok({ name: search.value.name, passages, articles });
};

type Dressed = { readonly document: MemoDocument; readonly evidence: AnnexEvidence | null };

const dress = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  { memo, material, document, sentAs }: PreparedMemo,
  snapshot: Snapshot,
  chosen: ChosenParts,
): Promise<Result<Dressed, AppError>> => {
  const { archive } = deps;
  const parts = { ...partsOfForm(material.form, memo.head.marking), ...chosen };
  const searchId = parts.annex ? parts.annexSearch : null;
  const evidence = searchId === null ? ok(null) : await readAnnexEvidence(deps, memo, searchId);
  if (!evidence.ok) return evidence;
  const dressing = {
    memo,
    material,
    sentWith: sentAs?.ok ? sentAs.value.evidence : null,
    draftNumber: memo.sending === null ? await draftNumberOf(archive, memo.id, snapshot.document) : null,
    manifest: manifestOf(archive.info.id, snapshot, sha256Of, chainOf(sentAs?.ok ? sentAs.value : snapshot)),
    annexEvidence: evidence.value,
  };
  const wordTemplate = await readWordTemplate(archive, memo.template);
  const dressed = dressDocument(document, dressing, parts);
  return ok({
    document: wordTemplate === null ? dressed : { ...dressed, wordTemplate },
    evidence: evidence.value,
  });
};

/**
 * The document of a memo for reviewers: as from dressMemo, but with citations by number in any citation style, since
 * the evidence is recognised by its number when the document comes back.
 */
export const dressMemoByNumber = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  prepared: PreparedMemo,
  snapshot: Snapshot,
  chosen: ChosenParts,
): Promise<Result<MemoDocument, AppError>> => {
  const dressed = await dress(deps, prepared, snapshot, chosen);
  return dressed.ok ? ok(dressed.value.document) : dressed;
};

/**
 * The document of a memo as exported, with `snapshot` as its origin: with the chosen parts, and otherwise those of its
 * form. Fails if the annex can't be made, see readAnnexEvidence, and if its citation style can't be applied, see
 * styleMemo.
 */
export const dressMemo = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'styleCitations'>,
  prepared: PreparedMemo,
  snapshot: Snapshot,
  chosen: ChosenParts,
): Promise<Result<MemoDocument, AppError>> => {
  const dressed = await dress(deps, prepared, snapshot, chosen);
  return dressed.ok ? styleMemo(deps, prepared, dressed.value.document, dressed.value.evidence) : dressed;
};
