/**
 * The style sheets that stand in a page, laid into the frame in which it is drawn: as constructed sheets, which import
 * nothing and need nothing of the content security policy. Sheets of other files and what scripts do are not known.
 */

/** What a question after the reader's machine is answered with: a screen, a mouse, scripts, and no wishes. */
const MACHINE =
  /\(\s*(scripting|(?:any-)?hover|(?:any-)?pointer|prefers-[a-z-]+|forced-colors|inverted-colors)\s*(?::\s*([a-z-]+)\s*)?\)/g;
const USUAL: ReadonlySet<string> = new Set(['enabled', 'hover', 'fine', 'light', 'no-preference']);
const USUAL_FEATURE = /^(?:scripting|(?:any-)?hover|(?:any-)?pointer)$/;

/** `mediaText` as it holds for everybody: what it asks of the machine is answered. */
const settleMedia = (mediaText: string): string =>
  mediaText.toLowerCase().replace(MACHINE, (_, feature: string, value?: string) => {
    const isUsual = value === undefined ? USUAL_FEATURE.test(feature) : USUAL.has(value);
    return isUsual ? '(min-width: 0px)' : '(max-width: 0px)';
  });

/** The rules that stand in `owner`, also those in rules. */
function* rulesIn(owner: { readonly cssRules: CSSRuleList }): Generator<CSSRule> {
  for (const rule of owner.cssRules) {
    yield rule;
    if ('cssRules' in rule) yield* rulesIn(rule as CSSGroupingRule);
  }
}

/**
 * Every animation and transition has come to its end, for nobody reads a page while it appears. What would be fetched
 * and says nothing of what is seen is left out; the content security policy stops the rest.
 */
const AT_REST = `*, ::before, ::after {
  animation-delay: 0s !important; animation-duration: 0s !important; animation-iteration-count: 1 !important;
  animation-play-state: running !important; animation-timeline: auto !important; transition: none !important;
  border-image: none !important; cursor: auto !important; font-family: serif !important;
  list-style-image: none !important; shape-outside: none !important;
}`;

const isCss = (style: Element): boolean => /^(?:text\/css)?$/i.test(style.getAttribute('type')?.trim() ?? '');

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

const constructSheet = ({ window }: InertFrame, css: string, mediaText: string): CSSStyleSheet => {
  const sheet = new window.CSSStyleSheet({ media: settleMedia(mediaText) });
  sheet.replaceSync(css);
  for (const rule of rulesIn(sheet)) {
    if (rule instanceof window.CSSMediaRule) rule.media.mediaText = settleMedia(rule.media.mediaText);
  }
  return sheet;
};

/** The names of the properties of which `sheets` and the style attributes of `elements` say anything. */
const findStated = (sheets: readonly CSSStyleSheet[], elements: Iterable<HTMLElement>): Set<string> => {
  const stated = new Set<string>();
  const readAll = (style: CSSStyleDeclaration): void => {
    for (const name of style) stated.add(name);
  };
  for (const sheet of sheets) {
    for (const rule of rulesIn(sheet)) if ('style' in rule) readAll(rule.style as CSSStyleDeclaration);
  }
  for (const element of elements) readAll(element.style);
  return stated;
};

/** Whether a page says anything of one of these properties. */
export type States = (properties: readonly string[]) => boolean;

/** Adds the sheets of `page` to `frame`, where it is drawn. What a page without scripts would have is none. */
export const laySheets = (page: Document, frame: InertFrame): States => {
  const sheets = [...page.querySelectorAll('style')]
    .filter((style) => isCss(style) && style.closest('noscript') === null)
    .map((style) => constructSheet(frame, style.textContent ?? '', style.getAttribute('media') ?? ''));
  frame.document.adoptedStyleSheets = [...sheets, constructSheet(frame, AT_REST, '')];
  const stated = findStated(sheets, frame.document.querySelectorAll<HTMLElement>('[style]'));
  return (properties) => stated.has('all') || properties.some((name) => stated.has(name));
};

/** The markers that each window knows already; it refuses one that comes twice. */
const registered = new WeakMap<Window, Set<string>>();

const registerMarker = (window: InertFrame['window'], marker: string): void => {
  const known = registered.get(window) ?? new Set();
  registered.set(window, known);
  if (known.has(marker)) return;
  window.CSS.registerProperty({ name: marker, syntax: '*', inherits: false });
  known.add(marker);
};

/**
 * Has every rule of `frame` say who it is in the property `marker`, where it says anything of `properties`: the
 * browser's own cascade then tells the rule from which an element has them.
 */
export const markRules = (
  { document, window }: InertFrame,
  marker: string,
  properties: readonly string[],
): void => {
  registerMarker(window, marker);
  let number = 0;
  for (const sheet of document.adoptedStyleSheets) {
    for (const rule of rulesIn(sheet)) {
      number += 1;
      if (!('style' in rule)) continue;
      const style = rule.style as CSSStyleDeclaration;
      const stated = properties.find((name) => style.getPropertyValue(name) !== '');
      if (stated !== undefined) style.setProperty(marker, `${number}`, style.getPropertyPriority(stated));
    }
  }
};
