import type { Page } from '@playwright/test';

/** The values of renderer/ui/tokens.css, in CSS pixels. */
const scale = {
  letters: [12, 13, 14, 16, 18, 24, 30],
  radii: [0, 4, 6, 8],
  /** One pixel is the width of a border that is overlapped. */
  distances: [0, 1, 4, 8, 12, 16, 24, 32, 48],
};
/** Minimum size of a target: WCAG 2.2, 2.5.8. */
const TARGET_PX = 24;
/** Contrast of the border of a control with its background: WCAG 2.2, 1.4.11. */
const BORDER_CONTRAST = 3;

const rules = {
  scale,
  target: TARGET_PX,
  contrast: BORDER_CONTRAST,
  /** Text sized by its reader, page or writer, and words below the icons of the sidebar. */
  ownSizes: '#article-text, [contenteditable], [data-page], article, canvas, nav[aria-label="Main"]',
  /** Drawings, and trees, whose rows are indented by level. */
  ownDistances: '#article-text, [contenteditable], [data-page], canvas, svg, [aria-level]',
  /**
   * A link within a line, a control as large as its row, and marks for which a nearby press counts, need no minimum
   * size.
   */
  inline:
    'p a, p button, li a, [role="row"] [role="row"], #article-text *, [contenteditable] *, [data-nearest] *',
  pressed: 'button, a[href], [role="tab"], label:has(input[type="checkbox"], input[type="radio"])',
  controls: 'button, input, textarea, [role="textbox"], [role="combobox"]',
};

/** Elements with a size off the scale, targets that are too small, and borders with too little contrast. */
export const offScale = (page: Page): Promise<readonly string[]> =>
  page.evaluate((rule) => {
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getBoundingClientRect().width > 1 &&
      // Visually hidden elements are in a box of one pixel.
      (element.parentElement?.getBoundingClientRect().width ?? 0) > 1;
    const nameOf = (element: Element): string =>
      (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
    const classOf = (element: Element): string =>
      element.getAttribute('class')?.split(' ')[0] ?? element.tagName;
    const say = (element: Element, what: string): string => `${what}: ${classOf(element)} ${nameOf(element)}`;
    const seen = [...document.querySelectorAll('body *')].filter(isSeen);
    const isText = ({ nodeType, textContent }: Node): boolean =>
      nodeType === Node.TEXT_NODE && textContent?.trim() !== '';

    const letters = seen
      .filter((element) => element.closest(rule.ownSizes) === null)
      .filter((element) => [...element.childNodes].some(isText))
      .map((element) => ({ element, px: Number.parseFloat(getComputedStyle(element).fontSize) }))
      .filter(({ px }) => !rule.scale.letters.includes(px))
      .map(({ element, px }) => say(element, `${px} px letters`));

    const laid = seen.filter((element) => element.closest(rule.ownDistances) === null);
    const radii = laid.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return [style.borderTopLeftRadius, style.borderBottomRightRadius]
        .map(Number.parseFloat)
        .filter((px) => !rule.scale.radii.includes(px) && px < Math.min(width, height) / 2)
        .map((px) => say(element, `${px} px radius`));
    });
    const sides = ['top', 'right', 'bottom', 'left'].flatMap((side) => [`padding-${side}`, `margin-${side}`]);
    const distances = laid.flatMap((element) => {
      const style = element.computedStyleMap();
      return [...sides, 'row-gap', 'column-gap'].flatMap((name) => {
        const value = style.get(name);
        // Centred and flexible sizes depend on the available room.
        if (!(value instanceof CSSUnitValue) || value.unit !== 'px') return [];
        return rule.scale.distances.includes(Math.abs(value.value))
          ? []
          : [say(element, `${name} ${value.value}`)];
      });
    });

    const pressed = [...document.querySelectorAll(rule.pressed)]
      .filter((element) => isSeen(element) && !element.matches(rule.inline))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => Math.min(box.width, box.height) < rule.target)
      .map(({ element, box }) =>
        say(element, `${Math.round(box.width)} × ${Math.round(box.height)} to press`),
      );

    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const pixelOf = (colour: string): readonly number[] => {
      if (canvas === null) throw new Error('There is no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const isOpaque = (colour: string): boolean => pixelOf(colour)[3] === 255;
    const groundOf = (element: Element | null): string => {
      if (element === null) return 'white';
      const { backgroundColor } = getComputedStyle(element);
      return isOpaque(backgroundColor) ? backgroundColor : groundOf(element.parentElement);
    };
    const lightOf = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = pixelOf(colour)
        .slice(0, 3)
        .map((each) => each / 255)
        .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrastOf = (one: string, other: string): number => {
      const [light = 0, dark = 0] = [lightOf(one), lightOf(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    const borders = laid
      .filter((element) => element.matches(rule.controls))
      .filter((element) => !element.matches(':disabled, [data-disabled], [aria-disabled="true"]'))
      .flatMap((element) => {
        const { borderTopColor, borderTopWidth, outlineStyle } = getComputedStyle(element);
        // A focused one has a ring in place of its border.
        if (Number.parseFloat(borderTopWidth) === 0 || outlineStyle !== 'none' || !isOpaque(borderTopColor))
          return [];
        const contrast = contrastOf(borderTopColor, groundOf(element.parentElement));
        return contrast < rule.contrast ? [say(element, `border ${contrast.toFixed(2)} : 1`)] : [];
      });
    return [...new Set([...letters, ...radii, ...distances, ...pressed, ...borders])];
  }, rules);

/** Visible truncated text: its kind, its place and its words, without text that has a title. */
const cutInSight = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => {
        const { textOverflow, webkitLineClamp } = getComputedStyle(element);
        const isWider = element.scrollWidth > element.clientWidth + 1 && textOverflow === 'ellipsis';
        const isHigher = element.scrollHeight > element.clientHeight + 4 && webkitLineClamp !== 'none';
        return isWider || isHigher;
      })
      .flatMap((element) => {
        const text = element.textContent.replaceAll(/\s+/gu, ' ').trim();
        const { left, top, width, height } = element.getBoundingClientRect();
        const at = { x: left + Math.min(width / 2, 30), y: top + height / 2 };
        const isOnTop = element.contains(document.elementFromPoint(at.x, at.y));
        // Elements of the same component in the same place are of one kind.
        const kind = `${element.className} in ${element.parentElement?.className}`;
        return text === '' || element.title.includes(text) || !isOnTop ? [] : [{ kind, text, ...at }];
      }),
  );

/** Where the pointer rests without hovering anything. */
const REST = { x: 1, y: 1 };

/**
 * Truncated words without a tooltip, and how many were truncated. The same words in the same kind of place are only
 * checked once: `told` remembers them.
 */
export const cutWithoutTip = async (
  page: Page,
  told: Set<string>,
): Promise<{ readonly cut: number; readonly untold: readonly string[] }> => {
  const untold: string[] = [];
  const all = await cutInSight(page);
  const tip = page.locator('[data-cut]');
  for (const { kind, text, x, y } of all) {
    if (told.has(`${kind}: ${text}`)) continue;
    await page.mouse.move(REST.x, REST.y);
    await page.mouse.move(x, y);
    const isTold = await tip
      .getByText(text, { exact: true })
      .waitFor({ timeout: 3000 })
      .then(() => true)
      .catch(() => false);
    if (isTold) told.add(`${kind}: ${text}`);
    else untold.push(text);
  }
  await page.mouse.move(REST.x, REST.y);
  return { cut: all.length, untold };
};
