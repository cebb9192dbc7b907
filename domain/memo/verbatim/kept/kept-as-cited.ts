import type { Sha256 } from '../../../ids.ts';
import { type Passage, passageEvidence } from '../../../passage/passage.ts';
import type { Kept } from './kept.ts';

type Shortened = { readonly exactSha256: Sha256; readonly kept?: Kept | undefined };

/**
 * What a citation keeps of its passage; null where it prints the whole. A passage that was changed since is printed
 * whole: what was kept of other words says nothing of these.
 */
export const keptAsCited = (
  { kept, exactSha256 }: Shortened,
  passage: Passage,
  sha256: (text: string) => Sha256,
): Kept | null => (kept !== undefined && sha256(passageEvidence(passage)) === exactSha256 ? kept : null);
