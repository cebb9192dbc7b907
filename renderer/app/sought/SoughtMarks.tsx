import { useEffect } from 'react';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { focusTargetElement } from '#renderer/window/focus-targets.ts';
import { usePlace } from '#renderer/window/navigation.ts';
import { forgetSought, pageOf, useSoughtMarks } from '#renderer/window/sought-words.ts';
import { rangesOfTerms } from './mark-ranges.ts';

const NAME = 'sought';
/** How long to wait for the first mark to be rendered; it is then scrolled into view. */
const LOOK_FOR_MS = 3000;

/** Marks the terms in `root`, again with each change of the DOM; returns how to stop. */
const follow = (root: HTMLElement, terms: readonly SearchTerm[]): (() => void) => {
  const begun = performance.now();
  let hasShown = false;
  let frame = 0;
  const mark = (): void => {
    frame = 0;
    const ranges = rangesOfTerms(root, terms);
    CSS.highlights.set(NAME, new Highlight(...ranges));
    const [first] = ranges;
    if (hasShown || first === undefined || performance.now() - begun > LOOK_FOR_MS) return;
    hasShown = true;
    first.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  };
  const markSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(mark);
  };
  const observer = new MutationObserver(markSoon);
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  markSoon();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    CSS.highlights.delete(NAME);
  };
};

const endOnEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') forgetSought();
};

/** Marks the search terms on a page opened from search, until Esc or until the analyst navigates on. */
export const SoughtMarks = () => {
  const marks = useSoughtMarks((state) => state.marks);
  const page = pageOf(usePlace());
  const terms = marks?.page === page ? marks.terms : null;
  useEffect(() => {
    const root = focusTargetElement('view');
    if (terms === null || root === undefined) return;
    const end = follow(root, terms);
    window.addEventListener('keydown', endOnEscape);
    return () => {
      end();
      window.removeEventListener('keydown', endOnEscape);
      forgetSought();
    };
  }, [terms]);
  return null;
};
