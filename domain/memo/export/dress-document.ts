import { listCitations } from '../citations/list-citations.ts';
import type { MemoMaterial } from '../citations/memo-material.ts';
import { type PrintScope, printScopeOf } from '../document/print-scope.ts';
import { printSources } from '../document/print-source.ts';
import type { DocumentManifest, DocumentPicture } from '../document-apparatus.ts';
import { pictureSize } from '../form/picture-size.ts';
import { printKind } from '../form/printed-kind.ts';
import type { Memo } from '../memo.ts';
import type { MemoDocument } from '../memo-document.ts';
import type { FrozenEvidence } from '../snapshot/snapshot.ts';
import type { ExportParts } from './export-parts.ts';
import { markState } from './mark-state.ts';
import { markPortions } from './portion-marks.ts';
import { type AnnexEvidence, printAnnex, withEvidence } from './print-annex.ts';
import { printKey } from './reader-key.ts';

/** What is put around a memo, beside what was chosen. */
export type Dressing = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** Which draft of the memo this is, from 1; null where that is not told. */
  readonly draftNumber: number | null;
  /** With what the memo was sent; null where it was not. */
  readonly sentWith: readonly FrozenEvidence[] | null;
  readonly manifest: DocumentManifest | null;
  /** What the annex shows in place of what the memo cites; null, or absent, where that is what it shows. */
  readonly annexEvidence?: AnnexEvidence | null;
};

const markedSections = (
  { sections }: MemoDocument,
  { memo, articles, numbers }: PrintScope,
): ReturnType<typeof markPortions> => {
  const ofSource = new Map(
    [...numbers].map(([articleId, number]) => [number, articles.get(articleId)?.about.marking ?? null]),
  );
  return markPortions(sections, { whole: memo.head.marking, ofSource });
};

const letterheadOf = ({ form }: MemoMaterial): readonly string[] =>
  (form?.letterhead ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const logoOf = ({ form }: MemoMaterial): DocumentPicture | null => {
  const logo = form?.logo ?? null;
  const size = logo === null ? null : pictureSize(logo.mediaType, logo.base64);
  return logo === null || size === null ? null : { ...logo, ...size };
};

/** The annex, and the sources with those that it alone shows. */
const layEvidence = (
  { sources }: MemoDocument,
  cited: PrintScope,
  { memo, material: { sha256 }, sentWith, annexEvidence = null }: Dressing,
  { annex, notes, hashes }: ExportParts,
): Pick<MemoDocument, 'annex' | 'annexSearch' | 'sources'> => {
  if (!annex) return { annex: [], annexSearch: null, sources };
  const of = { sha256, notes, hashes, sentWith };
  if (annexEvidence === null) {
    const passages = listCitations(memo.content);
    return { annex: printAnnex({ ...of, scope: cited, passages }), annexSearch: null, sources };
  }
  const { passages, name } = annexEvidence;
  const scope = withEvidence(cited, annexEvidence);
  const all = printSources(scope.numbers, scope.articles, scope.sources);
  return {
    annex: printAnnex({ ...of, scope, passages }),
    annexSearch: name,
    sources: [...sources, ...all.slice(sources.length)],
  };
};

/** The document as it is exported: with the chosen parts alone, and with what an export puts around a memo. */
export const dressDocument = (
  document: MemoDocument,
  dressing: Dressing,
  parts: ExportParts,
): MemoDocument => {
  const { memo, material, draftNumber, manifest } = dressing;
  const scope = printScopeOf(memo, material);
  const { sources, ...evidence } = layEvidence(document, scope, dressing, parts);
  const marked = parts.portionMarks ? markedSections(document, scope) : null;
  const dressed: MemoDocument = {
    ...document,
    kind: printKind(memo.template, material.form),
    letterhead: letterheadOf(material),
    logo: logoOf(material),
    pictures: material.pictures ?? {},
    from: parts.author ? document.from : '',
    status: markState(memo, document.status, parts.stateMark, draftNumber),
    sections: marked?.sections ?? document.sections,
    tasks: parts.tasks ? document.tasks : [],
    sources: parts.hashes ? sources : sources.map((each) => ({ ...each, textSha256: null })),
    ...evidence,
    distribution: parts.distribution,
    copyNumber: parts.copyNumber,
    hasLineNumbers: parts.lineNumbers,
    hasProperties: parts.metadata,
    manifest: parts.metadata ? manifest : null,
  };
  const portions = marked?.used ?? new Set<string>();
  return { ...dressed, key: printKey({ document: dressed, memo, material, portions }, parts.key) };
};
