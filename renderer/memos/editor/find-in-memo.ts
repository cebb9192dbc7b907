/** Find and replace in a memo. Cited quotations are not the memo's text: they are never changed. */
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
import type { FootnoteAttrs } from '#domain/memo/memo-content.ts';
import { type FindHow, findInText, hitFrom, loosely, replacementOf } from '#domain/text/find-in-text.ts';
import { beginStep } from '../state/editor-acts.ts';
import { focusText } from '../state/focus-text.ts';
import { createPatternFinder } from './find-pattern.ts';
import {
  allSearched,
  asHits,
  type FieldPlace,
  fieldsOf,
  type Hit,
  replacedInNote,
  type Sought,
} from './searched-texts.ts';

/** All hits of plain words; regular expressions are searched separately (see LookForPattern). */
const hitsIn = (doc: Node, sought: Sought): readonly Hit[] => {
  const { query, how } = sought;
  if (query.trim() === '' || how.isPattern) return [];
  const searched = allSearched(doc);
  return asHits(
    doc,
    searched,
    searched.map(({ text }) => findInText(text, query, how)),
    sought,
  );
};

export type FindState = Sought & {
  readonly hits: readonly Hit[];
  /** From 0; -1 where there is no hit. */
  readonly current: number;
  /** For a regular expression: still running, or stopped because it took too long. */
  readonly pattern: 'waits' | 'too-slow' | null;
};

const nothing: FindState = { query: '', how: loosely, within: null, hits: [], current: -1, pattern: null };
const key = new PluginKey<FindState>('findInMemo');

const standAt = ({ query, how, within }: Sought, hits: readonly Hit[], position: number): FindState => {
  const ranges = hits.map(({ from, to }) => ({ start: from, end: to }));
  const pattern = how.isPattern && query.trim() !== '' ? ('waits' as const) : null;
  return { query, how, within, hits, current: hitFrom(ranges, position), pattern };
};

/** The hits moved by a change, until they have been searched again. */
const mapHits = (hits: readonly Hit[], mapping: Transaction['mapping']): readonly Hit[] =>
  hits.flatMap((hit) => {
    const [from, to] = [mapping.map(hit.from, 1), mapping.map(hit.to, -1)];
    return hit.field === null && to - from === hit.to - hit.from ? [{ ...hit, from, to }] : [];
  });

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

/** Runs a waiting regular expression, and again if the text has changed meanwhile. */
const lookForPattern = () => {
  const finder = createPatternFinder();
  let asked: { readonly doc: Node; readonly state: FindState } | null = null;
  const update = (view: EditorView): void => {
    const state = key.getState(view.state) ?? nothing;
    const { doc } = view.state;
    if (state.pattern !== 'waits') {
      if (asked !== null) finder.end();
      asked = null;
      return;
    }
    if (asked?.doc === doc && asked.state === state) return;
    asked = { doc, state };
    const searched = allSearched(doc);
    const { query, how } = state;
    finder.ask({ texts: searched.map(({ text }) => text), query, how }, (found) => {
      const now = key.getState(view.state);
      if (view.isDestroyed || now !== state || view.state.doc !== doc) return;
      const at = state.hits[state.current]?.from ?? view.state.selection.from;
      const hits = asHits(doc, searched, found ?? [], state);
      const pattern = found === null ? ('too-slow' as const) : null;
      view.dispatch(view.state.tr.setMeta(key, { ...standAt(state, hits, at), pattern }));
    });
  };
  return { update, destroy: finder.end };
};

/** Keeps the search up to date with the text and marks its hits. */
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
          const { mapping, doc } = transaction;
          const within = before.within && {
            from: mapping.map(before.within.from, -1),
            to: mapping.map(before.within.to, 1),
          };
          const sought = { ...before, within };
          const hits = before.how.isPattern ? mapHits(before.hits, mapping) : hitsIn(doc, sought);
          return standAt(sought, hits, mapping.map(at));
        },
      },
      props: { decorations: decorate },
      view: () => lookForPattern(),
    }),
  ],
});

/** The current search in the memo. */
export const findStateOf = ({ state }: Editor): FindState => key.getState(state) ?? nothing;

const FIELDS = 'input, textarea';

/** The element of a field of a memo; for a footnote its mark, since its text is edited elsewhere. */
const fieldElement = (view: EditorView, { position, name }: FieldPlace): Element | null => {
  const dom = view.nodeDOM(position);
  const type = view.state.doc.nodeAt(position)?.type.name ?? '';
  if (!(dom instanceof Element)) return null;
  const { before = [], after = [] } = fieldsOf[type] ?? {};
  // A section's element also contains the fields of its blocks, after its own; for other nodes all fields are theirs.
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

/** Searches for `query` from the caret on; an empty one ends the search. Options and scope stay as they were. */
export const seek = (editor: Editor, query: string, changed: Partial<Sought> = {}): FindState => {
  const { how, within } = findStateOf(editor);
  const sought = { how, within, ...changed, query };
  return show(editor, standAt(sought, hitsIn(editor.state.doc, sought), editor.state.selection.from));
};

/** Searches in the selection only, or in the whole memo again; returns whether there is a selection to search. */
export const seekWithin = (editor: Editor, isWithin: boolean): boolean => {
  const { from, to } = editor.state.selection;
  if (isWithin && from === to) return false;
  seek(editor, findStateOf(editor).query, { within: isWithin ? { from, to } : null });
  return true;
};

/** Moves to the next or previous hit, wrapping around. */
export const goToHit = (editor: Editor, by: 1 | -1): FindState => {
  const before = findStateOf(editor);
  const { hits, current } = before;
  const next = hits.length === 0 ? -1 : (current + by + hits.length) % hits.length;
  return show(editor, { ...before, current: next });
};

/** A heading is never empty: it keeps its words then. */
const replaceInField = (
  tr: Transaction,
  { position, name, start, end }: NonNullable<Hit['field']>,
  words: string,
): void => {
  const node = tr.doc.nodeAt(position);
  if (node === null) return;
  if (node.type.name === 'footnote') {
    const { text, content } = replacedInNote(node.attrs as FootnoteAttrs, start, end, words);
    tr.setNodeAttribute(position, 'text', text).setNodeAttribute(position, 'content', content);
    return;
  }
  const before = String(node.attrs[name]);
  const after = `${before.slice(0, start)}${words}${before.slice(end)}`;
  if (name !== 'heading' || after.trim() !== '') tr.setNodeAttribute(position, name, after);
};

const replaceIn = (tr: Transaction, hit: Hit, given: string, how: FindHow): void => {
  const { from, to, field } = hit;
  const words = replacementOf({ start: from, end: to, groups: hit.groups }, given, how);
  if (field === null && words === '') tr.delete(from, to);
  else if (field === null) tr.insertText(words, from, to);
  else replaceInField(tr, field, words);
};

/** The search position after a hit was replaced: after the replacement. */
const standBehind = (state: FindState, hit: Hit, words: string, index: number): FindState => {
  const { query, how, hits } = state;
  if (hit.field === null) return standAt(state, hits, hit.from + words.length);
  if (hits.length === 0) return state;
  const again = how.isPattern ? 0 : findInText(words, query, how).length;
  return { ...state, current: (index + again) % hits.length };
};

/** Replaces the current hit and moves to the next. Returns whether there was one. */
export const replaceHit = (editor: Editor, words: string): boolean => {
  const { hits, current, how } = findStateOf(editor);
  const hit = hits[current];
  if (hit === undefined) return false;
  const done = beginStep(editor)
    .command(({ tr }) => {
      replaceIn(tr, hit, words, how);
      return true;
    })
    .run();
  show(editor, standBehind(findStateOf(editor), hit, words, current));
  return done;
};

/** Replaces all hits as one undo step; returns how many there were. */
export const replaceAll = (editor: Editor, words: string): number => {
  const { hits, how } = findStateOf(editor);
  beginStep(editor)
    .command(({ tr }) => {
      for (const hit of hits.toReversed()) replaceIn(tr, hit, words, how);
      return true;
    })
    .run();
  return hits.length;
};

/** Ends the search; the current hit is selected. */
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
