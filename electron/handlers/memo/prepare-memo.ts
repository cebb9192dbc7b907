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

/** A memo with all that it rests on, and what it prints. */
export type PreparedMemo = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** Of a memo that was sent: what its readers got, and what has become of it since. */
  readonly document: MemoDocument;
  /** What each citation stands for now. */
  readonly citations: readonly ResolvedCitation[];
  /** The snapshot of the sending, or why it can't be read; null where none was taken. */
  readonly sentAs: Result<Snapshot, AppError> | null;
};

type Deps = { readonly archive: ArchiveReader } & Pick<HandlerDeps, 'catalogue'>;

const readSentAs = async (reader: ArchiveReader, { id, sending }: Memo): Promise<PreparedMemo['sentAs']> => {
  if (sending === null) return null;
  const file = await reader.snapshot(id, sending.snapshotId);
  return file.ok ? ok(file.value.snapshot) : file;
};

/**
 * Reads a memo and its evidence, and builds the document; `typed` stands for what is saved of it. Fails `not-found` for
 * a memo in the trash.
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
 * What the rules find in a memo and in what it prints. It yields to the event loop: words that stand in a long text a
 * hundred thousand times are looked at in many places.
 */
export const listMemoFindings = (
  prepared: PreparedMemo,
  missingGlyphs: readonly MissingGlyph[],
): Promise<readonly MemoFinding[]> =>
  runYielding(listFindings({ ...prepared, missingGlyphs }), createYielder());

/** Of what is sent, with the file of the same act too. */
const chainOf = (snapshot: Snapshot) =>
  snapshot.cause === 'sending' ? hashOfSnapshot(snapshot, sha256Of) : null;

/** More passages are no annex. */
export const MOST_PASSAGES = 500;

/**
 * The passages of a saved search for the annex of a memo. Fails `not-found` where the search is not there,
 * `annex-too-large` where it finds more than an annex holds, `marking-below-evidence` where the memo is marked below
 * what it finds, `text-altered` where a text is not as sealed.
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
 * The document of a memo as it goes to reviewers: as dressMemo makes it, with citations by number whatever the style of
 * its form, since its evidence is known by them when it comes back.
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
 * The document of a memo as it is exported, which names `snapshot` as what it was made from: with the parts that were
 * chosen, and for the rest those of its form. Fails where the annex can't be made, see readAnnexEvidence, and where its
 * citation style can't be followed, see styleMemo.
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
