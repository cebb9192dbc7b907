import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useState } from 'react';
import { countWords } from '#domain/article/draft/count-words.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { inlineText } from '#domain/memo/content/list-prose.ts';
import { type FootnoteAttrs, inlineOfNote } from '#domain/memo/memo-content.ts';
import { type CitationBook, lookUp } from '../state/citation-book.ts';

/** The pause before a selection is counted: with the mouse it changes at every move. */
const SETTLE_MS = 200;

const wordsOf = ({ type, attrs }: Node, book: CitationBook): string => {
  if (type.name === 'footnote') return ` ${inlineText(inlineOfNote(attrs as FootnoteAttrs))} `;
  const isQuoted = type.name === 'quotation' || (type.name === 'citation' && attrs.form === 'whole');
  return isQuoted ? ` ${lookUp(book.getState(), attrs as CitedPassage)?.printed ?? ''} ` : ' ';
};

/** The number of words in the selection as printed: its own, those of its footnotes, and those that it quotes. */
export const countSelectedWords = (editor: Editor, book: CitationBook, language: string): number => {
  const { selection, doc } = editor.state;
  if (selection.empty) return 0;
  const texts = selection.ranges.map(({ $from, $to }) =>
    doc.textBetween($from.pos, $to.pos, '\n', (leaf) => wordsOf(leaf, book)),
  );
  return countWords(texts.join('\n'), language);
};

/** How many words are selected; null if none are. */
export const useSelectedWords = (editor: Editor, book: CitationBook, language: string): number | null => {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      if (editor.state.selection.empty) setCount(null);
      else timer = setTimeout(() => setCount(countSelectedWords(editor, book, language) || null), SETTLE_MS);
    };
    look();
    editor.on('transaction', look);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', look);
    };
  }, [editor, book, language]);
  return count;
};
