import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { CaseSensitive, type LucideIcon, Regex, TextSelect, WholeWord } from 'lucide-react';
import { useEffect, useState } from 'react';
import { printCount } from '#domain/print-count.ts';
import { type FindHow, isFaultyPattern } from '#domain/text/find-in-text.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { countHits, FindBar, ReplaceRow } from '#renderer/ui/find/FindBar.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { announce } from '#renderer/window/live-region.ts';
import { sayDone, sayHint } from '#renderer/window/notices.ts';
import styles from '../editor/editor.module.css';
import {
  endSearch,
  type FindState,
  findStateOf,
  goToHit,
  replaceAll,
  replaceHit,
  seek,
  seekWithin,
} from '../editor/find-in-memo.ts';
import { countInQuotations } from '../editor/searched-texts.ts';
import type { CitationBook } from '../state/citation-book.ts';

const tell = ({ query, hits, current, pattern }: FindState): void => {
  if (pattern === null) announce(countHits(query, hits.length, current));
};

const ways: readonly { readonly name: keyof FindHow; readonly label: string; readonly icon: LucideIcon }[] = [
  { name: 'matchesCase', label: 'Match case', icon: CaseSensitive },
  { name: 'wholeWords', label: 'Whole words', icon: WholeWord },
  { name: 'isPattern', label: 'Regular expression', icon: Regex },
];

/** The options of the search, and its scope. */
const Ways = ({ editor, state }: { readonly editor: Editor; readonly state: FindState }) => {
  const { query, how, within } = state;
  const turn = (name: keyof FindHow): void =>
    tell(seek(editor, query, { how: { ...how, [name]: !how[name] } }));
  return (
    <div className={styles.findWays}>
      {ways.map(({ name, label, icon }) => (
        <IconButton
          key={name}
          icon={icon}
          label={label}
          isSmall
          isOn={how[name]}
          onPress={() => turn(name)}
        />
      ))}
      <IconButton
        icon={TextSelect}
        label="In the selection"
        isSmall
        isOn={within !== null}
        onPress={() => {
          if (!seekWithin(editor, within === null)) sayHint('Select the text to search in first');
        }}
      />
      {isFaultyPattern(query, how) && <span className={styles.findFault}>Not a regular expression</span>}
      {state.pattern === 'too-slow' && (
        <span className={styles.findFault} role="status">
          Stopped: this expression takes too long. Simplify it.
        </span>
      )}
    </div>
  );
};

type BarProps = {
  readonly editor: Editor;
  readonly book: CitationBook;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
};

/** How many matches are in cited quotations, counted where the memo's own text has none; null if not counted. */
const useQuotedCount = (editor: Editor, book: CitationBook, state: FindState): number | null => {
  const [counted, setCounted] = useState<{ readonly of: FindState; readonly count: number } | null>(null);
  const isWanted = state.query.trim() !== '' && state.hits.length === 0 && state.pattern === null;
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    void countInQuotations(editor, book, state).then((count) => {
      if (!isCurrent) return;
      setCounted({ of: state, count });
      if (count > 0) announce(sayQuoted(count));
    });
    return () => {
      isCurrent = false;
    };
  }, [editor, book, state, isWanted]);
  return isWanted && counted?.of === state ? counted.count : null;
};

const sayQuoted = (count: number): string => `${count} in cited quotations`;

const Bar = ({ editor, book, isReadOnly, onClose }: BarProps) => {
  const state = useEditorState({ editor, selector: ({ editor: now }) => findStateOf(now) });
  const { query, hits, current } = state;
  const [words, setWords] = useState('');
  const hasNone = hits.length === 0;
  const quoted = useQuotedCount(editor, book, state);
  useEffect(() => {
    const { from, to } = editor.state.selection;
    const selected = editor.state.doc.textBetween(from, to, '\n', '\n');
    if (selected !== '' && !selected.includes('\n')) seek(editor, selected);
  }, [editor]);
  const replaceOne = (): void => {
    replaceHit(editor, words);
    tell(findStateOf(editor));
  };
  const replaceEach = async (): Promise<void> => {
    const sought = findStateOf(editor);
    const left = await countInQuotations(editor, book, sought);
    if (findStateOf(editor).hits !== sought.hits) return;
    const done = `${printCount(replaceAll(editor, words), 'place')} replaced`;
    announce(done);
    if (left > 0) sayDone(`${done}, ${left} in cited quotations left alone`);
  };
  return (
    <FindBar
      label="Find in this memo"
      query={query}
      count={hits.length}
      {...(quoted !== null && quoted > 0 && { elsewhere: sayQuoted(quoted) })}
      current={current}
      onSearch={(typed) => tell(seek(editor, typed))}
      onGo={(by) => tell(goToHit(editor, by))}
      onClose={onClose}
    >
      <Ways editor={editor} state={state} />
      {!isReadOnly && (
        <ReplaceRow value={words} onChange={setWords} onEnter={replaceOne}>
          <Button isSmall variant="quiet" isDisabled={hasNone} onPress={replaceOne}>
            Replace
          </Button>
          <Button isSmall variant="quiet" isDisabled={hasNone} onPress={() => void replaceEach()}>
            Replace all
          </Button>
        </ReplaceRow>
      )}
    </FindBar>
  );
};

/** Find and replace in the text of the memo. */
export const MemoFind = ({ editor, book, isReadOnly }: Omit<BarProps, 'onClose'>) => {
  const [isOpen, setIsOpen] = useState(false);
  useCommand('edit.find', () => setIsOpen(true));
  useCommand('edit.replace', () => setIsOpen(true), !isReadOnly);
  if (!isOpen) return null;
  const close = (): void => {
    setIsOpen(false);
    endSearch(editor);
  };
  return (
    <div className={styles.overText}>
      <Bar editor={editor} book={book} isReadOnly={isReadOnly} onClose={close} />
    </div>
  );
};
