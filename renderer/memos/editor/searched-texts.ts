/** Searchable words of a memo: its text, and the fields that are printed with it. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import {
  type FootnoteAttrs,
  footnoteOf,
  inlineOfNote,
  type MemoInline,
  type NoteInline,
} from '#domain/memo/memo-content.ts';
import { inlineBetween, joinTexts, writtenText } from '#domain/memo/round/written-blocks.ts';
import { type FindHow, type Found, findInTexts } from '#domain/text/find-in-text.ts';
import { type CitationBook, lookUp } from '../state/citation-book.ts';
import { createPatternFinder, type PatternAnswer } from './find-pattern.ts';

/** A place in a field: its node, its name, and the range of the words in it (UTF-16). */
export type FieldPlace = {
  readonly position: number;
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

/** A hit (ProseMirror positions). One in a field is before or after the content of its node. */
export type Hit = Pick<Found, 'groups'> & {
  readonly from: number;
  readonly to: number;
  readonly field: FieldPlace | null;
};

/** The search, its options, and its range; null for the whole memo. */
export type Sought = {
  readonly query: string;
  readonly how: FindHow;
  readonly within: { readonly from: number; readonly to: number } | null;
};

/** The fields of a node that are printed before its content, and those after it. */
export const fieldsOf: Readonly<
  Record<string, { readonly before: readonly string[]; readonly after: readonly string[] }>
> = {
  section: { before: ['heading'], after: [] },
  judgement: { before: [], after: ['confidenceReason', 'assumptions', 'wouldChange'] },
  table: { before: ['caption'], after: ['source'] },
  footnote: { before: ['text'], after: [] },
  figure: { before: ['caption', 'alt', 'source'], after: [] },
};

/** Citations, footnotes and line breaks end the word before them. */
const LEAF = '\uFFFC';

/** The text of a field; other nodes in a footnote count as one character each. */
const textOfField = (node: Node, name: string): string =>
  node.type.name === 'footnote'
    ? writtenText(inlineOfNote(node.attrs as FootnoteAttrs))
    : String(node.attrs[name]);

type At = { readonly position: number; readonly at: number; readonly name: string };

/** A searched text, and how to turn a match in it into a hit. */
export type Searched = { readonly text: string; readonly hitOf: (found: Found) => Hit };

const fieldSearched = (node: Node, { position, at, name }: At): Searched => ({
  text: textOfField(node, name),
  hitOf: ({ start, end, groups }) => ({
    groups,
    from: at,
    to: at + 1,
    field: { position, name, start, end },
  }),
});

const textSearched = (node: Node, position: number): readonly Searched[] => {
  if (!node.isTextblock) return [];
  const text = node.textBetween(0, node.content.size, '', LEAF);
  const begin = position + 1;
  return [
    {
      text,
      hitOf: ({ start, end, groups }) => ({ groups, from: begin + start, to: begin + end, field: null }),
    },
  ];
};

const searchedIn = (node: Node, position: number): readonly Searched[] => {
  const { before, after } = fieldsOf[node.type.name] ?? { before: [], after: [] };
  const end = position + node.nodeSize - 1;
  return [
    ...before.map((name) => fieldSearched(node, { position, at: position, name })),
    ...textSearched(node, position),
    ...after.map((name) => fieldSearched(node, { position, at: end, name })),
  ];
};

export const allSearched = (doc: Node): readonly Searched[] => {
  const searched: Searched[] = [];
  doc.descendants((node, position) => {
    searched.push(...searchedIn(node, position));
  });
  return searched;
};

/** The matches of all texts as hits, in reading order. */
export const asHits = (
  doc: Node,
  searched: readonly Searched[],
  found: readonly (readonly Found[])[],
  { within }: Sought,
): readonly Hit[] => {
  const { from, to } = within ?? { from: 0, to: doc.content.size };
  return searched
    .flatMap(({ hitOf }, at) => (found[at] ?? []).map(hitOf))
    .filter((hit) => hit.from >= from && hit.to <= to)
    .toSorted((a, b) => a.from - b.from);
};

/** Replacement words in a footnote get the formatting of the first replaced ones. */
export const replacedInNote = (
  note: FootnoteAttrs,
  start: number,
  end: number,
  words: string,
): FootnoteAttrs => {
  const inline = inlineOfNote(note);
  const marks = inlineBetween(inline, start, start + 1)[0]?.marks;
  const parts: readonly MemoInline[] = [
    ...inlineBetween(inline, 0, start),
    ...(words === ''
      ? []
      : [{ type: 'text' as const, text: words, ...(marks === undefined ? {} : { marks }) }]),
    ...inlineBetween(inline, end, Number.MAX_SAFE_INTEGER),
  ];
  return footnoteOf(joinTexts(parts) as readonly NoteInline[]);
};

const quotedBy = ({ type, attrs }: Node, book: CitationBook): readonly string[] => {
  const printed = (cited: CitedPassage): string => lookUp(book.getState(), cited)?.printed ?? '';
  if (type.name === 'footnote')
    return inlineOfNote(attrs as FootnoteAttrs).flatMap((node) =>
      node.type === 'citation' && node.attrs.form === 'whole' ? printed(node.attrs) : [],
    );
  const isQuoted = type.name === 'quotation' || (type.name === 'citation' && attrs.form === 'whole');
  return isQuoted ? [printed(attrs as CitedPassage)] : [];
};

/** How many matches are in cited quotations, which are never changed. */
export const countInQuotations = async (
  { state: { doc } }: Editor,
  book: CitationBook,
  { query, how, within }: Sought,
): Promise<number> => {
  const { from, to } = within ?? { from: 0, to: doc.content.size };
  const texts: string[] = [];
  doc.nodesBetween(from, to, (node) => {
    texts.push(...quotedBy(node, book));
  });
  const found = how.isPattern
    ? await new Promise<PatternAnswer>((resolve) => createPatternFinder().ask({ texts, query, how }, resolve))
    : findInTexts({ texts, query, how });
  return (found ?? []).reduce((count, each) => count + each.length, 0);
};
