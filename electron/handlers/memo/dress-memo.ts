import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { type ChosenParts, partsOfForm } from '#domain/memo/export/export-parts.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { manifestOf } from '#domain/memo/verify/manifest.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import type { PreparedMemo } from './prepare-memo.ts';
import { draftNumberOf } from './sent/snapshots-of.ts';

/**
 * The document of a memo as it is exported, which names `snapshot` as what it was made from: with the parts that were
 * chosen, and for the rest those of its form.
 */
export const dressMemo = async (
  { archive }: Pick<HandlerDeps, 'archive'>,
  { memo, material, document, sentAs }: PreparedMemo,
  snapshot: Snapshot,
  chosen: ChosenParts,
): Promise<MemoDocument> =>
  dressDocument(
    document,
    {
      memo,
      material,
      sentWith: sentAs?.ok ? sentAs.value.evidence : null,
      draftNumber: memo.sending === null ? await draftNumberOf(archive, memo.id, snapshot.document) : null,
      manifest: manifestOf(archive.info.id, snapshot),
    },
    { ...partsOfForm(material.form), ...chosen },
  );
