/** Find and replace in the text of a memo. Quotations that are cited are no text of the memo: they are never changed. */
import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findInText, hitFrom } from '#domain/text/find-in-text.ts';
import { beginStep } from '../editor/begin-step.ts';

/** A hit in the text (ProseMirror positions). */
type Hit = { readonly from: number; readonly to: number };

export type FindState = {
  readonly query: string;
  readonly hits: readonly Hit[];
  /** From 0; -1 where there is no hit. */
  readonly current: number;
};

const nothing: FindState = { query: '', hits: [], current: -1 };
const key = new PluginKey<FindState>('findInMemo');

/** A citation, a footnote and a line break end the words before them. */
const LEAF = '\uFFFC';

const hitsIn = (doc: Node, query: string): readonly Hit[] => {
  const hits: Hit[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, '', LEAF);
    for (const { start, end } of findInText(text, query))
      hits.push({ from: position + 1 + start, to: position + 1 + end });
    return false;
  });
  return hits;
};

const standAt = (query: string, hits: readonly Hit[], position: number): FindState => {
  const ranges = hits.map(({ from, to }) => ({ start: from, end: to }));
  return { query, hits, current: hitFrom(ranges, position) };
};

const decorate = (state: EditorState): DecorationSet => {
  const { hits, current } = key.getState(state) ?? nothing;
  if (hits.length === 0) return DecorationSet.empty;
  return DecorationSet.create(
    state.doc,
    hits.map(({ from, to }, at) =>
      Decoration.inline(from, to, { class: 'find-hit', ...(at === current ? { 'data-current': '' } : {}) }),
    ),
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

const show = (editor: Editor, next: FindState): FindState => {
  editor.view.dispatch(editor.state.tr.setMeta(key, next));
  const hit = next.hits[next.current];
  const at = hit === undefined ? null : editor.view.domAtPos(hit.from).node;
  (at instanceof Element ? at : at?.parentElement)?.scrollIntoView({ block: 'nearest' });
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

/** Replaces the hit that is stood at; the next one is stood at then. Answers whether there was one. */
export const replaceHit = (editor: Editor, words: string): boolean => {
  const { hits, current } = findStateOf(editor);
  const hit = hits[current];
  if (hit === undefined) return false;
  const done = beginStep(editor)
    .command(({ tr }) => {
      tr.insertText(words, hit.from, hit.to);
      return true;
    })
    .run();
  const after = findStateOf(editor);
  show(editor, standAt(after.query, after.hits, hit.from + words.length));
  return done;
};

/** Replaces all hits as one step of undo; answers how many there were. */
export const replaceAll = (editor: Editor, words: string): number => {
  const { hits } = findStateOf(editor);
  beginStep(editor)
    .command(({ tr }) => {
      for (const { from, to } of hits.toReversed()) tr.insertText(words, from, to);
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
  if (hit !== undefined) tr.setSelection(TextSelection.create(tr.doc, hit.from, hit.to));
  editor.view.dispatch(tr.setMeta(key, nothing));
  editor.commands.focus();
};
