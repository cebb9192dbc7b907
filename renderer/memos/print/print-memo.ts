import { create } from 'zustand';
import type { GlyphChoice, PrintedMemo } from '#domain/contract/memo.ts';
import { memoMakePages } from '#domain/contract/memo-export.ts';
import { memoSnapshot } from '#domain/contract/memo-sent.ts';
import type { MemoId } from '#domain/ids.ts';
import type { ChosenParts } from '#domain/memo/export/export-parts.ts';
import type { Paper } from '#domain/memo/memo.ts';
import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { printPage } from '#renderer/bridge/print-page.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { sayFailed } from '#renderer/window/notices.ts';

/** Office printers' resolution: letters of 8 pt have clean edges. */
const DPI = 300;
/** A long memo is drawn a little coarser: it would fill the memory, and take minutes. */
const LONG_MEMO_PAGES = 40;
const LONG_MEMO_DPI = 200;

/** The current print job: the pages drawn so far, of all, as URLs of pictures. */
export type PrintJob = {
  readonly paper: Paper;
  readonly pages: readonly string[];
  readonly total: number;
  readonly beganAtMs: number;
};

export const usePrintJob = create<{ readonly job: PrintJob | null }>(() => ({ job: null }));

const isGoingOn = (job: PrintJob): boolean => usePrintJob.getState().job?.beganAtMs === job.beganAtMs;

/** Cancels the current print job: nothing has gone to the printer yet. */
export const cancelPrinting = (): void => {
  for (const page of usePrintJob.getState().job?.pages ?? []) URL.revokeObjectURL(page);
  usePrintJob.setState({ job: null });
};

/** Draws page after page into the store. Ends early if printing was cancelled. */
const drawPages = async (begun: PrintJob, { pdf: bytes, pages: total }: PrintedMemo): Promise<void> => {
  const { openPdf } = await import('#renderer/pdf/draw-pdf.ts');
  const pdf = await openPdf(bytes);
  const dpi = total > LONG_MEMO_PAGES ? LONG_MEMO_DPI : DPI;
  for (let number = 1; number <= total && isGoingOn(begun); number += 1) {
    const page = URL.createObjectURL(await pdf.picture(number, dpi));
    usePrintJob.setState(({ job }) => ({ job: job && { ...job, total, pages: [...job.pages, page] } }));
  }
  await pdf.close();
};

/** The picture was loaded, or failed. */
const settled = (picture: HTMLImageElement): Promise<void> =>
  picture.complete
    ? Promise.resolve()
    : new Promise((resolve) => {
        picture.addEventListener('load', () => resolve(), { once: true });
        picture.addEventListener('error', () => resolve(), { once: true });
      });

/** Resolves when the pictures of all pages are loaded in the layer: a missing one would print as an empty page. */
const whenLaidOut = async (total: number): Promise<void> => {
  const pictures = () => [...document.querySelectorAll<HTMLImageElement>('[data-prints] img')];
  while (pictures().length < total) await new Promise((resolve) => setTimeout(resolve, 0));
  await Promise.all(pictures().map(settled));
};

export type PrintChoice = {
  readonly parts?: ChosenParts;
  readonly glyphs?: GlyphChoice;
};

/**
 * Prints a memo with the system's dialog, from the pages of its PDF. Pending edits are saved first; if the memo may not
 * be exported, that is reported and nothing is printed. One at a time.
 */
export const printMemo = async (
  { id: memoId, referenceNumber }: { readonly id: MemoId; readonly referenceNumber: string },
  { parts = {}, glyphs = 'refuse' }: PrintChoice = {},
): Promise<void> => {
  if (usePrintJob.getState().job !== null) return;
  const { paper } = useAppState.getState().settings;
  const begun: PrintJob = { paper, pages: [], total: 0, beganAtMs: Date.now() };
  usePrintJob.setState({ job: begun });
  try {
    await flushAll();
    const made = await act(memoMakePages, { memoId, options: { paper, glyphs }, parts });
    if (made.ok) await drawPages(begun, made.value);
    if (!made.ok || !isGoingOn(begun)) return;
    await whenLaidOut(made.value.pages);
    const isPrinted = await printPage(referenceNumber, paper);
    // A printed memo can be compared later, like a file.
    if (isPrinted) await act(memoSnapshot, { memoId, wasPrinted: true });
  } catch (error) {
    sayFailed(
      'The pages could not be drawn.',
      `The memo is saved and unchanged. Export the memo as a PDF. ${String(error)}`,
    );
  } finally {
    if (isGoingOn(begun)) cancelPrinting();
  }
};
