import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react';
import type { TextRange } from '#domain/text/selector.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './shorten.module.css';
import { goToWord, isMarked, redoChoice, turnMarked, undoChoice, type WordChoice } from './word-choice.ts';

export type WordListProps = {
  /** The whole quote, and its words as ranges in it (UTF-16). */
  readonly quote: string;
  readonly words: readonly TextRange[];
  readonly language: string | null;
  readonly choice: WordChoice;
  readonly onChange: (choice: WordChoice) => void;
};

type KeyAct = (choice: WordChoice, event: KeyboardEvent<HTMLElement>) => WordChoice;

const optionsIn = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[role="option"]'),
];

const isRightToLeft = (list: HTMLElement): boolean => getComputedStyle(list).direction === 'rtl';

/** The nearest word on the previous or next line. */
const wordOnLine = (list: HTMLElement, at: number, by: 1 | -1): number => {
  const options = optionsIn(list);
  const here = options[at];
  if (here === undefined) return at;
  const top = here.offsetTop;
  const isBeyond = (option: HTMLElement): boolean => (option.offsetTop - top) * by > 0;
  const lines = options.filter(isBeyond).map(({ offsetTop }) => offsetTop);
  const line = by === 1 ? Math.min(...lines) : Math.max(...lines);
  const near = options
    .filter(({ offsetTop }) => offsetTop === line)
    .toSorted((a, b) => Math.abs(a.offsetLeft - here.offsetLeft) - Math.abs(b.offsetLeft - here.offsetLeft));
  return near[0] === undefined ? at : options.indexOf(near[0]);
};

const step =
  (by: 1 | -1): KeyAct =>
  (choice, { currentTarget, shiftKey }) =>
    goToWord(choice, choice.at + (isRightToLeft(currentTarget) ? -by : by), shiftKey);

const line =
  (by: 1 | -1): KeyAct =>
  (choice, { currentTarget, shiftKey }) =>
    goToWord(choice, wordOnLine(currentTarget, choice.at, by), shiftKey);

const keyActs: Readonly<Record<string, KeyAct>> = {
  ArrowRight: step(1),
  ArrowLeft: step(-1),
  ArrowDown: line(1),
  ArrowUp: line(-1),
  Home: (choice, { shiftKey }) => goToWord(choice, 0, shiftKey),
  End: (choice, { shiftKey }) => goToWord(choice, choice.isKept.length - 1, shiftKey),
  ' ': turnMarked,
  Delete: turnMarked,
  Backspace: turnMarked,
};

const heldKeyActs: Readonly<Record<string, KeyAct>> = {
  z: (choice, { shiftKey }) => (shiftKey ? redoChoice(choice) : undoChoice(choice)),
  y: redoChoice,
  a: (choice) => ({ ...choice, from: 0, at: choice.isKept.length - 1 }),
};

const actOf = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): KeyAct | undefined => {
  if (altKey) return undefined;
  return ctrlKey || metaKey ? heldKeyActs[key.toLowerCase()] : keyActs[key];
};

/** The words of a quotation. Space or a press leaves the marked ones out, or keeps them again. */
export const WordList = ({ quote, words, language, choice, onChange }: WordListProps) => {
  const id = useId();
  const isDragging = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  // The dialog was opened for the words.
  useEffect(() => list.current?.focus(), []);
  const wordAt = (event: PointerEvent<HTMLElement>): number => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const option = under?.closest<HTMLElement>('[role="option"]') ?? null;
    return option === null ? -1 : optionsIn(event.currentTarget).indexOf(option);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter') event.currentTarget.closest('form')?.requestSubmit();
    const act = actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(act(choice, event));
  };
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label="Words of the quotation. Selected words are kept"
      aria-multiselectable
      aria-activedescendant={`${id}-${choice.at}`}
      className={styles.words}
      dir="auto"
      lang={language ?? undefined}
      ref={list}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        const at = wordAt(event);
        if (at === -1) return;
        isDragging.current = true;
        onChange(goToWord(choice, at, event.shiftKey));
      }}
      onPointerMove={(event) => {
        const at = isDragging.current ? wordAt(event) : -1;
        if (at !== -1 && at !== choice.at) onChange(goToWord(choice, at, true));
      }}
      onPointerUp={() => {
        if (isDragging.current) onChange(turnMarked(choice));
        isDragging.current = false;
      }}
      onPointerLeave={() => {
        isDragging.current = false;
      }}
    >
      {words.map(({ start, end }, word) => (
        <span key={start}>
          {quote.slice(words[word - 1]?.end ?? 0, start)}
          <span
            id={`${id}-${word}`}
            role="option"
            aria-selected={choice.isKept[word] === true}
            tabIndex={-1}
            className={joinClasses(
              styles.word,
              choice.isKept[word] !== true && styles.leftOut,
              isMarked(choice, word) && styles.marked,
            )}
          >
            {quote.slice(start, end)}
          </span>
        </span>
      ))}
    </div>
  );
};
