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

/** The frame that is used again: making one takes longer than all the rest of reading a page. */
let kept: HTMLIFrameElement | null = null;

const openFrame = (): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  // No scripts, forms, popups or navigation: all that is let in is our own reading.
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.width = String(WINDOW_PX.width);
  frame.height = String(WINDOW_PX.height);
  document.body.append(frame);
  return frame;
};

/** Leaves nothing in `inner` but its mode: that of HTML, or that of pages without a doctype. */
const empty = (inner: Document, isHtml: boolean): void => {
  inner.adoptedStyleSheets = [];
  inner.open();
  inner.write(isHtml ? '<!doctype html><body>' : '<body>');
  inner.close();
};

/** An empty document with a window of ordinary size, in the mode in which `page` is shown. One is open at a time. */
export const openInertFrame = (page: Document): InertFrame => {
  kept ??= openFrame();
  const { contentDocument, contentWindow } = kept;
  if (contentDocument === null || contentWindow === null) throw new Error('the frame has no document');
  empty(contentDocument, page.compatMode === 'CSS1Compat');
  return {
    document: contentDocument,
    window: contentWindow as InertFrame['window'],
    isLaidOut: page.getElementsByTagName('*').length <= MAX_LAID_OUT,
    close: () => empty(contentDocument, true),
  };
};
