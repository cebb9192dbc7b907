/** The window in which a page is taken to be read, CSS pixels. */
const WINDOW_PX = { width: 1280, height: 800 } as const;

/** A document that the browser styles and lays out, in which nothing runs; the content security policy is ours. */
export type InertFrame = {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
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
  return { document: empty, window, close: () => frame.remove() };
};
