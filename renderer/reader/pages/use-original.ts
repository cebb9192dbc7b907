import { useEffect, useState } from 'react';
import { MAX_ORIGINAL_PAGES } from '#domain/article/pages.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import type { OpenPdf, PageSize } from '#renderer/pdf/draw-pdf.ts';

/** What became of the original of an article. */
export type Original =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly pdf: OpenPdf; readonly sizes: readonly PageSize[] }
  /** The file asks for a password; `unlock` opens it with one, which is kept nowhere. */
  | {
      readonly state: 'locked';
      readonly isWrong: boolean;
      readonly unlock: (password: string) => void;
    }
  | { readonly state: 'failed'; readonly error: AppError }
  /** It is there as it was imported, and the library can't draw it. */
  | { readonly state: 'not-drawn' };

type Tell = (original: Original) => void;

/** Opens the bytes, asking for a password as often as it takes. Answers how to close what was opened. */
const openBytes = (bytes: Uint8Array, tell: Tell): (() => void) => {
  let opened: OpenPdf | null = null;
  let isGone = false;
  const open = async (password: string | null): Promise<void> => {
    tell({ state: 'opening' });
    const { openOriginal } = await import('#renderer/pdf/draw-pdf.ts');
    // The worker takes the bytes that it is given; these are kept for another password.
    const answer = await openOriginal(bytes.slice(), password);
    if (typeof answer !== 'string') return show(answer);
    if (isGone) return;
    if (answer === 'not-drawn') tell({ state: 'not-drawn' });
    else tell({ state: 'locked', isWrong: answer === 'password-wrong', unlock: (next) => void open(next) });
  };
  const show = async (pdf: OpenPdf): Promise<void> => {
    opened = pdf;
    const sizes = isGone ? [] : await pdf.sizes(MAX_ORIGINAL_PAGES).catch(() => []);
    if (isGone) void pdf.close();
    else tell(sizes.length === 0 ? { state: 'not-drawn' } : { state: 'open', pdf, sizes });
  };
  void open(null);
  return () => {
    isGone = true;
    void opened?.close();
  };
};

/** The original of an article that has pages, opened as long as it is shown. */
export const useOriginal = (articleId: ArticleId): Original => {
  const [original, setOriginal] = useState<Original>({ state: 'opening' });
  useEffect(() => {
    let isGone = false;
    let close: (() => void) | null = null;
    void request('article:original', { articleId }).then((answer) => {
      if (isGone) return;
      if (answer.ok) close = openBytes(answer.value, setOriginal);
      else setOriginal({ state: 'failed', error: answer.error });
    });
    return () => {
      isGone = true;
      close?.();
    };
  }, [articleId]);
  return original;
};
