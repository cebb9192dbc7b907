import type { Memo } from '../memo.ts';
import type { DocumentManifest, MemoDocument } from '../memo-document.ts';
import type { ExportParts } from './export-parts.ts';
import { markState } from './mark-state.ts';

/** What is put around a memo, beside what was chosen. */
export type Dressing = {
  readonly memo: Memo;
  /** Which draft of the memo this is, from 1; null where that is not told. */
  readonly draftNumber: number | null;
  readonly manifest: DocumentManifest | null;
};

/** The document as it is exported: with the chosen parts alone, and with what an export puts around a memo. */
export const dressDocument = (
  document: MemoDocument,
  { memo, draftNumber, manifest }: Dressing,
  parts: ExportParts,
): MemoDocument => ({
  ...document,
  from: parts.author ? document.from : '',
  status: markState(memo, document.status, parts.stateMark, draftNumber),
  tasks: parts.tasks ? document.tasks : [],
  sources: parts.hashes
    ? document.sources
    : document.sources.map((source) => ({ ...source, textSha256: null })),
  distribution: parts.distribution,
  copyNumber: parts.copyNumber,
  hasLineNumbers: parts.lineNumbers,
  hasProperties: parts.metadata,
  manifest: parts.metadata ? manifest : null,
});
