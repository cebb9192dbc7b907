import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef } from 'react';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { useViewScroll } from '#renderer/window/view-state.ts';
import type { Preview } from '../use-review.ts';
import { blockAt } from './match-texts.ts';
import { PdfPage } from './PdfPage.tsx';
import styles from './preview.module.css';
import { goToBlock, textBlocksOf } from './text-blocks.ts';
import { useFollowCaret } from './use-follow-caret.ts';
import { useOpenPdf } from './use-open-pdf.ts';

const Trouble = ({ error, glyphs, setGlyphs }: Preview) => {
  if (error === null) return null;
  const { title, text } = errorWords(error);
  return (
    <div className={styles.failed} role="status">
      <p>
        <strong>{title}</strong> {text}
      </p>
      {error.code === 'missing-glyphs' && glyphs === 'refuse' && (
        <Button isSmall onPress={() => setGlyphs('code-point')}>
          Print [{error.glyphs[0]?.codePoint ?? 'U+…'}] instead
        </Button>
      )}
    </div>
  );
};

export type PreviewPanelProps = {
  readonly preview: Preview;
  readonly editor: Editor;
  /** A page was pressed: what stands in the way of the text goes, then `act` is run. */
  readonly onLeave?: (act: () => void) => void;
  /** Takes the focus once it is there: the arrow keys scroll the pages. */
  readonly takesFocus?: boolean;
};

/**
 * The memo as it will be exported: the same PDF. A press on it puts the caret where the words stand in the text, and the
 * pages follow the caret.
 */
export const PreviewPanel = ({
  preview,
  editor,
  onLeave = (act) => act(),
  takesFocus = false,
}: PreviewPanelProps) => {
  const scroll = useViewScroll('memo-preview');
  const panel = useRef<HTMLElement>(null);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      panel.current = element;
      scroll(element);
    },
    [scroll],
  );
  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);
  const pdf = useOpenPdf(preview.made);
  useFollowCaret(panel, pdf, editor);
  const latest = useRef(pdf);
  useEffect(() => {
    latest.current = pdf;
  }, [pdf]);
  const point = async (number: number, at: { readonly x: number; readonly y: number }): Promise<void> => {
    // A newer PDF may take the place of this one while it is read; a press on the old pages is not lost by it.
    const texts = await pdf?.texts(number).catch(() => latest.current?.texts(number));
    const block = texts === undefined ? null : blockAt(texts, at, textBlocksOf(editor));
    if (block !== null) onLeave(() => goToBlock(editor, block));
  };
  return (
    <section
      className={styles.preview}
      aria-label="Preview"
      aria-busy={preview.isMaking}
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <Trouble {...preview} />
      {pdf?.pageKeys.map((pageKey, at) => (
        <PdfPage
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          key={at}
          pdf={pdf}
          number={at + 1}
          pageKey={pageKey}
          onPoint={(where) => void point(at + 1, where)}
        />
      ))}
    </section>
  );
};
