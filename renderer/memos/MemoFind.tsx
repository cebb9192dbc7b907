import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { printCount } from '#domain/print-count.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { countHits, FindBar, ReplaceRow } from '#renderer/ui/find/FindBar.tsx';
import { announce } from '#renderer/window/live-region.ts';
import styles from './editor/editor.module.css';
import {
  endSearch,
  type FindState,
  findStateOf,
  goToHit,
  replaceAll,
  replaceHit,
  seek,
} from './find-in-memo.ts';

const tell = ({ query, hits, current }: FindState): void => announce(countHits(query, hits.length, current));

type BarProps = { readonly editor: Editor; readonly isReadOnly: boolean; readonly onClose: () => void };

const Bar = ({ editor, isReadOnly, onClose }: BarProps) => {
  const { query, hits, current } = useEditorState({
    editor,
    selector: ({ editor: now }) => findStateOf(now),
  });
  const [words, setWords] = useState('');
  const hasNone = hits.length === 0;
  useEffect(() => {
    const { from, to } = editor.state.selection;
    const selected = editor.state.doc.textBetween(from, to, '\n', '\n');
    if (selected !== '' && !selected.includes('\n')) seek(editor, selected);
  }, [editor]);
  const replaceOne = (): void => {
    replaceHit(editor, words);
    tell(findStateOf(editor));
  };
  return (
    <FindBar
      label="Find in this memo"
      query={query}
      count={hits.length}
      current={current}
      onSearch={(typed) => tell(seek(editor, typed))}
      onGo={(by) => tell(goToHit(editor, by))}
      onClose={onClose}
    >
      {!isReadOnly && (
        <ReplaceRow value={words} onChange={setWords} onEnter={replaceOne}>
          <Button isSmall variant="quiet" isDisabled={hasNone} onPress={replaceOne}>
            Replace
          </Button>
          <Button
            isSmall
            variant="quiet"
            isDisabled={hasNone}
            onPress={() => announce(`${printCount(replaceAll(editor, words), 'place')} replaced`)}
          >
            Replace all
          </Button>
        </ReplaceRow>
      )}
    </FindBar>
  );
};

export type MemoFindProps = { readonly editor: Editor; readonly isReadOnly: boolean };

/** Find and replace in the text of the memo. */
export const MemoFind = ({ editor, isReadOnly }: MemoFindProps) => {
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
      <Bar editor={editor} isReadOnly={isReadOnly} onClose={close} />
    </div>
  );
};
