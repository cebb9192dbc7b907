/**
 * Visits every printed text of a document, with its place. One walk serves both the search for characters without
 * a glyph and their replacement, so that neither can miss a text that the other sees.
 */
import type { AnnexPassage, DocumentKey } from '../document-apparatus.ts';
import type {
  DocumentBlock,
  DocumentSection,
  DocumentSource,
  DocumentTask,
  MemoDocument,
  ParagraphBlock,
  Run,
  StyledWords,
} from '../memo-document.ts';

/** What to print for `text`. `place` is the heading of a section, or "title", "for", … of the head. */
export type MapText = (text: string, place: string) => string;

type Rewrite = (text: string) => string;

const orNull = (rewrite: Rewrite, text: string | null): string | null =>
  text === null ? null : rewrite(text);

const mapStyled = (words: readonly StyledWords[], rewrite: Rewrite): readonly StyledWords[] =>
  words.map((each) => ({ ...each, text: rewrite(each.text) }));

const mapRun = (run: Run, rewrite: Rewrite): Run => {
  if (run.kind === 'footnote' && run.runs !== undefined)
    return { ...run, runs: run.runs.map((each) => mapRun(each, rewrite)) };
  if (run.kind === 'footnote' && run.original !== undefined)
    return {
      ...run,
      text: rewrite(run.text),
      original: { ...run.original, text: rewrite(run.original.text) },
    };
  if (run.kind === 'citation')
    return run.styled === undefined ? run : { ...run, styled: mapStyled(run.styled, rewrite) };
  return run.kind === 'text' || run.kind === 'quote' || run.kind === 'footnote' || run.kind === 'reference'
    ? { ...run, text: rewrite(run.text) }
    : run;
};

const mapParagraph = (block: ParagraphBlock, rewrite: Rewrite): ParagraphBlock => ({
  ...block,
  runs: block.runs.map((run) => mapRun(run, rewrite)),
});

const mapBlock = (block: DocumentBlock, rewrite: Rewrite): DocumentBlock => {
  const blocks = (inner: readonly DocumentBlock[]) => inner.map((one) => mapBlock(one, rewrite));
  switch (block.kind) {
    case 'paragraph':
      return mapParagraph(block, rewrite);
    case 'own-quotation':
      return { ...block, blocks: block.blocks.map((one) => mapParagraph(one, rewrite)) };
    case 'heading':
      return { ...block, text: rewrite(block.text) };
    case 'page-break':
      return block;
    case 'figure':
      return { ...block, caption: rewrite(block.caption), source: rewrite(block.source) };
    case 'list':
      return { ...block, items: block.items.map(blocks) };
    case 'table':
      return { ...block, cells: block.cells.map((cell) => ({ ...cell, blocks: blocks(cell.blocks) })) };
    case 'judgement':
      return {
        ...block,
        statement: block.statement.map((run) => mapRun(run, rewrite)),
        confidence: orNull(rewrite, block.confidence),
        assumptions: orNull(rewrite, block.assumptions),
        wouldChange: orNull(rewrite, block.wouldChange),
      };
    case 'quotation':
      return {
        ...block,
        quotes: block.quotes.map(rewrite),
        ...(block.original === undefined
          ? {}
          : { original: { ...block.original, quotes: block.original.quotes.map(rewrite) } }),
        ...(block.cited === undefined ? {} : { cited: mapRun(block.cited, rewrite) }),
        attribution: rewrite(block.attribution),
        grade: orNull(rewrite, block.grade),
      };
  }
};

const mapSection = (section: DocumentSection, map: MapText): DocumentSection => {
  const rewrite: Rewrite = (text) => map(text, section.heading);
  return {
    ...section,
    heading: rewrite(section.heading),
    blocks: section.blocks.map((block) => mapBlock(block, rewrite)),
  };
};

const mapTask = (task: DocumentTask, map: MapText): DocumentTask => ({
  ...task,
  title: map(task.title, 'follow-up'),
  owner: map(task.owner, 'follow-up'),
});

const mapSource = (source: DocumentSource, map: MapText): DocumentSource => {
  const rewrite: Rewrite = (text) => map(text, `source ${source.number}`);
  return {
    ...source,
    text: rewrite(source.text),
    ...(source.entry === undefined
      ? {}
      : { entry: { ...source.entry, words: mapStyled(source.entry.words, rewrite) } }),
    url: orNull(rewrite, source.url),
    descriptor: orNull(rewrite, source.descriptor),
  };
};

const mapKey = ({ place, entries }: DocumentKey, map: MapText): DocumentKey => {
  const rewrite: Rewrite = (text) => map(text, 'how to read this memo');
  return {
    place,
    entries: entries.map((entry) => ({
      ...entry,
      text: rewrite(entry.text),
      signs: entry.signs.map((signs) =>
        signs.map((sign) => ({ ...sign, sign: rewrite(sign.sign), meaning: rewrite(sign.meaning) })),
      ),
    })),
  };
};

const mapPassage = (passage: AnnexPassage, map: MapText): AnnexPassage => {
  const rewrite: Rewrite = (text) => map(text, 'evidence annex');
  return {
    ...passage,
    speaker: orNull(rewrite, passage.speaker),
    publication: rewrite(passage.publication),
    grade: rewrite(passage.grade),
    gradeThen: orNull(rewrite, passage.gradeThen),
    paragraphs: passage.paragraphs.map((words) =>
      words.map((each) => ({ ...each, text: rewrite(each.text) })),
    ),
    shortened: passage.shortened.map(rewrite),
    note: orNull(rewrite, passage.note),
  };
};

/** The document with every printed text replaced by what `map` makes of it. */
export const mapDocumentTexts = (document: MemoDocument, map: MapText): MemoDocument => ({
  ...document,
  title: map(document.title, 'title'),
  referenceNumber: map(document.referenceNumber, 'reference number'),
  for: map(document.for, 'for'),
  from: map(document.from, 'from'),
  marking:
    document.marking === null ? null : { ...document.marking, text: map(document.marking.text, 'marking') },
  restrictions: map(document.restrictions, 'restrictions'),
  status:
    document.status === null
      ? null
      : { ...document.status, detail: map(document.status.detail, 'reference number') },
  sections: document.sections.map((section) => mapSection(section, map)),
  tasks: document.tasks.map((task) => mapTask(task, map)),
  sources: document.sources.map((source) => mapSource(source, map)),
  key: document.key === null ? null : mapKey(document.key, map),
  annex: document.annex.map((passage) => mapPassage(passage, map)),
  annexSearch: document.annexSearch === null ? null : map(document.annexSearch, 'annex'),
  distribution: document.distribution.map((recipient) => map(recipient, 'distribution')),
  copyNumber: map(document.copyNumber, 'copy number'),
  kind: map(document.kind, 'form'),
  letterhead: document.letterhead.map((line) => map(line, 'letterhead')),
});
