/**
 * Cross references in the open memo: their targets, names, and how one is inserted. The names are those in print
 * (`domain/memo/document/resolve-references.ts`).
 */
import { type Editor, Extension, type NodeViewRenderer, type Range } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { v7 } from 'uuid';
import { isEmptyBlock } from '#domain/memo/content/is-empty-block.ts';
import { isNumberedSection } from '#domain/memo/document/lay-paragraphs.ts';
import type { MemoBlock, Reference, SectionRole } from '#domain/memo/memo-content.ts';
import { englishWords, inMarksOf, type PrintedWords, wordsFor } from '#domain/memo/print/printed-words.ts';
import { beginStep } from '../state/editor-acts.ts';
import { focusText } from '../state/focus-text.ts';
import type { MemoStore } from '../state/memo-store.ts';
import styles from './references.module.css';

/** A possible target of a cross reference. */
export type ReferenceTarget = {
  readonly kind: Reference['kind'];
  readonly position: number;
  /** As printed: "Judgement 2". */
  readonly name: string;
  /** Its first words. */
  readonly words: string;
  /** Null if nothing refers to it yet. */
  readonly anchor: string | null;
};

const saysSomething = (node: Node): boolean => !isEmptyBlock(node.toJSON() as MemoBlock);

type Counts = { judgements: number; tables: number; figures: number; paragraphs: number };

type Seen = {
  readonly node: Node;
  readonly parent: Node | null;
  readonly counts: Counts;
  readonly numbersParagraphs: boolean;
  readonly words: PrintedWords;
};
type Called = Pick<ReferenceTarget, 'kind' | 'name' | 'words'>;

const paragraphCalled = ({ node, parent, counts, numbersParagraphs, words }: Seen): Called | null => {
  const role = parent?.type.name === 'section' ? (parent.attrs.role as SectionRole) : null;
  if (!numbersParagraphs || role === null || !isNumberedSection({ role }) || !saysSomething(node))
    return null;
  counts.paragraphs += 1;
  return {
    kind: 'paragraph',
    name: `${words.reference.paragraph} ${counts.paragraphs}`,
    words: node.textContent,
  };
};

const called: Readonly<Record<string, (seen: Seen) => Called | null>> = {
  section: ({ node, words }) => ({
    kind: 'section',
    name: inMarksOf(words, String(node.attrs.heading)),
    words: '',
  }),
  judgement: ({ node, counts, words }) => {
    if (!saysSomething(node)) return null;
    counts.judgements += 1;
    return {
      kind: 'judgement',
      name: `${words.reference.judgement} ${counts.judgements}`,
      words: node.textContent,
    };
  },
  table: ({ node, parent, counts, words }) => {
    if (parent?.type.name !== 'section' || !saysSomething(node)) return null;
    counts.tables += 1;
    const caption = String(node.attrs.caption ?? '');
    return {
      kind: 'table',
      name: `${words.table.table} ${counts.tables}`,
      words: caption || node.textContent,
    };
  },
  figure: ({ node, counts, words }) => {
    counts.figures += 1;
    return {
      kind: 'figure',
      name: `${words.figure.figure} ${counts.figures}`,
      words: String(node.attrs.caption ?? ''),
    };
  },
  paragraph: paragraphCalled,
};

const anchorOf = ({ type, attrs }: Node): string | null => {
  const anchor: unknown = type.name === 'judgement' ? attrs.id : attrs.anchor;
  return typeof anchor === 'string' ? anchor : null;
};

/** What the names of targets depend on besides the text; `language` is the memo's. */
export type Naming = { readonly numbersParagraphs: boolean; readonly language: string };

/** All possible targets, in reading order. */
export const listTargets = (
  doc: Node,
  { numbersParagraphs, language }: Naming,
): readonly ReferenceTarget[] => {
  const words = wordsFor(language);
  const counts = { judgements: 0, tables: 0, figures: 0, paragraphs: 0 };
  const targets: ReferenceTarget[] = [];
  doc.descendants((node, position, parent) => {
    const found = called[node.type.name]?.({ node, parent, counts, numbersParagraphs, words }) ?? null;
    if (found !== null) targets.push({ ...found, position, anchor: anchorOf(node) });
    return !node.isTextblock;
  });
  return targets;
};

/** The name of each anchor; a missing one is gone, or has no number. */
export const referenceNames = (doc: Node, naming: Naming): ReadonlyMap<string, string> =>
  new Map(
    listTargets(doc, naming).flatMap(({ kind, anchor, name }) =>
      anchor === null ? [] : [[`${kind} ${anchor}`, name] as const],
    ),
  );

/** The words of a reference. */
export const wordsOfReference = (
  { attrs }: Pick<Node, 'attrs'>,
  names: ReadonlyMap<string, string>,
): string | null => names.get(`${String(attrs.kind)} ${String(attrs.target)}`) ?? null;

/** Inserts a reference, also into a footnote of `memo`; its target gets an anchor in the same step. */
export const insertReference = (
  editor: Editor,
  target: ReferenceTarget,
  range: Range,
  memo: Editor = editor,
): boolean => {
  const anchor = target.anchor ?? v7();
  if (target.anchor === null && memo !== editor)
    memo.view.dispatch(memo.state.tr.setNodeAttribute(target.position, 'anchor', anchor));
  return beginStep(editor)
    .focus()
    .command(({ tr, state }) => {
      if (target.anchor === null && memo === editor) tr.setNodeAttribute(target.position, 'anchor', anchor);
      const node = state.schema.nodes.reference?.create({ kind: target.kind, target: anchor });
      if (node === undefined) return false;
      tr.replaceWith(range.from, range.to, node);
      tr.setSelection(TextSelection.create(tr.doc, range.from + 1));
      return true;
    })
    .run();
};

const hasReferences = (doc: Node): boolean => {
  let found = false;
  doc.descendants((node) => {
    found ||= node.type.name === 'reference';
    return !found;
  });
  return found;
};

const saysAt = (doc: Node, naming: Naming): DecorationSet => {
  const names = referenceNames(doc, naming);
  const { missing } = wordsFor(naming.language).reference;
  const says: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'reference') return;
    const words = wordsOfReference(node, names);
    says.push(Decoration.node(position, position + 1, {}, { words: words ?? '', missing }));
  });
  return DecorationSet.create(doc, says);
};

/** Goes to the target of the selected reference. */
const follow = (editor: Editor, naming: Naming): boolean => {
  const { selection, doc } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'reference') return false;
  const { kind, target } = selection.node.attrs;
  const found = listTargets(doc, naming).find((each) => each.kind === kind && each.anchor === target);
  if (found === undefined) return true;
  focusText(editor, found.position + 1);
  editor.commands.scrollIntoView();
  return true;
};

/** Keeps the words of references up to date as the text changes. Enter on one goes to its target. */
export const ShowReferences = Extension.create<{ store: MemoStore }>({
  name: 'showReferences',
  priority: 1100,
  addProseMirrorPlugins() {
    const { store } = this.options;
    let last: (Naming & { readonly doc: Node; readonly set: DecorationSet | null }) | null = null;
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const { numbersParagraphs, language } = store.getState();
            const naming = { numbersParagraphs, language };
            if (
              last?.doc !== doc ||
              last.numbersParagraphs !== numbersParagraphs ||
              last.language !== language
            )
              last = { doc, ...naming, set: hasReferences(doc) ? saysAt(doc, naming) : null };
            return last.set;
          },
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    return { Enter: () => follow(this.editor, this.options.store.getState()) };
  },
});

/** The reference as words; one without a target says so. */
export const referenceView = (): NodeViewRenderer => {
  return ({ decorations }) => {
    const dom = document.createElement('span');
    dom.setAttribute('role', 'img');
    const draw = (all: readonly Decoration[]): void => {
      const said = (part: 'words' | 'missing'): string =>
        all.map(({ spec }) => (spec[part] as string | undefined) ?? '').join('');
      const words = said('words');
      dom.textContent = words || said('missing') || englishWords.reference.missing;
      dom.className = String(words === '' ? styles.referenceGone : styles.crossReference);
      dom.setAttribute('aria-label', words === '' ? 'Cross reference without a target' : `See ${words}`);
    };
    draw(decorations as readonly Decoration[]);
    return {
      dom,
      update: (node, now) => {
        if (node.type.name !== 'reference') return false;
        draw(now as readonly Decoration[]);
        return true;
      },
    };
  };
};
