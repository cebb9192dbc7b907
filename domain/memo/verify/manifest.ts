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

/** What tells a manifest of ours from another program's JSON. */
const MANIFEST_FORMAT = 'precis-manifest';
const MANIFEST_VERSION = 1;

/** What `snapshot`, exported from that archive, says of itself in a file; `chainSha256` where the memo was sent. */
export const manifestOf = (
  archiveId: ArchiveId,
  { id, memoId, evidence }: Snapshot,
  chainSha256: Sha256 | null = null,
): DocumentManifest => ({
  ...(chainSha256 === null ? {} : { chainSha256 }),
  archiveId,
  memoId,
  snapshotId: id,
  quotes: evidence.map(({ articleId, passageId, exactSha256 }) => ({ articleId, passageId, exactSha256 })),
});

const manifestSchema: z.ZodType<DocumentManifest> = z
  .strictObject({
    format: z.literal(MANIFEST_FORMAT),
    version: z.literal(MANIFEST_VERSION),
    archiveId: archiveIdSchema,
    memoId: memoIdSchema,
    snapshotId: snapshotIdSchema,
    quotes: z.array(
      z.strictObject({
        articleId: articleIdSchema,
        passageId: passageIdSchema,
        exactSha256: sha256Schema,
      }),
    ),
    chainSha256: sha256Schema.exactOptional(),
    roundId: roundIdSchema.exactOptional(),
  })
  .transform(({ format: _format, version: _version, ...manifest }) => manifest);

/** A manifest as the text that stands in a file. */
export const printManifest = (manifest: DocumentManifest): string =>
  JSON.stringify({ format: MANIFEST_FORMAT, version: MANIFEST_VERSION, ...manifest });

/** The manifest that a text is; null where it is not one. */
export const parseManifest = (text: string): DocumentManifest | null => {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};
