/**
 * Cross references as printed: "Judgement 2", with the number that their target has in the document. They are
 * right after any renumbering, and a reference whose target is deleted, or has no number, is printed as such.
 */
import type { AnchorId } from '../../ids.ts';
import { type ReferenceKind, withNoteRuns } from '../document-run.ts';
import type { DocumentBlock, DocumentSection, Run } from '../memo-document.ts';
import { inMarksOf, type PrintedWords } from '../print/printed-words.ts';

type Named = { readonly to: ReferenceKind; readonly text: string };

const named = (to: ReferenceKind, words: string, number: number): Named => ({
  to,
  text: `${words} ${number}`,
});

/** What a block is called in a reference; `tables` counts those before it. Null where it has no name. */
const nameOf = (
  block: DocumentBlock,
  tables: number,
  { reference, table, figure }: PrintedWords,
): Named | null => {
  switch (block.kind) {
    case 'judgement':
      return named('judgement', reference.judgement, block.number);
    case 'figure':
      return named('figure', figure.figure, block.number);
    case 'table':
      return named('table', table.table, tables + 1);
    case 'paragraph':
      return block.number === undefined ? null : named('paragraph', reference.paragraph, block.number);
    default:
      return null;
  }
};

const within = (block: DocumentBlock): readonly DocumentBlock[] =>
  block.kind === 'list' ? [block, ...block.items.flat().flatMap(within)] : [block];

/** The names of all that bears an anchor. */
const namesOf = (sections: readonly DocumentSection[], words: PrintedWords): ReadonlyMap<AnchorId, Named> => {
  let tables = 0;
  const ofBlock = (block: DocumentBlock): readonly (readonly [AnchorId, Named])[] => {
    const name = nameOf(block, tables, words);
    if (block.kind === 'table') tables += 1;
    const anchor = 'anchor' in block ? block.anchor : undefined;
    return name === null || anchor === undefined ? [] : [[anchor, name]];
  };
  return new Map(
    sections.flatMap(({ anchor, heading, blocks }) => [
      ...(anchor === undefined
        ? []
        : [[anchor, { to: 'section', text: inMarksOf(words, heading) }] as const]),
      ...blocks.flatMap(within).flatMap(ofBlock),
    ]),
  );
};

type MapRuns = (runs: readonly Run[]) => readonly Run[];

const mapBlock = (block: DocumentBlock, map: MapRuns): DocumentBlock => {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: map(block.runs) };
    case 'own-quotation':
      return { ...block, blocks: block.blocks.map((each) => ({ ...each, runs: map(each.runs) })) };
    case 'judgement':
      return { ...block, statement: map(block.statement) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((each) => mapBlock(each, map))) };
    case 'table':
      return {
        ...block,
        cells: block.cells.map((cell) => ({
          ...cell,
          blocks: cell.blocks.map((each) => mapBlock(each, map)),
        })),
      };
    default:
      return block;
  }
};

const holdsReference = (block: DocumentBlock): boolean => {
  switch (block.kind) {
    case 'paragraph':
      return withNoteRuns(block.runs).some(({ kind }) => kind === 'reference');
    case 'judgement':
      return withNoteRuns(block.statement).some(({ kind }) => kind === 'reference');
    case 'own-quotation':
      return block.blocks.some(holdsReference);
    case 'list':
      return block.items.some((item) => item.some(holdsReference));
    case 'table':
      return block.cells.some(({ blocks }) => blocks.some(holdsReference));
    default:
      return false;
  }
};

/** The sections with what each cross reference says; a document without any is left as it is. */
export const resolveReferences = (
  sections: readonly DocumentSection[],
  words: PrintedWords,
): readonly DocumentSection[] => {
  if (!sections.some(({ blocks }) => blocks.some(holdsReference))) return sections;
  const names = namesOf(sections, words);
  const resolve = (run: Extract<Run, { readonly kind: 'reference' }>): Run => {
    const name = run.target === null ? undefined : names.get(run.target);
    if (run.target === null) return run;
    return name === undefined || name.to !== run.to
      ? { ...run, text: words.reference.missing, target: null }
      : { ...run, text: name.text };
  };
  const map: MapRuns = (runs) =>
    runs.map((run) => {
      if (run.kind === 'footnote' && run.runs !== undefined) return { ...run, runs: map(run.runs) };
      return run.kind === 'reference' ? resolve(run) : run;
    });
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => mapBlock(block, map)),
  }));
};
