import type { AppError } from '#domain/contract/errors/app-error.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { type ChosenParts, partsOfForm } from '#domain/memo/export/export-parts.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { hashOfSnapshot } from '#domain/memo/snapshot/chain.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { manifestOf } from '#domain/memo/verify/manifest.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { sha256Of } from '../shared/sha-256.ts';
import type { PreparedMemo } from './prepare-memo.ts';
import { readAnnexEvidence } from './read-annex-evidence.ts';
import { draftNumberOf } from './sent/snapshots-of.ts';

/** Of what is sent, with the file of the same act too. */
const chainOf = (snapshot: Snapshot) =>
  snapshot.cause === 'sending' ? hashOfSnapshot(snapshot, sha256Of) : null;

/**
 * The document of a memo as it is exported, which names `snapshot` as what it was made from: with the parts that were
 * chosen, and for the rest those of its form. Fails where the annex can't be made, see readAnnexEvidence.
 */
export const dressMemo = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  { memo, material, document, sentAs }: PreparedMemo,
  snapshot: Snapshot,
  chosen: ChosenParts,
): Promise<Result<MemoDocument, AppError>> => {
  const { archive } = deps;
  const parts = { ...partsOfForm(material.form), ...chosen };
  const searchId = parts.annex ? parts.annexSearch : null;
  const evidence = searchId === null ? ok(null) : await readAnnexEvidence(deps, memo, searchId);
  if (!evidence.ok) return evidence;
  const dressing = {
    memo,
    material,
    sentWith: sentAs?.ok ? sentAs.value.evidence : null,
    draftNumber: memo.sending === null ? await draftNumberOf(archive, memo.id, snapshot.document) : null,
    manifest: manifestOf(archive.info.id, snapshot, chainOf(sentAs?.ok ? sentAs.value : snapshot)),
    annexEvidence: evidence.value,
  };
  return ok(dressDocument(document, dressing, parts));
};
