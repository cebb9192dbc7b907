/**
 * Which slots of a translation are rendered: those that come near the visible part of the text, and from then on. A
 * long article has thousands of paragraphs; until then a slot holds only its words, at its final height.
 */
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ShownTranslation } from '#domain/contract/translation.ts';
import { attributesOfLanguage } from '#renderer/parts/translation/translations.ts';
import { useReader } from '../state/reader-context.ts';
import styles from './translation.module.css';

/** About two screens above and below. */
const MARGIN = '1600px 0px';

/** Puts plain words into a slot that is not rendered, or removes them. */
const showPlain = (slot: HTMLElement, text: string | null, language: string): void => {
  const there = slot.querySelector<HTMLElement>(':scope > [data-plain]');
  if (text === null) {
    there?.remove();
    return;
  }
  const plain = there ?? document.createElement('div');
  if (plain.textContent === text) return;
  plain.dataset.plain = '';
  plain.className = `${styles.paragraph ?? ''} ${styles.words ?? ''}`;
  plain.textContent = text;
  Object.assign(plain, attributesOfLanguage(language, text));
  slot.prepend(plain);
};

const none: ReadonlySet<number> = new Set();

/** The blocks of the rendered slots in `elements`, which always include `current`. */
export const useDrawnSlots = (
  elements: ReadonlyMap<number, HTMLElement>,
  chosen: ShownTranslation,
  current: number,
): ReadonlySet<number> => {
  const { scroller } = useReader();
  const [near, setNear] = useState(none);
  useEffect(() => {
    const blockOf = new Map([...elements].map(([block, element]) => [element as Element, block]));
    const observer = new IntersectionObserver(
      (entries) => {
        const reached = entries.flatMap(({ isIntersecting, target }) =>
          isIntersecting ? (blockOf.get(target) ?? []) : [],
        );
        for (const { isIntersecting, target } of entries) if (isIntersecting) observer.unobserve(target);
        if (reached.length > 0) setNear((before) => new Set([...before, ...reached]));
      },
      { root: scroller.current, rootMargin: MARGIN },
    );
    for (const element of elements.values()) observer.observe(element);
    return () => observer.disconnect();
  }, [elements, scroller]);
  const drawn = useMemo(() => (near.has(current) ? near : new Set([...near, current])), [near, current]);
  const { paragraphs, language } = chosen;
  useLayoutEffect(() => {
    for (const { block, text } of paragraphs) {
      const slot = elements.get(block);
      if (slot !== undefined) showPlain(slot, drawn.has(block) ? null : text, language);
    }
  }, [elements, drawn, paragraphs, language]);
  return drawn;
};
