import { type KeyboardEvent, useRef } from 'react';
import { findTypedLine, pressTreeKey, type TreeAnswer } from './press-tree-key.ts';
import type { TreeLines } from './tree-lines.ts';

/** Letters that follow each other this fast are one name. */
const TYPING_MS = 1000;

type Typed = { readonly text: string; readonly at: number };

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

const isLetter = (event: KeyboardEvent): boolean => [...event.key].length === 1 && !hasModifier(event);
const isPlain = (event: KeyboardEvent): boolean => !hasModifier(event) && !event.shiftKey;

export type TreeKeys = {
  readonly tree: TreeLines;
  /** The line that has the keys. */
  readonly index: number;
  /** Lines in sight. */
  readonly page: () => number;
  readonly onAnswer: (answer: TreeAnswer) => void;
};

/** The keys of a tree; letters go to the name that begins with them. What means nothing there goes on its way. */
export const useTreeKeys = ({ tree, index, page, onAnswer }: TreeKeys) => {
  const typed = useRef<Typed>({ text: '', at: 0 });
  const answerLetter = (event: KeyboardEvent): TreeAnswer | null => {
    const isGoingOn = event.timeStamp - typed.current.at < TYPING_MS && typed.current.text !== '';
    if (event.key === ' ' && !isGoingOn) return null;
    const text = isGoingOn ? `${typed.current.text}${event.key}` : event.key;
    typed.current = { text, at: event.timeStamp };
    const found = findTypedLine(tree, text, index);
    return found === -1 ? null : { does: 'go', index: found };
  };
  return (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const answer =
      (isLetter(event) ? answerLetter(event) : null) ??
      (isPlain(event) ? pressTreeKey(event.key, tree, index, page()) : null);
    if (answer === null) return;
    event.preventDefault();
    event.stopPropagation();
    onAnswer(answer);
  };
};
