import type { Page } from '@playwright/test';

/** Sizes of letters in CSS pixels, as renderer/ui/tokens.css has them. */
const sizes = [12, 13, 14, 16, 18, 24, 30];
/** Smallest edge of what is pressed, in CSS pixels: WCAG 2.2, 2.5.8. */
const TARGET_PX = 24;

/** Text that is set as its reader, its page or its writer wants it, and words below the icons of the sidebar. */
const ownSizes = '#article-text, [contenteditable], [data-page], article, canvas, nav[aria-label="Main"]';
/** A link within a line, and what is as large as its own row, need no size of their own. */
const inline = 'p a, p button, li a, [role="row"] [role="row"], #article-text *, [contenteditable] *';

/** What of the window is set in no size of the scale, or is too small to be pressed. */
export const offScale = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    ({ allowed, own, target, within }) => {
      const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
      const nameOf = (element: Element): string =>
        (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
      const letters = [...document.querySelectorAll('body *')]
        .filter((element) => element.closest(own) === null && isSeen(element))
        .filter((element) => element.getBoundingClientRect().width > 1)
        .filter((element) =>
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
          ),
        )
        .map((element) => ({ element, px: Number.parseFloat(getComputedStyle(element).fontSize) }))
        .filter(({ px }) => !allowed.includes(px))
        .map(({ element, px }) => `${px} px: ${nameOf(element)}`);
      const pressed = [...document.querySelectorAll('button, a[href], [role="tab"]')]
        .filter((element) => isSeen(element) && !element.matches(within))
        // What only readers of screens meet stands in a box of a pixel.
        .filter((element) => (element.parentElement?.getBoundingClientRect().width ?? 0) > 1)
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && Math.min(box.width, box.height) < target)
        .map(
          ({ element, box }) =>
            `${Math.round(box.width)} × ${Math.round(box.height)} to press: ${nameOf(element)}`,
        );
      return [...new Set([...letters, ...pressed])];
    },
    { allowed: sizes, own: ownSizes, target: TARGET_PX, within: inline },
  );
