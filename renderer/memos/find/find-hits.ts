/** Where words stand in a memo: in its text, and in the fields that are printed with it. */
import type { Node } from '@tiptap/pm/model';
import { findInText } from '#domain/text/find-in-text.ts';

/** A place in a field: the node that holds it, its name, and where the words stand in it (UTF-16). */
export type FieldPlace = {
  readonly position: number;
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

/** A hit (ProseMirror positions). One in a field stands before or behind what its node holds. */
export type Hit = { readonly from: number; readonly to: number; readonly field: FieldPlace | null };

/** The fields of a node that are printed before what it holds, and those behind it. */
export const fieldsOf: Readonly<
  Record<string, { readonly before: readonly string[]; readonly after: readonly string[] }>
> = {
  section: { before: ['heading'], after: [] },
  judgement: { before: [], after: ['confidenceReason', 'assumptions', 'wouldChange'] },
  table: { before: ['caption'], after: ['source'] },
  footnote: { before: ['text'], after: [] },
  figure: { before: ['caption', 'alt', 'source'], after: [] },
};

/** A citation, a footnote and a line break end the words before them. */
const LEAF = '\uFFFC';

const hitsInField = (node: Node, position: number, at: number, name: string, query: string): readonly Hit[] =>
  findInText(String(node.attrs[name]), query).map(({ start, end }) => ({
    from: at,
    to: at + 1,
    field: { position, name, start, end },
  }));

const hitsInText = (node: Node, position: number, query: string): readonly Hit[] => {
  if (!node.isTextblock) return [];
  const text = node.textBetween(0, node.content.size, '', LEAF);
  return findInText(text, query).map(({ start, end }) => ({
    from: position + 1 + start,
    to: position + 1 + end,
    field: null,
  }));
};

const hitsInNode = (node: Node, position: number, query: string): readonly Hit[] => {
  const { before, after } = fieldsOf[node.type.name] ?? { before: [], after: [] };
  const end = position + node.nodeSize - 1;
  return [
    ...before.flatMap((name) => hitsInField(node, position, position, name, query)),
    ...hitsInText(node, position, query),
    ...after.flatMap((name) => hitsInField(node, position, end, name, query)),
  ];
};

/** All hits in the order in which they are read. */
export const hitsIn = (doc: Node, query: string): readonly Hit[] => {
  const hits: Hit[] = [];
  if (query.trim() === '') return hits;
  doc.descendants((node, position) => {
    hits.push(...hitsInNode(node, position, query));
  });
  return hits.toSorted((a, b) => a.from - b.from);
};
