/**
 * Cross references in the open memo: what can be pointed at, what each is called, and how one is put in. The names are
 * those that are printed (`domain/memo/document/resolve-references.ts`).
 */
import { type Editor, Extension, type NodeViewRenderer, type Range } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { v7 } from 'uuid';
import { isEmptyBlock } from '#domain/memo/content/is-empty-block.ts';
import { isNumberedSection } from '#domain/memo/document/lay-paragraphs.ts';
import type { MemoBlock, Reference, SectionRole } from '#domain/memo/memo-content.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import nodeStyles from '../nodes/nodes.module.css';
import { beginStep } from '../state/editor-acts.ts';
import { focusText } from '../state/focus-text.ts';
import type { MemoStore } from '../state/memo-store.ts';

/** A part of the memo at which a cross reference can point. */
export type ReferenceTarget = {
  readonly kind: Reference['kind'];
  readonly position: number;
  /** As it is printed: "Judgement 2". */
  readonly name: string;
  /** How it begins. */
  readonly words: string;
  /** Null where nothing points at it yet. */
  readonly anchor: string | null;
};

const { reference, table, figure } = printedWords;

const saysSomething = (node: Node): boolean => !isEmptyBlock(node.toJSON() as MemoBlock);

type Counts = { judgements: number; tables: number; figures: number; paragraphs: number };

type Seen = {
  readonly node: Node;
  readonly parent: Node | null;
  readonly counts: Counts;
  readonly numbersParagraphs: boolean;
};
type Called = Pick<ReferenceTarget, 'kind' | 'name' | 'words'>;

const paragraphCalled = ({ node, parent, counts, numbersParagraphs }: Seen): Called | null => {
  const role = parent?.type.name === 'section' ? (parent.attrs.role as SectionRole) : null;
  if (!numbersParagraphs || role === null || !isNumberedSection({ role }) || !saysSomething(node))
    return null;
  counts.paragraphs += 1;
  return { kind: 'paragraph', name: `${reference.paragraph} ${counts.paragraphs}`, words: node.textContent };
};

const called: Readonly<Record<string, (seen: Seen) => Called | null>> = {
  section: ({ node }) => ({
    kind: 'section',
    name: `“${String(node.attrs.heading)}”`,
    words: '',
  }),
  judgement: ({ node, counts }) => {
    if (!saysSomething(node)) return null;
    counts.judgements += 1;
    return {
      kind: 'judgement',
      name: `${reference.judgement} ${counts.judgements}`,
      words: node.textContent,
    };
  },
  table: ({ node, parent, counts }) => {
    if (parent?.type.name !== 'section' || !saysSomething(node)) return null;
    counts.tables += 1;
    const caption = String(node.attrs.caption ?? '');
    return { kind: 'table', name: `${table.table} ${counts.tables}`, words: caption || node.textContent };
  },
  figure: ({ node, counts }) => {
    counts.figures += 1;
    return {
      kind: 'figure',
      name: `${figure.figure} ${counts.figures}`,
      words: String(node.attrs.caption ?? ''),
    };
  },
  paragraph: paragraphCalled,
};

const anchorOf = ({ type, attrs }: Node): string | null => {
  const anchor: unknown = type.name === 'judgement' ? attrs.id : attrs.anchor;
  return typeof anchor === 'string' ? anchor : null;
};

/** All that can be pointed at, in reading order. */
export const listTargets = (doc: Node, numbersParagraphs: boolean): readonly ReferenceTarget[] => {
  const counts = { judgements: 0, tables: 0, figures: 0, paragraphs: 0 };
  const targets: ReferenceTarget[] = [];
  doc.descendants((node, position, parent) => {
    const found = called[node.type.name]?.({ node, parent, counts, numbersParagraphs }) ?? null;
    if (found !== null) targets.push({ ...found, position, anchor: anchorOf(node) });
    return !node.isTextblock;
  });
  return targets;
};

/** What each anchor is called; one that is not here is gone, or has no number. */
export const referenceNames = (doc: Node, numbersParagraphs: boolean): ReadonlyMap<string, string> =>
  new Map(
    listTargets(doc, numbersParagraphs).flatMap(({ kind, anchor, name }) =>
      anchor === null ? [] : [[`${kind} ${anchor}`, name] as const],
    ),
  );

/** What a reference says. */
export const wordsOfReference = ({ attrs }: Node, names: ReadonlyMap<string, string>): string | null =>
  names.get(`${String(attrs.kind)} ${String(attrs.target)}`) ?? null;

/** Puts a reference in; what it points at gets an anchor in the same step. */
export const insertReference = (editor: Editor, target: ReferenceTarget, range: Range): boolean => {
  const anchor = target.anchor ?? v7();
  return beginStep(editor)
    .focus()
    .command(({ tr, state }) => {
      if (target.anchor === null) tr.setNodeAttribute(target.position, 'anchor', anchor);
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

const saysAt = (doc: Node, numbersParagraphs: boolean): DecorationSet => {
  const names = referenceNames(doc, numbersParagraphs);
  const says: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'reference') return;
    const words = wordsOfReference(node, names);
    says.push(Decoration.node(position, position + 1, {}, { words: words ?? '' }));
  });
  return DecorationSet.create(doc, says);
};

/** Goes to what the selected reference points at. */
const follow = (editor: Editor, { numbersParagraphs }: { readonly numbersParagraphs: boolean }): boolean => {
  const { selection, doc } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'reference') return false;
  const { kind, target } = selection.node.attrs;
  const found = listTargets(doc, numbersParagraphs).find(
    (each) => each.kind === kind && each.anchor === target,
  );
  if (found === undefined) return true;
  focusText(editor, found.position + 1);
  editor.commands.scrollIntoView();
  return true;
};

/** Keeps what references say right, whatever is written, moved or taken out. Enter on one goes to its target. */
export const ShowReferences = Extension.create<{ store: MemoStore }>({
  name: 'showReferences',
  priority: 1100,
  addProseMirrorPlugins() {
    const { store } = this.options;
    let last: {
      readonly doc: Node;
      readonly isNumbered: boolean;
      readonly set: DecorationSet | null;
    } | null = null;
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const isNumbered = store.getState().numbersParagraphs;
            if (last?.doc !== doc || last.isNumbered !== isNumbered)
              last = { doc, isNumbered, set: hasReferences(doc) ? saysAt(doc, isNumbered) : null };
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
      const words = all.map(({ spec }) => (spec.words as string | undefined) ?? '').join('');
      dom.textContent = words || reference.missing;
      dom.className = String(words === '' ? nodeStyles.referenceGone : nodeStyles.crossReference);
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
