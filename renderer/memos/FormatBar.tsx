import { type Editor, findParentNode } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Heading,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Strikethrough,
  Table2,
  TextQuote,
  Underline,
} from 'lucide-react';
import { useMemo } from 'react';
import { v7 } from 'uuid';
import { useStore } from 'zustand';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import { judgementIdSchema } from '#domain/ids.ts';
import type { HeadingLevel, MemoList } from '#domain/memo/memo-content.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { sayHint } from '#renderer/window/notices.ts';
import styles from './editor/editor.module.css';
import { insertFixedSpace } from './editor/type-typography.ts';
import { askForReference } from './inline-menu/find-parts.ts';
import { askForQuotation, type InlineMenuStore } from './inline-menu/inline-menu.ts';
import {
  insertFootnote,
  insertJudgement,
  insertPageBreak,
  insertSection,
} from './inline-menu/insert-parts.ts';
import { refusalOfHeading } from './schema/memo-schema.ts';
import { beginStep, type EditorActs, useEditorActs } from './state/editor-acts.ts';
import { type MemoStore, requestLikelihood } from './state/memo-store.ts';

/** The height of the bar and its distance from the words. */
const ABOVE_PX = 42;

type Item = { readonly id: CommandId; readonly icon: LucideIcon; readonly isOn?: boolean };

/** Commands that format the selected text, each as one step of the editor's own undo. */

type FormatCommandId = Exclude<
  Extract<CommandId, `format.${string}`>,
  | 'format.link'
  | 'format.quote'
  | 'format.shorten'
  | 'format.number-paragraphs'
  | 'format.likelihood'
  | 'format.move-up'
  | 'format.reference'
  | 'format.move-down'
>;

const refusals = {
  place: 'Put sub-headings directly in a section, not in a list, table or judgement',
  content: 'A sub-heading is plain text. Put citations and footnotes below it',
} as const;

/** Turns the paragraph of the caret into a sub-heading of that level, or back. */
export const toggleHeading = (editor: Editor, level: HeadingLevel): boolean => {
  const { $from, $to } = editor.state.selection;
  const refusal = $from.sameParent($to) ? refusalOfHeading($from) : 'place';
  if (refusal !== null) {
    sayHint(refusals[refusal]);
    return false;
  }
  const chain = beginStep(editor).focus();
  return editor.isActive('heading', { level })
    ? chain.setNode('paragraph').run()
    : chain.setNode('heading', { level }).run();
};

/** The ordered list at the caret continues the numbers of the previous one in the memo, or starts at its own again. */
const continueList = (editor: Editor): boolean =>
  beginStep(editor)
    .focus()
    .command(({ tr, state }) => {
      const list = findParentNode(({ type }) => type.name === 'orderedList')(state.selection);
      if (list === undefined) {
        sayHint('Put the cursor into a numbered list first');
        return false;
      }
      let before: Node | undefined;
      state.doc.nodesBetween(0, list.pos, (node, position) => {
        // What is nested in a list before is no list before.
        const isBefore = node.type.name === 'orderedList' && position + node.nodeSize <= list.pos;
        if (isBefore) before = node;
        return !(isBefore || node.isTextblock);
      });
      const { start, numbering } = list.node.attrs as NonNullable<MemoList['attrs']>;
      const attrs =
        start === undefined && before !== undefined
          ? { start: Number(before.attrs.start ?? 1) + before.childCount, numbering: before.attrs.numbering }
          : { start: undefined, numbering };
      tr.setNodeMarkup(list.pos, null, attrs);
      return true;
    })
    .run();

/** Keeps the paragraph of the caret on one page with what follows, or no longer. */
const toggleKeepsNext = (editor: Editor): boolean =>
  beginStep(editor)
    .focus()
    .command(({ tr, state }) => {
      const paragraph = findParentNode(({ type }) => type.name === 'paragraph')(state.selection);
      if (paragraph === undefined) return false;
      const keeps = paragraph.node.attrs.keepsNext === true ? undefined : true;
      tr.setNodeAttribute(paragraph.pos, 'keepsNext', keeps);
      sayHint(keeps === true ? 'Kept on the page of what follows' : 'No longer kept with what follows');
      return true;
    })
    .run();

/** Every act on text, by command. */
const formatActs: Readonly<Record<FormatCommandId, (editor: Editor) => boolean>> = {
  'format.bold': (editor) => beginStep(editor).focus().toggleMark('bold').run(),
  'format.italic': (editor) => beginStep(editor).focus().toggleMark('italic').run(),
  'format.heading': (editor) => toggleHeading(editor, 1),
  'format.lower-heading': (editor) => toggleHeading(editor, 2),
  'format.bullet-list': (editor) => beginStep(editor).focus().toggleList('bulletList', 'listItem').run(),
  'format.numbered-list': (editor) => beginStep(editor).focus().toggleList('orderedList', 'listItem').run(),
  'format.own-quotation': (editor) => beginStep(editor).focus().toggleWrap('ownQuotation').run(),
  'format.judgement': (editor) => insertJudgement(editor, judgementIdSchema.parse(v7())),
  'format.underline': (editor) => beginStep(editor).focus().toggleMark('underline').run(),
  'format.strike': (editor) => beginStep(editor).focus().toggleMark('strike').run(),
  'format.superscript': (editor) => beginStep(editor).focus().toggleMark('superscript').run(),
  'format.subscript': (editor) => beginStep(editor).focus().toggleMark('subscript').run(),
  'format.small-caps': (editor) => beginStep(editor).focus().toggleMark('smallCaps').run(),
  'format.continue-list': continueList,
  'format.page-break': (editor) => insertPageBreak(editor),
  'format.keep-next': toggleKeepsNext,
  'format.fixed-space': (editor) => insertFixedSpace(editor, 'usual'),
  'format.narrow-space': (editor) => insertFixedSpace(editor, 'narrow'),
  'format.footnote': (editor) => insertFootnote(editor),
  'format.section': (editor) => insertSection(editor),
};

/** The state of the bar over a selection; null if no words are selected. */
const selectedFormat = ({ editor }: { readonly editor: Editor }) => {
  const { selection, doc } = editor.state;
  const hasWords =
    selection instanceof TextSelection && doc.textBetween(selection.from, selection.to, ' ').trim() !== '';
  if (!hasWords || !editor.isFocused) return null;
  return {
    from: selection.from,
    isBold: editor.isActive('bold'),
    isItalic: editor.isActive('italic'),
    isUnderlined: editor.isActive('underline'),
    isStruck: editor.isActive('strike'),
    isHeading: editor.isActive('heading', { level: 1 }),
    isBulletList: editor.isActive('bulletList'),
    isNumberedList: editor.isActive('orderedList'),
  };
};

/** In a footnote only formatting and inline parts are possible. */
const inNote: ReadonlySet<string> = new Set([
  ...['format.bold', 'format.italic', 'format.underline', 'format.strike', 'format.superscript'],
  ...[
    'format.subscript',
    'format.small-caps',
    'format.fixed-space',
    'format.narrow-space',
    'format.link',
    'format.quote',
  ],
  'format.reference',
]);

const isNote = ({ schema }: Editor): boolean => schema.nodes.section === undefined;

/** The act, if the text being written can contain its result. */
const whereItFits =
  (id: string, run: (editor: Editor) => boolean) =>
  (editor: Editor): boolean => {
    if (!isNote(editor) || inNote.has(id)) return run(editor);
    sayHint('A footnote holds words, links, citations and cross references');
    return false;
  };

const itemsOf = (format: NonNullable<ReturnType<typeof selectedFormat>>): readonly Item[] => [
  { id: 'format.bold', icon: Bold, isOn: format.isBold },
  { id: 'format.italic', icon: Italic, isOn: format.isItalic },
  { id: 'format.underline', icon: Underline, isOn: format.isUnderlined },
  { id: 'format.strike', icon: Strikethrough, isOn: format.isStruck },
  { id: 'format.link', icon: Link },
  { id: 'format.heading', icon: Heading, isOn: format.isHeading },
  { id: 'format.bullet-list', icon: List, isOn: format.isBulletList },
  { id: 'format.numbered-list', icon: ListOrdered, isOn: format.isNumberedList },
  { id: 'format.quote', icon: TextQuote },
  { id: 'table.insert', icon: Table2 },
];

const asFits = (acts: EditorActs): EditorActs =>
  Object.fromEntries(Object.entries(acts).map(([id, run]) => [id, whereItFits(id, run)]));

export type FormatBarProps = {
  readonly editor: Editor;
  readonly store: MemoStore;
  readonly menu: InlineMenuStore;
};

/** Formatting for selected words. For the pointer; the menu and the palette have the same acts. */
export const FormatBar = ({ editor, store, menu }: FormatBarProps) => {
  const format = useEditorState({ editor, selector: selectedFormat });
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  const isLinking = useStore(store, (state) => state.isLinking);
  const keysOf = usePrintedKeys();
  const acts = useMemo(
    () =>
      asFits({
        ...formatActs,
        'format.quote': (of: Editor) => askForQuotation(of, menu),
        'format.reference': (of: Editor) => askForReference(of),
        'format.likelihood': (of: Editor) => {
          const isThere = requestLikelihood(of, store);
          if (!isThere) sayHint('This memo has no judgement yet. Insert one with /judgement');
          return isThere;
        },
      }),
    [menu, store],
  );
  useEditorActs(editor, acts, !isReadOnly);
  if (format === null || isReadOnly || isLinking) return null;
  const { left, top } = editor.view.coordsAtPos(format.from);
  return (
    <div
      className={joinClasses('float', styles.formatBar)}
      role="toolbar"
      aria-label="Format"
      style={{ left, top: Math.max(0, top - ABOVE_PX) }}
    >
      {itemsOf(format)
        .filter(({ id }) => !isNote(editor) || inNote.has(id))
        .map(({ id, icon, isOn }) => (
          <IconButton
            key={id}
            icon={icon}
            label={commandOf(id).name}
            keys={keysOf(id)[0]}
            isSmall
            {...(isOn === undefined ? {} : { isOn })}
            preventFocusOnPress
            excludeFromTabOrder
            onPress={() => runCommand(id)}
          />
        ))}
    </div>
  );
};
