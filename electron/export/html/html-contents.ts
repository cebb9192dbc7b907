/** The table of contents of a memo in HTML, and the ids that its lines link to. */
import type { LaidPart } from '#domain/memo/document/lay-document.ts';
import { listedHeadings } from '#domain/memo/document/list-contents.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import type { Voice } from '../writing.ts';
import { element, saidIn } from './html-element.ts';

export const partId = (at: number): string => `part-${at + 1}`;

const subHeadingId = (at: number, number: number): string => `${partId(at)}-${number}`;

/** The sub-headings of a part, as links. */
const subContents = (part: LaidPart, at: number): string => {
  const headings = part.kind === 'section' ? listedHeadings(part.blocks) : [];
  const lines = headings.map(({ text }, index) =>
    element('li', {}, element('a', { href: `#${subHeadingId(at, index + 1)}` }, escapeHtml(text))),
  );
  return lines.length === 0 ? '' : element('ul', {}, lines.join('\n'));
};

/**
 * Adds to the HTML of a part the ids that the contents link to. Words are escaped, so such a tag is always that of a
 * sub-heading.
 */
export const withHeadingIds = (html: string, at: number): string => {
  let number = 0;
  return html.replaceAll('<h3>', () => {
    number += 1;
    return `<h3 id="${subHeadingId(at, number)}">`;
  });
};

/** The list of contents, as links. */
export const contentsToHtml = (parts: readonly LaidPart[], depth: 1 | 2, voice: Voice): string => {
  const lines = parts.map((part, at) => {
    const language = part.kind === 'section' ? {} : saidIn(voice);
    const link = element('a', { href: `#${partId(at)}`, ...language }, escapeHtml(part.heading));
    return element('li', {}, depth === 1 ? link : link + subContents(part, at));
  });
  const heading = element('h2', { id: 'contents', ...saidIn(voice) }, voice.words.part.contents);
  return element(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    heading + element('ul', {}, lines.join('\n')),
  );
};
