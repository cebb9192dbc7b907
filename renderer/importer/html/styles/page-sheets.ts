/**
 * The inline style sheets of a page, added to the frame in which it is rendered: as constructed sheets, which import
 * nothing and are independent of the content security policy. External sheets and the effect of scripts are unknown.
 */

/** Fixed answers to media queries: a screen, a mouse, scripts, and no preferences. */
const MACHINE =
  /\(\s*(scripting|(?:any-)?hover|(?:any-)?pointer|prefers-[a-z-]+|forced-colors|inverted-colors)\s*(?::\s*([a-z-]+)\s*)?\)/g;
const USUAL: ReadonlySet<string> = new Set(['enabled', 'hover', 'fine', 'light', 'no-preference']);
const USUAL_FEATURE = /^(?:scripting|(?:any-)?hover|(?:any-)?pointer)$/;

/** `mediaText` with its queries about the machine answered. */
const settleMedia = (mediaText: string): string =>
  mediaText.toLowerCase().replace(MACHINE, (_, feature: string, value?: string) => {
    const isUsual = value === undefined ? USUAL_FEATURE.test(feature) : USUAL.has(value);
    return isUsual ? '(min-width: 0px)' : '(max-width: 0px)';
  });

/** The rules in `owner`, including nested ones. */
function* rulesIn(owner: { readonly cssRules: CSSRuleList }): Generator<CSSRule> {
  for (const rule of owner.cssRules) {
    yield rule;
    if ('cssRules' in rule) yield* rulesIn(rule as CSSGroupingRule);
  }
}

/**
 * Every animation and transition is at its end, as nobody reads a page while it fades in. Properties that would fetch
 * something without affecting visibility are dropped; the content security policy stops the rest.
 */
const AT_REST = `*, ::before, ::after {
  animation-delay: 0s !important; animation-duration: 0s !important; animation-iteration-count: 1 !important;
  animation-play-state: running !important; animation-timeline: auto !important; transition: none !important;
  border-image: none !important; cursor: auto !important; font-family: serif !important;
  list-style-image: none !important; shape-outside: none !important;
}`;

const isCss = (style: Element): boolean => /^(?:text\/css)?$/i.test(style.getAttribute('type')?.trim() ?? '');

/** The assumed window size for reading a page, CSS pixels. */
const WINDOW_PX = { width: 1280, height: 800 } as const;

/** With more elements, layout would take as much time and memory as all other steps of reading a page. */
const MAX_LAID_OUT = 100_000;

/** A document that the browser styles and lays out, in which nothing runs; the content security policy is ours. */
export type InertFrame = {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** Whether layout boxes can be queried. */
  readonly isLaidOut: boolean;
  close(): void;
};

/** The reused frame: creating one takes longer than all other steps of reading a page. */
let kept: HTMLIFrameElement | null = null;

const openFrame = (): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  // No scripts, forms, popups or navigation: only our own code has access.
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.width = String(WINDOW_PX.width);
  frame.height = String(WINDOW_PX.height);
  document.body.append(frame);
  return frame;
};

/** Empties `inner` but keeps its mode: standards mode, or quirks mode for pages without a doctype. */
const empty = (inner: Document, isHtml: boolean): void => {
  inner.adoptedStyleSheets = [];
  inner.open();
  inner.write(isHtml ? '<!doctype html><body>' : '<body>');
  inner.close();
};

/** An empty document with a window of ordinary size, in the mode of `page`. One is open at a time. */
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

/** The names of the properties set by `sheets` or by the style attributes of `elements`. */
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

/** Whether a page sets one of these properties. */
export type States = (properties: readonly string[]) => boolean;

/**
 * Adds the sheets of `page` to `frame`, where it is rendered. Alternative content for browsers without scripts is
 * excluded.
 */
export const laySheets = (page: Document, frame: InertFrame): States => {
  const sheets = [...page.querySelectorAll('style')]
    .filter((style) => isCss(style) && style.closest('noscript') === null)
    .map((style) => constructSheet(frame, style.textContent ?? '', style.getAttribute('media') ?? ''));
  frame.document.adoptedStyleSheets = [...sheets, constructSheet(frame, AT_REST, '')];
  const stated = findStated(sheets, frame.document.querySelectorAll<HTMLElement>('[style]'));
  return (properties) => stated.has('all') || properties.some((name) => stated.has(name));
};

/** The markers registered in each window, which refuses duplicates. */
const registered = new WeakMap<Window, Set<string>>();

const registerMarker = (window: InertFrame['window'], marker: string): void => {
  const known = registered.get(window) ?? new Set();
  registered.set(window, known);
  if (known.has(marker)) return;
  window.CSS.registerProperty({ name: marker, syntax: '*', inherits: false });
  known.add(marker);
};

/**
 * Gives every rule of `frame` that sets one of `properties` an identifier in the property `marker`: the browser's own
 * cascade then shows which rule applies to an element.
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
