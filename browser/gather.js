// Runs in the page, in a world of its own, and answers what is selected there: the letters as the page has them (a
// browser would give them in capitals where a style says so; formulas have none), and what stands before and after.
// What was kept of this page is remembered in the same world, and goes with the page. A block, since it runs again at
// the next press.
{
  /** So much is kept of what stands on each side of a selection, in UTF-16 units. */
  const CONTEXT = 200;
  const HOLDS_NO_TEXT =
    'script, style, noscript, template, textarea, select, option, head, math, .katex:has(math), mjx-container:has(math)';

  /** @type {Map<Element, { isShown: boolean, block: Element }>} */
  const known = new Map();

  const isInline = (/** @type {Element} */ element) =>
    /^(?:inline$|contents|ruby)/.test(getComputedStyle(element).display);

  const isVisible = (/** @type {Element} */ element) =>
    element.closest(HOLDS_NO_TEXT) === null &&
    (element.checkVisibility?.({ visibilityProperty: true }) ?? true);

  const blockOf = (/** @type {Element} */ element) => {
    let block = element;
    while (block.parentElement !== null && isInline(block)) block = block.parentElement;
    return block;
  };

  const look = (/** @type {Element} */ element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const isShown = isVisible(element);
    const found = { isShown, block: isShown ? blockOf(element) : element };
    known.set(element, found);
    return found;
  };

  const isRead = (/** @type {Node} */ node) =>
    node instanceof Element
      ? node.localName === 'br'
      : node.parentElement !== null && look(node.parentElement).isShown;

  /** What is read of the page: its texts that are shown, and where lines break. */
  const listNodes = () => {
    const walker = document.createTreeWalker(
      document.body ?? document,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      (node) => (isRead(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP),
    );
    /** @type {Node[]} */
    const nodes = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node);
    return nodes;
  };

  /** All text that the page shows, a line a block, and where each of its texts stands in it. */
  const readPage = () => {
    /** @type {Map<Node, number>} */
    const places = new Map();
    let text = '';
    /** @type {Element | null} */
    let last = null;
    for (const node of listNodes()) {
      const { parentElement, nodeValue } = node;
      if (nodeValue === null || parentElement === null) {
        text += '\n';
        continue;
      }
      const { block } = look(parentElement);
      if (last !== null && block !== last) text += '\n';
      last = block;
      places.set(node, text.length);
      text += nodeValue;
    }
    return { text, places };
  };

  /** The part of a text node that a range holds, within the text of the page. */
  const partOf = (/** @type {Range} */ range, /** @type {Node} */ node, /** @type {number} */ at) => {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : (node.nodeValue ?? '').length;
    return { start: at + from, end: at + to };
  };

  /** Where a range begins and ends in the text of the page; null where none of that is in it. */
  const placeOf = (/** @type {Range} */ range, /** @type {ReadonlyMap<Node, number>} */ places) => {
    const parts = [...places]
      .filter(([node]) => range.intersectsNode(node))
      .map(([node, at]) => partOf(range, node, at))
      .filter(({ start, end }) => start < end);
    const [first, last] = [parts[0], parts.at(-1)];
    return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
  };

  const trimmed = (
    /** @type {string} */ text,
    /** @type {{ start: number, end: number }} */ { start, end },
  ) => {
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    return { start: from, end: from + words.trim().length };
  };

  const withoutSpace = (/** @type {string} */ text) => text.replace(/\s/gu, '');

  /** Which of the equal places it is in the text of the page, from 1, and how many there are. */
  const occurrenceOf = (
    /** @type {string} */ text,
    /** @type {number} */ start,
    /** @type {string} */ exact,
  ) => {
    const [sought, all, before] = [exact, text, text.slice(0, start)].map(withoutSpace);
    if (sought === undefined || all === undefined || before === undefined || sought === '') return null;
    /** @type {number[]} */
    const places = [];
    for (let at = all.indexOf(sought); at !== -1; at = all.indexOf(sought, at + 1)) places.push(at);
    const number = places.indexOf(before.length) + 1;
    return number === 0 ? null : { number, of: places.length };
  };

  const selectionsOf = (/** @type {ReturnType<typeof readPage>} */ { text, places }) => {
    const selection = getSelection();
    const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) =>
      selection?.getRangeAt(index),
    );
    const found = ranges.flatMap((range) => {
      const place = range === undefined || range.collapsed ? null : placeOf(range, places);
      const { start, end } = place === null ? { start: 0, end: 0 } : trimmed(text, place);
      if (start >= end) return [];
      const exact = text.slice(start, end);
      const prefix = text.slice(Math.max(0, start - CONTEXT), start);
      const occurrence = occurrenceOf(text, start, exact);
      return [{ exact, prefix, suffix: text.slice(end, end + CONTEXT), occurrence }];
    });
    const words = (selection?.toString() ?? '').trim();
    // What stands in a shadow tree, or in a field, has no place in the text of the page.
    return found.length > 0 || words === ''
      ? found
      : [{ exact: words, prefix: '', suffix: '', occurrence: null }];
  };

  const page = readPage();
  const selections = selectionsOf(page);
  const { activeElement } = document;
  const world = /** @type {import('./keep.js').PageWorld} */ (globalThis);
  const kept = world.precisKept ?? null;
  world.precisText = page.text;
  // The last expression is what the popup gets.
  /** @type {import('./keep.js').Gathered} */ ({
    isTop: window === window.top,
    address: location.href,
    title: document.title,
    type: document.contentType,
    selections,
    isInClosedFrame: activeElement instanceof HTMLIFrameElement && activeElement.contentDocument === null,
    earlier: kept && {
      ...kept,
      hasAll: selections.every(({ exact, prefix, suffix }) => kept.text.includes(prefix + exact + suffix)),
      isSame: kept.text === page.text,
    },
  });
}
