import { type Editor, findParentNode } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { selectedRect } from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';
import { useMemo } from 'react';
import { questionSchema } from '#domain/board/board.ts';
import type { MemoId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { askForBoard } from '#renderer/parts/board/ask-for-board.tsx';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { chooseFigure } from '../figure/add-figure.ts';
import { cropSelected } from '../figure/crop-figure.tsx';
import { insertTable } from '../inline-menu/insert-parts.ts';
import { stepBlocks } from '../outline/move-blocks.ts';
import { type OutlinePart, removePart, sectionAtCaret, stepPart } from '../outline/outline-parts.ts';
import { useEditorActs } from '../state/editor-acts.ts';
import type { MemoInEditor } from '../state/memo-store.ts';
import { dividerOf } from '../table/column-dividers.ts';
import { isTableAt, tableActs, tableActsIn } from '../table/table-acts.ts';
import { CAPTION_FIELD } from '../table/table-frame.ts';

/** Focuses the caption field of the table at the caret. */
const focusCaption = (editor: Editor): void => {
  const table = findParentNode(({ type }) => type.name === 'table')(editor.state.selection);
  const element = table === undefined ? null : editor.view.nodeDOM(table.pos);
  if (element instanceof HTMLElement) element.querySelector<HTMLElement>(CAPTION_FIELD)?.focus();
};

/** Focuses the border after the column of the caret, else the last one. */
const focusBorder = (editor: Editor): void => {
  const { left, map, tableStart } = selectedRect(editor.state);
  const element = editor.view.nodeDOM(tableStart - 1);
  if (!(element instanceof HTMLElement) || map.width < 2) return;
  element.querySelector<HTMLElement>(dividerOf(Math.min(left, map.width - 2)))?.focus();
  sayHint('← → move the border, Tab goes to the next, Enter keeps, Esc puts back');
};

/** Answers the commands on tables: inserting one anywhere, and changing the one at the caret. */
export const useTableCommands = ({ editor, store }: MemoInEditor, isReadOnly: boolean): void => {
  const isInTable = useEditorState({ editor, selector: isTableAt });
  useCommand('table.insert', () => void insertTable(editor), !isReadOnly);
  useCommand('table.borders', () => focusBorder(editor), isInTable && !isReadOnly);
  useCommand('table.caption', () => focusCaption(editor), isInTable && !isReadOnly);
  const acts = useMemo(() => tableActsIn(() => store.getState().language), [store]);
  useEditorActs(editor, acts, isInTable && !isReadOnly);
};

const withSection =
  (act: (editor: Editor, section: OutlinePart) => void) =>
  (editor: Editor): boolean => {
    const section = sectionAtCaret(editor);
    if (section !== null) act(editor, section);
    return section !== null;
  };

/** The heading field of the section at the caret. */
const focusHeading = (editor: Editor, { from }: OutlinePart): void => {
  const section = editor.view.nodeDOM(from);
  const field = section instanceof HTMLElement ? focusInto(section, { into: 'fields' }) : null;
  if (field instanceof HTMLInputElement) field.select();
};

/** Every act on the blocks and sections of a memo, by command. */
const structureActs = {
  // In a table the row is moved like a block.
  'format.move-up': (editor: Editor) =>
    isTableAt({ editor }) ? tableActs['table.row-up'](editor) : stepBlocks(editor, -1),
  'format.move-down': (editor: Editor) =>
    isTableAt({ editor }) ? tableActs['table.row-down'](editor) : stepBlocks(editor, 1),
  'section.move-up': withSection((editor, section) => stepPart(editor, section, -1)),
  'section.move-down': withSection((editor, section) => stepPart(editor, section, 1)),
  'section.rename': withSection(focusHeading),
  'section.remove': withSection((editor, section) => removePart(editor, section)),
};

/** Answers the commands that move blocks and sections, and rename or remove a section. */
export const useStructureCommands = (editor: Editor, isReadOnly: boolean): void =>
  useEditorActs(editor, structureActs, !isReadOnly);

const MOST_ASKED = limitOf(questionSchema);
const wordsIn = (node: Node, from: number, to: number): string =>
  node.textBetween(from, to, ' ').replace(/\s+/gu, ' ').trim();

/** The selection, else the paragraph at the caret, without citations: a gap or a question. */
export const askedAtCaret = ({ state: { selection, doc } }: Pick<Editor, 'state'>): string => {
  const { from, to, empty, $from } = selection;
  const asked = empty ? wordsIn($from.parent, 0, $from.parent.content.size) : wordsIn(doc, from, to);
  // Not half of a surrogate pair.
  return asked
    .slice(0, MOST_ASKED)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
};

/** Answers the command that starts a board from the question at the caret. */
export const useBoardCommand = (editor: Editor, memoId: MemoId): void =>
  useCommand('memo.board', () => askForBoard(askedAtCaret(editor), memoId));

const isFigureSelected = ({ editor }: { readonly editor: Editor }): boolean => editor.isActive('figure');

/** Answers the commands that insert a figure, and crop the selected one. */
export const useFigureCommands = ({ editor, store }: MemoInEditor, isReadOnly: boolean): void => {
  const isSelected = useEditorState({ editor, selector: isFigureSelected });
  useCommand('figure.insert', () => void chooseFigure(editor, store), !isReadOnly);
  useCommand('figure.crop', () => void cropSelected(editor, store), isSelected && !isReadOnly);
};
