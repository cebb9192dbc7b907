/** Goes from one misspelt word of a memo to the next; the word's context menu has the suggestions. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Settings } from '#domain/contract/settings.ts';
import { dictionariesFor, shippedLanguages } from '#domain/spelling/dictionaries.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { misspeltAmong } from '#renderer/bridge/window-bridge.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { focusText } from '../state/focus-text.ts';
import type { MemoStore } from '../state/memo-store.ts';

type Word = { readonly text: string; readonly from: number; readonly to: number };

/** Citations, footnotes and line breaks end the word before them. */
const LEAF = '\uFFFC';

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterOf = (language: string): Intl.Segmenter => {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
};

/** Not marked by the spelling checker either: the words of an address. */
const isLink = (block: Node, offset: number): boolean =>
  block.nodeAt(offset)?.marks.some(({ type }) => type.name === 'link') === true;

const wordsIn = (block: Node, position: number, language: string): readonly Word[] => {
  const text = block.textBetween(0, block.content.size, '', LEAF);
  return [...segmenterOf(language).segment(text)].flatMap(({ segment, index, isWordLike }) => {
    if (isWordLike !== true || /\d/u.test(segment) || isLink(block, index)) return [];
    const from = position + 1 + index;
    return [{ text: segment, from, to: from + segment.length }];
  });
};

type Block = { readonly node: Node; readonly position: number };

/** The texts of a memo, starting at the caret and wrapping around. */
const blocksFrom = (doc: Node, caret: number): readonly Block[] => {
  const blocks: Block[] = [];
  doc.descendants((node, position) => {
    if (node.isTextblock) blocks.push({ node, position });
    return !node.isTextblock;
  });
  const first = blocks.findIndex(({ node, position }) => position + node.nodeSize > caret);
  if (first === -1) return blocks;
  const round = [...blocks.slice(first), ...blocks.slice(0, first)];
  const own = round[0];
  return own === undefined ? round : [...round, own];
};

/** The first misspelt word after the caret, else the first of the memo; null if there is none. */
const findMisspelling = (doc: Node, caret: number, language: string): Word | null => {
  const blocks = blocksFrom(doc, caret);
  for (const [at, { node, position }] of blocks.entries()) {
    const words = wordsIn(node, position, language).filter(({ from }) => at > 0 || from >= caret);
    const misspelt = new Set(misspeltAmong([...new Set(words.map(({ text }) => text))]));
    const found = words.find(({ text }) => misspelt.has(text));
    if (found !== undefined) return found;
  }
  return null;
};

/** Whether spelling is checked in that language. */
const isChecked = ({ spelling, dictionaries }: Settings, language: string): boolean => {
  const available = [...shippedLanguages, ...dictionaries.map((each) => each.language)];
  return spelling.isOn && dictionariesFor([language], spelling.language, available).length > 0;
};

const goToNext = (editor: Editor, language: string, settings: Settings): void => {
  if (!isChecked(settings, language)) {
    sayHint('Spelling is not checked in the language of this memo. See Settings › Spelling');
    return;
  }
  const { doc, selection } = editor.state;
  const found = findMisspelling(doc, selection.to, language);
  if (found === null) {
    sayHint('No misspelt words in the text of this memo');
    return;
  }
  const { tr } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, found.from, found.to)).scrollIntoView());
  focusText(editor);
};

/** Answers the command that goes to the next misspelt word. */
export const useNextMisspelling = (editor: Editor, store: MemoStore, isReadOnly: boolean): void => {
  const settings = useSettings();
  useCommand(
    'edit.next-misspelling',
    () => goToNext(editor, store.getState().language, settings),
    !isReadOnly,
  );
};
