/**
 * The manifest of an exported file, as the text embedded in it. An id of the archive reveals to the millisecond
 * when its record was made, and is the same in every file, so no id is exported: things are named by hashes. The
 * archive finds them by hashing its own records.
 */
import { z } from 'zod';
import {
  type ArchiveId,
  archiveIdSchema,
  articleIdSchema,
  memoIdSchema,
  passageIdSchema,
  roundIdSchema,
  type Sha256,
  sha256Schema,
  snapshotIdSchema,
} from '../../ids.ts';
import type { DocumentManifest } from '../document-apparatus.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Distinguishes our manifest from another program's JSON. */
const MANIFEST_FORMAT = 'precis-manifest';
const MANIFEST_VERSION = 2;

type Sha256Of = (text: string) => Sha256;
type NameOf = (id: string) => string;

const nameOfSnapshot = (sha256: Sha256Of, id: string): string => sha256(`precis snapshot ${id}`);

/** Salted by the snapshot, so that two files do not show that they quote the same passage. */
const nameBeside = (sha256: Sha256Of, snapshot: string, id: string): string => sha256(`${snapshot} ${id}`);

/** How a manifest names a snapshot of the archive, and everything else in it. */
export const namesIn = (
  { snapshot, isById }: Pick<DocumentManifest, 'snapshot' | 'isById'>,
  sha256: Sha256Of,
): { readonly ofSnapshot: NameOf; readonly of: NameOf } =>
  isById === true
    ? { ofSnapshot: (id) => id, of: (id) => id }
    : {
        ofSnapshot: (id) => nameOfSnapshot(sha256, id),
        of: (id) => nameBeside(sha256, snapshot, id),
      };

/** The manifest of `snapshot`, exported from that archive; `chainSha256` where the memo was sent. */
export const manifestOf = (
  archiveId: ArchiveId,
  { id, memoId, evidence }: Pick<Snapshot, 'id' | 'memoId' | 'evidence'>,
  sha256: Sha256Of,
  chainSha256: Sha256 | null = null,
): DocumentManifest => {
  const snapshot = nameOfSnapshot(sha256, id);
  const { of } = namesIn({ snapshot }, sha256);
  return {
    ...(chainSha256 === null ? {} : { chainSha256 }),
    archive: of(archiveId),
    memo: of(memoId),
    snapshot,
    quotes: evidence.map(({ articleId, passageId, exactSha256 }) => ({
      article: of(articleId),
      passage: of(passageId),
      exactSha256,
    })),
  };
};

const format = z.literal(MANIFEST_FORMAT);

const manifestSchema = z
  .strictObject({
    format,
    version: z.literal(MANIFEST_VERSION),
    archive: sha256Schema,
    memo: sha256Schema,
    snapshot: sha256Schema,
    quotes: z.array(
      z.strictObject({ article: sha256Schema, passage: sha256Schema, exactSha256: sha256Schema }),
    ),
    chainSha256: sha256Schema.exactOptional(),
    round: sha256Schema.exactOptional(),
  })
  .transform(({ format: _format, version: _version, ...manifest }): DocumentManifest => manifest);

/** The manifest of earlier exports, which contained the ids. */
const manifestByIdSchema = z
  .strictObject({
    format,
    version: z.literal(1),
    archiveId: archiveIdSchema,
    memoId: memoIdSchema,
    snapshotId: snapshotIdSchema,
    quotes: z.array(
      z.strictObject({ articleId: articleIdSchema, passageId: passageIdSchema, exactSha256: sha256Schema }),
    ),
    chainSha256: sha256Schema.exactOptional(),
    roundId: roundIdSchema.exactOptional(),
  })
  .transform(
    ({ archiveId, memoId, snapshotId, quotes, chainSha256, roundId }): DocumentManifest => ({
      ...(chainSha256 === undefined ? {} : { chainSha256 }),
      ...(roundId === undefined ? {} : { round: roundId }),
      archive: archiveId,
      memo: memoId,
      snapshot: snapshotId,
      quotes: quotes.map(({ articleId, passageId, exactSha256 }) => ({
        article: articleId,
        passage: passageId,
        exactSha256,
      })),
      isById: true,
    }),
  );

/** A manifest as the text embedded in a file. */
export const printManifest = (manifest: DocumentManifest): string =>
  JSON.stringify({ format: MANIFEST_FORMAT, version: MANIFEST_VERSION, ...manifest });

/** The manifest that a text is; null where it is not one. */
export const parseManifest = (text: string): DocumentManifest | null => {
  try {
    return z.union([manifestSchema, manifestByIdSchema]).safeParse(JSON.parse(text)).data ?? null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};
