import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect } from 'react';
import { placeOf, type TextBlock } from './match-texts.ts';
import { blockOfCaret } from './text-blocks.ts';
import type { ShownPdf } from './use-open-pdf.ts';

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

/** Shows the place of the pages at which the block with the caret begins, whenever the caret has gone to another. */
export const useFollowCaret = (
  panel: RefObject<HTMLElement | null>,
  pdf: ShownPdf | null,
  editor: Editor,
): void =>
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
