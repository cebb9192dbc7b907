import type { Editor } from '@tiptap/core';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useViewScroll } from '#renderer/window/view-state.ts';
import type { Preview } from '../state/use-proof.ts';
import { blockAt, lettersOf, placeOf, type TextBlock } from './match-texts.ts';
import { PdfPage, type ShownPdf, useOpenPdf } from './PdfPage.tsx';
import styles from './preview.module.css';

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

/** The caret has to rest so long before the preview goes after it. */
const REST_MS = 200;

const scrollTo = (panel: HTMLElement, pageNumber: number, y: number): void => {
  const page = panel.querySelectorAll<HTMLElement>('[data-page]')[pageNumber - 1];
  if (page === undefined) return;
  const top = page.offsetTop + page.offsetHeight * y;
  const isInSight = top > panel.scrollTop + 24 && top < panel.scrollTop + panel.clientHeight - 48;
  if (!isInSight) panel.scrollTop = top - panel.clientHeight / 3;
};

type Place = { readonly page: number; readonly y: number };

const findOnPages = async (pdf: ShownPdf, block: TextBlock): Promise<Place | null> => {
  for (let page = 1; page <= pdf.pages; page += 1) {
    const place = placeOf(await pdf.texts(page), block);
    if (place !== null) return { page, y: place.y };
  }
  return null;
};

/** The blocks of the memo that have letters; a quotation has those that are drawn in it. */
const textBlocksOf = (editor: Editor): readonly TextBlock[] => {
  const blocks: TextBlock[] = [];
  editor.state.doc.descendants((node, position) => {
    const isQuotation = node.type.name === 'quotation';
    if (!node.isTextblock && !isQuotation) return true;
    const drawn = isQuotation ? editor.view.nodeDOM(position)?.textContent : node.textContent;
    const letters = lettersOf(drawn ?? '');
    if (letters !== '') blocks.push({ position, letters });
    return false;
  });
  return blocks;
};

/** The block in which the caret stands, or the one before it; undefined where there is none. */
const blockOfCaret = (editor: Editor): TextBlock | undefined =>
  textBlocksOf(editor).findLast(({ position }) => position <= editor.state.selection.from);

/** Puts the caret at a block, in sight. */
const goToBlock = (editor: Editor, { position }: TextBlock): void => {
  const isAtom = editor.state.doc.nodeAt(position)?.isAtom === true;
  const chain = editor.chain();
  const placed = isAtom ? chain.focus().setNodeSelection(position) : chain.focus(position + 1);
  placed.scrollIntoView().run();
};

/** Shows the place of the pages at which the block with the caret begins, whenever the caret has gone to another. */
const useFollowCaret = (panel: RefObject<HTMLElement | null>, pdf: ShownPdf | null, editor: Editor): void =>
  useEffect(() => {
    if (pdf === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown: number | null = null;
    let isGone = false;
    const follow = async (): Promise<void> => {
      const block = blockOfCaret(editor);
      if (block === undefined || block.position === shown) return;
      const place = await findOnPages(pdf, block);
      if (isGone || place === null || panel.current === null) return;
      shown = block.position;
      scrollTo(panel.current, place.page, place.y);
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void follow().catch(() => undefined), REST_MS);
    };
    editor.on('selectionUpdate', wait);
    return () => {
      isGone = true;
      clearTimeout(timer);
      editor.off('selectionUpdate', wait);
    };
  }, [panel, pdf, editor]);

/**
 * The memo as it will be exported: the same PDF. A press on it puts the caret where the words stand in the text, and
 * the pages follow the caret.
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
