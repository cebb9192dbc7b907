import type { Editor } from '@tiptap/core';
import { ChevronDown, ChevronUp, Maximize2 } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { runCommand, useCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useViewScroll, useViewState } from '#renderer/window/view-state.ts';
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
  /** A page was pressed: whatever covers the text closes, then `act` runs. */
  readonly onLeave?: (act: () => void) => void;
  /** In a dialog: two pages side by side if there is room. Takes the focus once rendered. */
  readonly isFull?: boolean;
};

/** How long the caret must rest before the preview follows it. */
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

/** The blocks of the memo with letters; for a quotation, the rendered ones. */
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

/** The block of the caret, or the one before it; undefined if there is none. */
const blockOfCaret = (editor: Editor): TextBlock | undefined =>
  textBlocksOf(editor).findLast(({ position }) => position <= editor.state.selection.from);

/** Moves the caret to a block, in view. */
const goToBlock = (editor: Editor, { position }: TextBlock): void => {
  const isAtom = editor.state.doc.nodeAt(position)?.isAtom === true;
  const chain = editor.chain();
  const placed = isAtom ? chain.focus().setNodeSelection(position) : chain.focus(position + 1);
  placed.scrollIntoView().run();
};

/** Scrolls the pages to the start of the caret's block, whenever the caret has moved to another. */
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

const fits = [
  { id: 'width', name: 'Fit width' },
  { id: 'page', name: 'Fit page' },
] as const;
type Fit = (typeof fits)[number]['id'];

/** Pages side by side, counted from 1. */
type PageRow = { readonly first: number; readonly last: number; readonly top: number };

const rowsOf = (panel: HTMLElement): readonly PageRow[] => {
  const rows: PageRow[] = [];
  for (const [at, { offsetTop: top }] of panel.querySelectorAll<HTMLElement>('[data-page]').entries()) {
    const row = rows.at(-1);
    if (row?.top === top) rows[rows.length - 1] = { ...row, last: at + 1 };
    else rows.push({ first: at + 1, last: at + 1, top });
  }
  return rows;
};

/** The current row: the last one that begins in the upper third, or the last of all at the end. */
const rowInSight = (panel: HTMLElement, rows: readonly PageRow[]): number => {
  const { scrollTop, clientHeight, scrollHeight } = panel;
  if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2) return rows.length - 1;
  return Math.max(
    0,
    rows.findLastIndex(({ top }) => top <= scrollTop + clientHeight / 3),
  );
};

const PAGE_GAP_PX = 12;

/** Which pages are visible, updated as the panel scrolls, its pages change or it is resized. */
const usePagesInSight = (panel: RefObject<HTMLElement | null>, pages: number) => {
  const [inSight, setInSight] = useState<Pick<PageRow, 'first' | 'last'>>({ first: 1, last: 1 });
  useEffect(() => {
    const element = panel.current;
    if (element === null || pages === 0) return;
    const look = (): void => {
      const rows = rowsOf(element);
      const { first, last } = rows[rowInSight(element, rows)] ?? { first: 1, last: 1 };
      setInSight((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const page of element.querySelectorAll('[data-page]')) observer.observe(page);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [panel, pages]);
  const goBy = (by: 1 | -1): void => {
    const element = panel.current;
    if (element === null) return;
    const rows = rowsOf(element);
    const row = rows[rowInSight(element, rows) + by];
    if (row !== undefined) element.scrollTop = row.top - PAGE_GAP_PX;
  };
  return { inSight, goBy };
};

const pageKeys: Readonly<Record<string, 1 | -1>> = {
  PageDown: 1,
  ArrowRight: 1,
  PageUp: -1,
  ArrowLeft: -1,
};

type PreviewBarProps = {
  readonly pages: number;
  readonly inSight: Pick<PageRow, 'first' | 'last'>;
  readonly fit: Fit;
  readonly onFit: (fit: Fit) => void;
  readonly onGo: (by: 1 | -1) => void;
  readonly isFull: boolean;
};

const PreviewBar = ({ pages, inSight: { first, last }, fit, onFit, onGo, isFull }: PreviewBarProps) => {
  const keys = usePrintedKey('memo.preview');
  return (
    <div className={styles.bar}>
      <IconButton icon={ChevronUp} label="Previous page" keys="PageUp" onPress={() => onGo(-1)} />
      <IconButton icon={ChevronDown} label="Next page" keys="PageDown" onPress={() => onGo(1)} />
      <span className={styles.pageNumber}>
        {pages > 0 && (first === last ? `Page ${first} of ${pages}` : `Pages ${first}–${last} of ${pages}`)}
      </span>
      <Select label="Size of the pages" isLabelHidden isBare options={fits} value={fit} onChange={onFit} />
      {!isFull && (
        <IconButton
          icon={Maximize2}
          label="Preview in full"
          keys={keys}
          onPress={() => runCommand('memo.preview')}
        />
      )}
    </div>
  );
};

/**
 * The memo as it will be exported: the same PDF. A press moves the caret to those words in the text, and the pages
 * follow the caret.
 */
export const PreviewPanel = ({
  preview,
  editor,
  onLeave = (act) => act(),
  isFull = false,
}: PreviewPanelProps) => {
  const scroll = useViewScroll(isFull ? 'memo-preview-full' : 'memo-preview');
  const panel = useRef<HTMLElement>(null);
  const [fit, setFit] = useViewState<Fit>(
    isFull ? 'preview.fit' : 'preview.fit-beside',
    isFull ? 'page' : 'width',
  );
  const ref = useCallback(
    (element: HTMLElement | null) => {
      panel.current = element;
      scroll(element);
    },
    [scroll],
  );
  useEffect(() => {
    if (isFull) panel.current?.focus();
  }, [isFull]);
  const { watch } = preview;
  useEffect(watch, [watch]);
  const pdf = useOpenPdf(preview.made);
  const pages = pdf?.pageKeys.length ?? 0;
  const { inSight, goBy } = usePagesInSight(panel, pages);
  useFollowCaret(panel, pdf, editor);
  const latest = useLatest(pdf);
  const point = async (number: number, at: { readonly x: number; readonly y: number }): Promise<void> => {
    // A newer PDF may replace this one meanwhile; a press on the old pages is then looked up in the new one.
    const texts = await pdf?.texts(number).catch(() => latest.current?.texts(number));
    const block = texts === undefined ? null : blockAt(texts, at, textBlocksOf(editor));
    if (block !== null) onLeave(() => goToBlock(editor, block));
  };
  return (
    <div className={joinClasses(styles.frame, isFull && styles.full)}>
      <PreviewBar {...{ pages, inSight, fit, isFull }} onFit={setFit} onGo={goBy} />
      <section
        className={styles.preview}
        aria-label="Preview"
        aria-busy={preview.isMaking}
        data-fit={fit}
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={(event) => {
          const by = pageKeys[event.key];
          if (by === undefined || event.target !== event.currentTarget) return;
          event.preventDefault();
          goBy(by);
        }}
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
    </div>
  );
};

/** The pages as wide as the window allows, on request. */
export const FullPreview = ({ preview, editor }: Pick<PreviewPanelProps, 'preview' | 'editor'>) => {
  const [isOpen, setIsOpen] = useState(false);
  const afterDialog = useAfterDialog(isOpen);
  useCommand('memo.preview', () => setIsOpen(true));
  const close = (): void => setIsOpen(false);
  const leave = (act: () => void): void => {
    afterDialog(act);
    close();
  };
  if (!isOpen) return null;
  return (
    <Dialog
      title="Preview"
      page={{ subtitle: 'As it will be exported', isFull: true }}
      isOpen
      onClose={close}
    >
      <PreviewPanel preview={preview} editor={editor} onLeave={leave} isFull />
    </Dialog>
  );
};
