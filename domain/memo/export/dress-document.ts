import { highestTlp, type Marking, printMarking } from '../../tradecraft/marking.ts';
import { listCitations } from '../citations/list-citations.ts';
import type { MemoMaterial } from '../citations/memo-material.ts';
import { pinpointsIn } from '../document/blocks-of-document.ts';
import { printDocumentStatus } from '../document/lay-document.ts';
import { type PrintScope, printScopeOf } from '../document/print-scope.ts';
import { printSources } from '../document/print-source.ts';
import type { DocumentManifest, DocumentPicture } from '../document-apparatus.ts';
import type { Form } from '../form/form.ts';
import { pictureSize } from '../form/picture-size.ts';
import type { Memo, MemoTemplate } from '../memo.ts';
import type {
  DocumentBlock,
  DocumentSection,
  DocumentStatus,
  MemoDocument,
  ParagraphBlock,
  Run,
} from '../memo-document.ts';
import { type PrintedWords, wordsOf } from '../print/printed-words.ts';
import { isSent } from '../sent/sent-state.ts';
import type { FrozenEvidence } from '../snapshot/snapshot.ts';
import type { ExportParts, StateMark } from './export-parts.ts';
import { numberAnchors } from './number-anchors.ts';
import { type AnnexEvidence, printAnnex, withEvidence } from './print-annex.ts';
import { printKey } from './reader-key.ts';

/** What is put around a memo besides the chosen parts. */
export type Dressing = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** Which draft of the memo this is, from 1; null where that is not printed. */
  readonly draftNumber: number | null;
  /** With what the memo was sent; null where it was not. */
  readonly sentWith: readonly FrozenEvidence[] | null;
  readonly manifest: DocumentManifest | null;
  /** The evidence of the annex instead of what the memo cites; null, or absent, for what the memo cites. */
  readonly annexEvidence?: AnnexEvidence | null;
};

/** The marking of each paragraph before it: "(TLP:GREEN)". */

type PortionsOf = {
  /** That of the memo. */
  readonly whole: Marking | null;
  /** With which each source was received, by its number. */
  readonly ofSource: ReadonlyMap<number, Marking | null>;
};

/**
 * The highest marking of what is cited. Nothing is marked lower than the memo unless that can be shown: a part
 * that cites nothing, or something without a TLP label, has the marking of the memo.
 */
const portionOf = (blocks: readonly DocumentBlock[], { whole, ofSource }: PortionsOf): Marking | null => {
  const cited = pinpointsIn(blocks).map(({ source }) => ofSource.get(source) ?? null);
  const label = cited.every((marking) => marking?.kind === 'tlp') ? highestTlp(cited) : null;
  return label === null ? whole : { kind: 'tlp', label };
};

type Mark = (blocks: readonly DocumentBlock[]) => string | null;

const before = (mark: string, runs: readonly Run[]): readonly Run[] => [
  { kind: 'text', text: `(${mark})`, bold: true },
  { kind: 'text', text: ' ' },
  ...runs,
];

/** A table is marked in the line above it, behind its number; one without that line gets it. */
const markTable = (
  caption: ParagraphBlock | null,
  table: Extract<DocumentBlock, { readonly kind: 'table' }>,
  markOf: Mark,
): readonly DocumentBlock[] => {
  const mark = markOf([...(caption === null ? [] : [caption]), table]);
  if (mark === null) return caption === null ? [table] : [caption, table];
  const [number, ...words] = caption?.runs ?? [];
  const inBold: Run = { kind: 'text', text: number === undefined ? `(${mark})` : ` (${mark})`, bold: true };
  const runs = [...(number === undefined ? [] : [number]), inBold, ...words];
  return [{ kind: 'paragraph', role: 'table-caption', runs }, table];
};

const captionAt = (blocks: readonly DocumentBlock[], at: number): ParagraphBlock | null => {
  const block = blocks[at];
  return block?.kind === 'paragraph' && block.role === 'table-caption' ? block : null;
};

/** The block `at`, and before a table the line above it, which is marked with it. */
const markBlock = (
  blocks: readonly DocumentBlock[],
  block: DocumentBlock,
  at: number,
  markOf: Mark,
): readonly DocumentBlock[] => {
  switch (block.kind) {
    case 'list':
      return [{ ...block, items: block.items.map((item) => markBlocks(item, markOf)) }];
    case 'heading':
    case 'page-break':
      // It says nothing that is not said below it.
      return [block];
    case 'table':
      return markTable(captionAt(blocks, at - 1), block, markOf);
    case 'paragraph':
      if (block.role === 'table-caption') return [];
      return block.role === 'table-source' ? [block] : [markText(block, markOf)];
    default:
      return [markText(block, markOf)];
  }
};

const markText = (
  block: Extract<
    DocumentBlock,
    { readonly kind: 'paragraph' | 'judgement' | 'quotation' | 'own-quotation' | 'figure' }
  >,
  markOf: Mark,
): DocumentBlock => {
  const mark = markOf([block]);
  if (mark === null) return block;
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: before(mark, block.runs) };
    case 'own-quotation':
      return {
        ...block,
        blocks: block.blocks.map((each, at) =>
          at === 0 ? { ...each, runs: before(mark, each.runs) } : each,
        ),
      };
    case 'judgement':
      return { ...block, statement: before(mark, block.statement) };
    case 'quotation':
      // Nothing is put among the words of the source.
      return { ...block, attribution: `(${mark}) ${block.attribution}` };
    case 'figure':
      return { ...block, caption: `(${mark}) ${block.caption}`.trimEnd() };
  }
};

function markBlocks(blocks: readonly DocumentBlock[], markOf: Mark): readonly DocumentBlock[] {
  return blocks.flatMap((block, at) => markBlock(blocks, block, at, markOf));
}

/** The sections with each paragraph, judgement, quotation and table marked, and the markings that were used. */
const markPortions = (
  sections: readonly DocumentSection[],
  portions: PortionsOf,
): { readonly sections: readonly DocumentSection[]; readonly used: ReadonlySet<string> } => {
  const used = new Set<string>();
  const markOf: Mark = (blocks) => {
    const marking = portionOf(blocks, portions);
    if (marking === null) return null;
    used.add(printMarking(marking));
    return printMarking(marking);
  };
  return {
    sections: sections.map((section) => ({ ...section, blocks: markBlocks(section.blocks, markOf) })),
    used,
  };
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
  const all = printSources(scope.numbers, scope.articles, scope.sources, scope.words);
  return {
    annex: printAnnex({ ...of, scope, passages }),
    annexSearch: name,
    sources: [...sources, ...all.slice(sources.length)],
  };
};

/** What a memo is called on paper, after its form; where the form can no longer be read, a memo. */
const printKind = (template: MemoTemplate, form: Form | undefined, { kind }: PrintedWords): string =>
  template in kind ? kind[template as keyof typeof kind] : (form?.name ?? kind.blank);

/** "DRAFT 2 (not for citation)", "IN REVIEW (draft 2, not for citation)" */
const openStatus = (
  isInReview: boolean,
  draftNumber: number | null,
  { status: words, sign }: PrintedWords,
): DocumentStatus => {
  if (!isInReview) {
    const word = draftNumber === null ? words.draft : `${words.draft} ${draftNumber}`;
    return { word, detail: sign.bracketed(words.notForCitation).trim() };
  }
  const draft = draftNumber === null ? '' : `${words.draftWithin} ${draftNumber}${sign.comma}`;
  return { word: words.inReview, detail: sign.bracketed(`${draft}${words.notForCitation}`).trim() };
};

/**
 * The status of the memo, preceded by the mark of one that is not issued yet: "DRAFT 2 (not for citation), UPDATE
 * of PM-2024-017". `status` is the memo's other status. A memo that is no longer valid prints that and nothing
 * else.
 */
const markState = (
  { state }: Pick<Memo, 'state'>,
  status: DocumentStatus | null,
  mark: StateMark,
  draftNumber: number | null,
  words: PrintedWords,
): DocumentStatus | null => {
  const isOver = state === 'superseded' || state === 'withdrawn';
  if (isOver || mark === 'none' || (mark === 'by-state' && isSent({ state }))) return status;
  const open = openStatus(mark === 'by-state' && state === 'in-review', draftNumber, words);
  return status === null
    ? open
    : { word: open.word, detail: `${open.detail}${words.sign.comma}${printDocumentStatus(status)}` };
};

/** The document as it is exported: with the chosen parts alone, and with what an export puts around a memo. */
export const dressDocument = (
  document: MemoDocument,
  dressing: Dressing,
  parts: ExportParts,
): MemoDocument => {
  const { memo, material, draftNumber, manifest } = dressing;
  const words = wordsOf(document);
  const scope = { ...printScopeOf(memo, material), words };
  const { sources, ...evidence } = layEvidence(document, scope, dressing, parts);
  const marked = parts.portionMarks ? markedSections(document, scope) : null;
  const dressed: MemoDocument = {
    ...document,
    kind: printKind(memo.template, material.form, words),
    letterhead: letterheadOf(material),
    logo: logoOf(material),
    pictures: material.pictures ?? {},
    from: parts.author ? document.from : '',
    status: markState(memo, document.status, parts.stateMark, draftNumber, words),
    sections: numberAnchors(marked?.sections ?? document.sections),
    tasks: parts.tasks ? document.tasks : [],
    sources: parts.hashes ? sources : sources.map((each) => ({ ...each, textSha256: null })),
    ...evidence,
    contents: parts.contents,
    distribution: parts.distribution,
    copyNumber: parts.copyNumber,
    sentSha256: parts.hashes ? (manifest?.chainSha256 ?? null) : null,
    hasLineNumbers: parts.lineNumbers,
    hasProperties: parts.metadata,
    manifest: parts.metadata ? manifest : null,
  };
  const portions = marked?.used ?? new Set<string>();
  return { ...dressed, key: printKey({ document: dressed, memo, material, portions }, parts.key) };
};
