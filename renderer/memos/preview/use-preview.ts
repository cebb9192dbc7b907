import { useEffect, useRef, useState } from 'react';
import type { AppError } from '#domain/contract/errors.ts';
import type { GlyphChoice, PdfOptions } from '#domain/contract/memos.ts';
import type { MemoId } from '#domain/ids.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { onEvent, request } from '#renderer/bridge/window-bridge.ts';
import type { OpenPdf } from './draw-pdf.ts';

export type Preview = {
  /** The last PDF that could be made; it stays while a newer one is on its way. */
  readonly pdf: OpenPdf | null;
  readonly error: AppError | null;
  readonly isMaking: boolean;
  readonly glyphs: GlyphChoice;
  readonly setGlyphs: (glyphs: GlyphChoice) => void;
};

const makePdf = async (memoId: MemoId, options: PdfOptions): Promise<OpenPdf | AppError> => {
  const answer = await request('memo:preview', { memoId, options });
  if (!answer.ok) return answer.error;
  const { openPdf } = await import('./draw-pdf.ts');
  return openPdf(answer.value.pdf);
};

/** The PDF of the memo as it would be handed over now, made again after every save. */
export const usePreview = (memoId: MemoId, isShown: boolean): Preview => {
  const { paper } = useSettings();
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const [saves, setSaves] = useState(0);
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const shown = useRef<OpenPdf | null>(null);

  useEffect(
    () =>
      onEvent('archive-changed', ({ topics }) => {
        if (topics.some((topic) => topic !== 'searches' && topic !== 'trash')) setSaves((count) => count + 1);
      }),
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is made again after every save
  useEffect(() => {
    if (!isShown) return;
    let isCurrent = true;
    setIsMaking(true);
    void makePdf(memoId, { paper, glyphs }).then((made) => {
      if (!isCurrent) return void ('draw' in made && made.close());
      setIsMaking(false);
      if ('code' in made) return void (made.code !== 'cancelled' && setError(made));
      void shown.current?.close();
      shown.current = made;
      setError(null);
      setPdf(made);
    });
    return () => {
      isCurrent = false;
    };
  }, [memoId, paper, glyphs, saves, isShown]);
  useEffect(() => () => void shown.current?.close(), []);

  return { pdf, error, isMaking, glyphs, setGlyphs };
};
