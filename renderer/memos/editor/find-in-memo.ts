/** Find and replace in a memo. Quotations that are cited are no text of the memo: they are never changed. */
import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import {
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { findInText, hitFrom } from '#domain/text/find-in-text.ts';
import { beginStep } from '../state/editor-acts.ts';
import { focusText } from '../state/focus-text.ts';

/** Where words stand in a memo: in its text, and in the fields that are printed with it. */

/** A place in a field: the node that holds it, its name, and where the words stand in it (UTF-16). */
type FieldPlace = {
  readonly position: number;
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

/** A hit (ProseMirror positions). One in a field stands before or behind what its node holds. */
type Hit = { readonly from: number; readonly to: number; readonly field: FieldPlace | null };

/** The fields of a node that are printed before what it holds, and those behind it. */
const fieldsOf: Readonly<
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
const hitsIn = (doc: Node, query: string): readonly Hit[] => {
  const hits: Hit[] = [];
  if (query.trim() === '') return hits;
  doc.descendants((node, position) => {
    hits.push(...hitsInNode(node, position, query));
  });
  return hits.toSorted((a, b) => a.from - b.from);
};

export type FindState = {
  readonly query: string;
  readonly hits: readonly Hit[];
  /** From 0; -1 where there is no hit. */
  readonly current: number;
};

const nothing: FindState = { query: '', hits: [], current: -1 };
const key = new PluginKey<FindState>('findInMemo');

const standAt = (query: string, hits: readonly Hit[], position: number): FindState => {
  const ranges = hits.map(({ from, to }) => ({ start: from, end: to }));
  return { query, hits, current: hitFrom(ranges, position) };
};

const decorateHit = (state: EditorState, { from, to, field }: Hit, isCurrent: boolean): Decoration | null => {
  const look = {
    class: field === null ? 'find-hit' : 'find-hit-within',
    ...(isCurrent ? { 'data-current': '' } : {}),
  };
  if (field === null) return Decoration.inline(from, to, look);
  const node = state.doc.nodeAt(field.position);
  return node === null ? null : Decoration.node(field.position, field.position + node.nodeSize, look);
};

const decorate = (state: EditorState): DecorationSet => {
  const { hits, current } = key.getState(state) ?? nothing;
  if (hits.length === 0) return DecorationSet.empty;
  return DecorationSet.create(
    state.doc,
    hits.flatMap((hit, at) => decorateHit(state, hit, at === current) ?? []),
  );
};

/** Keeps what is sought over the text and draws its hits. */
export const FindInMemo = Extension.create({
  name: 'findInMemo',
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: {
        init: () => nothing,
        apply: (transaction, before) => {
          const asked: unknown = transaction.getMeta(key);
          if (asked !== undefined) return asked as FindState;
          if (!transaction.docChanged || before.query === '') return before;
          const at = before.hits[before.current]?.from ?? 0;
          return standAt(before.query, hitsIn(transaction.doc, before.query), transaction.mapping.map(at));
        },
      },
      props: { decorations: decorate },
    }),
  ],
});

/** What is sought in the memo now. */
export const findStateOf = ({ state }: Editor): FindState => key.getState(state) ?? nothing;

const FIELDS = 'input, textarea';

/** The element in which a field of a memo is written; the mark of a footnote, of which the text is behind it. */
const fieldElement = (view: EditorView, { position, name }: FieldPlace): Element | null => {
  const dom = view.nodeDOM(position);
  const type = view.state.doc.nodeAt(position)?.type.name ?? '';
  if (!(dom instanceof Element)) return null;
  const { before = [], after = [] } = fieldsOf[type] ?? {};
  // A section holds the fields of its blocks behind its own; those of other nodes are all theirs.
  const fields = dom.querySelectorAll(FIELDS);
  return fields.item([...before, ...after].indexOf(name)) ?? dom;
};

const elementOf = ({ view }: Editor, { from, field }: Hit): Element | null => {
  if (field !== null) return fieldElement(view, field);
  const at = view.domAtPos(from).node;
  return at instanceof Element ? at : at.parentElement;
};

const show = (editor: Editor, next: FindState): FindState => {
  editor.view.dispatch(editor.state.tr.setMeta(key, next));
  const hit = next.hits[next.current];
  if (hit !== undefined) elementOf(editor, hit)?.scrollIntoView({ block: 'nearest' });
  return next;
};

/** Seeks `query` from the caret on; an empty one ends the search. */
export const seek = (editor: Editor, query: string): FindState =>
  show(editor, standAt(query, hitsIn(editor.state.doc, query), editor.state.selection.from));

/** Goes to the next hit or the one before, around the ends. */
export const goToHit = (editor: Editor, by: 1 | -1): FindState => {
  const { query, hits, current } = findStateOf(editor);
  const next = hits.length === 0 ? -1 : (current + by + hits.length) % hits.length;
  return show(editor, { query, hits, current: next });
};

/** A heading is never empty: there the words stay. */
const replaceInField = (
  tr: Transaction,
  { position, name, start, end }: NonNullable<Hit['field']>,
  words: string,
): void => {
  const node = tr.doc.nodeAt(position);
  if (node === null) return;
  const before = String(node.attrs[name]);
  const after = `${before.slice(0, start)}${words}${before.slice(end)}`;
  if (name !== 'heading' || after.trim() !== '') tr.setNodeAttribute(position, name, after);
};

const replaceIn = (tr: Transaction, { from, to, field }: Hit, words: string): void => {
  if (field === null) tr.insertText(words, from, to);
  else replaceInField(tr, field, words);
};

/** Where the search stands when a hit was replaced: behind the words that took its place. */
const standBehind = (
  { query, hits, current }: FindState,
  hit: Hit,
  words: string,
  index: number,
): FindState => {
  if (hit.field === null) return standAt(query, hits, hit.from + words.length);
  if (hits.length === 0) return { query, hits, current };
  return { query, hits, current: (index + findInText(words, query).length) % hits.length };
};

/** Replaces the hit that is stood at; the next one is stood at then. Answers whether there was one. */
export const replaceHit = (editor: Editor, words: string): boolean => {
  const { hits, current } = findStateOf(editor);
  const hit = hits[current];
  if (hit === undefined) return false;
  const done = beginStep(editor)
    .command(({ tr }) => {
      replaceIn(tr, hit, words);
      return true;
    })
    .run();
  show(editor, standBehind(findStateOf(editor), hit, words, current));
  return done;
};

/** Replaces all hits as one step of undo; answers how many there were. */
export const replaceAll = (editor: Editor, words: string): number => {
  const { hits } = findStateOf(editor);
  beginStep(editor)
    .command(({ tr }) => {
      for (const hit of hits.toReversed()) replaceIn(tr, hit, words);
      return true;
    })
    .run();
  return hits.length;
};

/** Ends the search; the hit that was stood at is selected. */
export const endSearch = (editor: Editor): void => {
  const { hits, current } = findStateOf(editor);
  const hit = hits[current];
  const { tr } = editor.state;
  const field = hit?.field ?? null;
  const element = field === null ? null : fieldElement(editor.view, field);
  if (field === null && hit !== undefined) tr.setSelection(TextSelection.create(tr.doc, hit.from, hit.to));
  if (field?.name === 'text') tr.setSelection(NodeSelection.create(tr.doc, field.position));
  editor.view.dispatch(tr.setMeta(key, nothing));
  if (field !== null && (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
    element.focus();
    element.setSelectionRange(field.start, field.end);
  } else focusText(editor);
};
