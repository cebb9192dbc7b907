import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { bodyFromDom } from '../body/body-from-dom.ts';

/** The text of `element` as a browser shows it, on one line and without pictures. */
export const shownText = (element: Element): string => {
  const body = bodyFromDom(element);
  if (body === null) return '';
  return canonicalText(body).replaceAll('\uFFFC', ' ').replace(/\s+/gu, ' ').trim();
};
