/** The window in which a page is taken to be read, CSS pixels. */
const WINDOW_PX = { width: 1280, height: 800 } as const;

/** Of more elements, the boxes would take as long and as much memory as all the rest of reading a page. */
const MAX_LAID_OUT = 100_000;

/** A document that the browser styles and lays out, in which nothing runs; the content security policy is ours. */
export type InertFrame = {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** Whether the boxes of elements may be asked for. */
  readonly isLaidOut: boolean;
  close(): void;
};

/** An empty document with a window of ordinary size, in the mode in which `page` is shown. */
export const openInertFrame = (page: Document): InertFrame => {
  const frame = document.createElement('iframe');
  // No scripts, forms, popups or navigation: all that is let in is our own reading.
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.width = String(WINDOW_PX.width);
  frame.height = String(WINDOW_PX.height);
  document.body.append(frame);
  const empty = frame.contentDocument;
  if (page.compatMode === 'CSS1Compat' && empty !== null) {
    empty.open();
    empty.write('<!doctype html>');
    empty.close();
  }
  const window = empty?.defaultView ?? null;
  if (empty === null || window === null) throw new Error('the frame has no document');
  const isLaidOut = page.getElementsByTagName('*').length <= MAX_LAID_OUT;
  return { document: empty, window, isLaidOut, close: () => frame.remove() };
};
