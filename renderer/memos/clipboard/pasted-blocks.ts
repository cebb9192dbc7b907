/** The blocks of a pasted page: headings become sections, and cells hold paragraphs. */
import type { SectionRole } from '#domain/memo/memo-content.ts';
import { writeAttributes } from '../schema/clipboard-attributes.ts';
import { rename, unwrap, wordsOf } from './pasted-page.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
const BLOCKS = 'p, ul, ol, table, h1, h2, h3, h4, h5, h6';
const MAX_HEADING = 200;

/** A table within a cell, and lists there: their words as paragraphs. */
const takeCells = (page: Document): void => {
  for (const inner of page.querySelectorAll(':is(td, th) table')) {
    const lines = [...inner.querySelectorAll('tr')]
      .map(({ children }) => [...children].map(wordsOf).join(' '))
      .filter((line) => line !== '');
    inner.replaceWith(
      ...lines.map((line) => {
        const paragraph = page.createElement('p');
        paragraph.append(line);
        return paragraph;
      }),
    );
  }
  for (const list of page.querySelectorAll(':is(td, th) :is(ul, ol)')) unwrap(list);
  for (const item of page.querySelectorAll(':is(td, th) li')) rename(item, 'div');
  for (const heading of page.querySelectorAll(`:is(td, th, li) :is(${HEADINGS})`)) embolden(heading);
};

/** A heading that begins no section is a paragraph of its own, in bold. */
const embolden = (heading: Element): void => {
  const paragraph = rename(heading, 'p');
  const words = heading.ownerDocument.createElement('strong');
  words.append(...paragraph.childNodes);
  paragraph.append(words);
};

const levelOf = (heading: Element): number => Number(heading.localName.slice(1));

/** Takes out of the page all that stands behind `heading`, however deep it stands. */
const takeBehind = (page: Document, heading: Element): DocumentFragment => {
  const range = page.createRange();
  range.setStartAfter(heading);
  range.setEnd(page.body, page.body.childNodes.length);
  return range.extractContents();
};

/** Words alone, by how far it stands below the headings of sections. */
const asSubHeading = (heading: Element, below: number): void => {
  const words = wordsOf(heading);
  rename(heading, below === 1 ? 'h3' : 'h4').textContent = words;
};

/** Headings of the highest level become sections, lower ones sub-headings; gives the elements that were made. */
const takeSections = (page: Document): ReadonlySet<Element> => {
  const all = [...page.body.querySelectorAll(HEADINGS)];
  const highest = Math.min(...all.map(levelOf));
  const tops = all.filter((heading) => levelOf(heading) === highest);
  for (const heading of all) if (!tops.includes(heading)) asSubHeading(heading, levelOf(heading) - highest);
  const sections = tops.toReversed().map((heading) => {
    const section = page.createElement('section');
    const role: SectionRole = 'own';
    const attrs = { role, heading: wordsOf(heading).slice(0, MAX_HEADING) };
    for (const [name, value] of Object.entries(writeAttributes('data-section', attrs)))
      section.setAttribute(name, value);
    section.append(takeBehind(page, heading));
    heading.remove();
    return section;
  });
  page.body.append(...sections.toReversed());
  return new Set(sections);
};

const isEmpty = (block: Element): boolean =>
  wordsOf(block) === '' && block.querySelector('[data-footnote]') === null;

/** Makes the blocks of a page those of a memo; gives the elements that it made. */
export const takeBlocks = (page: Document): ReadonlySet<Element> => {
  takeCells(page);
  for (const heading of page.querySelectorAll(HEADINGS)) if (isEmpty(heading)) heading.remove();
  for (const paragraph of page.querySelectorAll('p:not(:is(td, th, li) > p)'))
    if (isEmpty(paragraph)) paragraph.remove();
  // A heading alone is words to be put where the caret stands.
  const isAlone = page.body.querySelectorAll(BLOCKS).length < 2;
  if (!isAlone && page.body.querySelector(HEADINGS) !== null) return takeSections(page);
  for (const heading of page.querySelectorAll(HEADINGS)) rename(heading, 'p');
  return new Set();
};
