/** The blocks of a pasted page: headings become sections, and cells contain paragraphs. */
import {
  type ListNumbering,
  type ListStart,
  listMark,
  listNumberings,
  readListMark,
} from '#domain/memo/content/list-numbering.ts';
import type { SectionRole } from '#domain/memo/memo-content.ts';
import { writeAttributes } from '../schema/clipboard-attributes.ts';
import { rename, styleOf, unwrap, wordsOf } from './pasted-page.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
const BLOCKS = 'p, ul, ol, table, h1, h2, h3, h4, h5, h6';
const MAX_HEADING = 200;

/** A table within a cell: its words as paragraphs. */
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
  for (const heading of page.querySelectorAll(`:is(td, th, li) :is(${HEADINGS})`)) embolden(heading);
};

/** A heading that does not start a section becomes a bold paragraph. */
const embolden = (heading: Element): void => {
  const paragraph = rename(heading, 'p');
  const words = heading.ownerDocument.createElement('strong');
  words.append(...paragraph.childNodes);
  paragraph.append(words);
};

/** A header row that another program repeats on each page. */
const takeHeaders = (page: Document): void => {
  for (const cell of page.querySelectorAll('thead td')) {
    const header = rename(cell, 'th');
    for (const name of ['colspan', 'rowspan']) {
      const value = cell.getAttribute(name);
      if (value !== null) header.setAttribute(name, value);
    }
  }
};

/** Word's paragraphs in a quotation style: consecutive ones are one quotation. */
const takeQuotations = (page: Document): void => {
  for (const paragraph of page.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) {
    const before = paragraph.previousElementSibling;
    if (before?.localName === 'blockquote') before.append(paragraph);
    else {
      const quotation = page.createElement('blockquote');
      paragraph.replaceWith(quotation);
      quotation.append(paragraph);
    }
  }
};

const levelOf = (heading: Element): number => Number(heading.localName.slice(1));

/** Removes everything after `heading` from the page and returns it, at any depth. */
const takeBehind = (page: Document, heading: Element): DocumentFragment => {
  const range = page.createRange();
  range.setStartAfter(heading);
  range.setEnd(page.body, page.body.childNodes.length);
  return range.extractContents();
};

/** A heading as plain words; its level depends on how far it is below those of sections. */
const asSubHeading = (heading: Element, below: number): void => {
  const words = wordsOf(heading);
  rename(heading, below === 1 ? 'h3' : 'h4').textContent = words;
};

/** Headings of the highest level become sections, lower ones sub-headings; returns the new elements. */
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

/** Converts the blocks of a page to those of a memo; returns the new elements. */
export const takeBlocks = (page: Document): ReadonlySet<Element> => {
  takeHeaders(page);
  takeCells(page);
  takeQuotations(page);
  for (const heading of page.querySelectorAll(HEADINGS)) if (isEmpty(heading)) heading.remove();
  for (const paragraph of page.querySelectorAll('p:not(:is(td, th, li) > p)'))
    if (isEmpty(paragraph)) paragraph.remove();
  // A single heading is pasted as words at the caret.
  const isAlone = page.body.querySelectorAll(BLOCKS).length < 2;
  if (!isAlone && page.body.querySelector(HEADINGS) !== null) return takeSections(page);
  for (const heading of page.querySelectorAll(HEADINGS)) rename(heading, 'p');
  return new Set();
};

/**
 * Lists of a pasted page. Word has none: each item is a paragraph that names its list and level. Google Docs puts a
 * list directly into a list.
 */
const WORD_ITEM = /(?:^|;)mso-list:l\d+level(?<level>\d+)/iu;
const NUMBER = /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/iu;

type WordItem = {
  readonly element: Element;
  readonly level: number;
  readonly isOrdered: boolean;
  /** Its number as it is written, such as `iv.`. */
  readonly mark: string;
};

/** The number or bullet that Word writes before the words of an item. */
const wordMarksOf = (element: Element): readonly Element[] =>
  [...element.querySelectorAll('[style*="mso-list" i]')].filter((each) =>
    /mso-list:ignore/iu.test(styleOf(each)),
  );

const wordItemOf = (element: Element): WordItem | null => {
  const level = WORD_ITEM.exec(styleOf(element))?.groups?.level;
  if (level === undefined) return null;
  const mark = wordMarksOf(element).map(wordsOf).join('');
  return { element, level: Number(level), isOrdered: NUMBER.test(mark), mark };
};

/** Whether an element directly follows another, ignoring white space. */
const follows = (element: Element, before: Element | null): boolean =>
  before !== null && element.previousElementSibling === before;

type Open = { readonly level: number; readonly list: Element; readonly begun: ListStart | null };

/** Whether `item` continues `list`: a number out of sequence starts another list. */
const goesOn = ({ list, begun }: Open, { mark }: WordItem): boolean =>
  begun === null ||
  readListMark(mark) === null ||
  mark === listMark(begun.numbering, begun.start + list.childElementCount);

/** Closes lists deeper than `item`, and one on its level that it does not continue. */
const closeLists = (open: Open[], item: WordItem, tag: string): void => {
  const isOver = (last: Open): boolean =>
    last.level > item.level ||
    (last.level === item.level && (last.list.localName !== tag || !goesOn(last, item)));
  for (let last = open.at(-1); last !== undefined && isOver(last); last = open.at(-1)) open.pop();
};

const begin = (list: HTMLElement, { start, numbering }: ListStart): void => {
  if (start !== 1) list.setAttribute('start', String(start));
  if (numbering !== undefined) list.dataset.numbering = numbering;
};

/** The open list on that level, or a new one in the last item of the list above it. */
const listFor = (open: Open[], item: WordItem): Element => {
  const { element, level, isOrdered, mark } = item;
  const tag = isOrdered ? 'ol' : 'ul';
  closeLists(open, item, tag);
  const last = open.at(-1);
  if (last?.level === level) return last.list;
  const list = element.ownerDocument.createElement(tag);
  const begun = isOrdered ? readListMark(mark) : null;
  if (begun !== null) begin(list, begun);
  const parent = last?.list.lastElementChild ?? null;
  if (parent === null) element.before(list);
  else parent.append(list);
  open.push({ level, list, begun });
  return list;
};

const dropMarks = (element: Element): void => {
  for (const mark of wordMarksOf(element)) mark.remove();
};

/** A numbered heading is still a heading, and a real list stays as it is. */
const takeWordLists = (page: Document): void => {
  for (const heading of page.querySelectorAll(HEADINGS)) dropMarks(heading);
  let open: Open[] = [];
  for (const element of [...page.body.querySelectorAll('p[style*="mso-list" i]')]) {
    const item = wordItemOf(element);
    if (item === null) continue;
    const top = open[0]?.list ?? null;
    if (!follows(element, top)) open = [];
    const list = listFor(open, item);
    dropMarks(element);
    const made = page.createElement('li');
    const words = page.createElement('p');
    words.append(...element.childNodes);
    made.append(words);
    list.append(made);
    element.remove();
  }
};

/** A list within a list belongs to the previous item; without one, its items belong to the list around it. */
const nestLists = (page: Document): void => {
  for (const list of page.body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const item = list.previousElementSibling;
    if (item?.localName === 'li') item.append(list);
    else unwrap(list);
  }
};

const LIST_STYLE =
  /(?:^|;)list-style(?:-type)?:[^;]*?(?<type>lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman)/iu;

const styledNumberings: Readonly<Record<string, ListNumbering>> = {
  'lower-alpha': 'a.',
  'lower-latin': 'a.',
  'upper-alpha': 'A.',
  'upper-latin': 'A.',
  'lower-roman': 'i.',
  'upper-roman': 'I.',
};

/** LibreOffice says the letters of a list by its type, Google Docs by the style of its items. */
const numberLists = (page: Document): void => {
  for (const list of page.querySelectorAll('ol')) {
    if (list.dataset.numbering !== undefined) continue;
    const type = listNumberings.find((each) => each === `${list.getAttribute('type')}.`);
    const item = list.querySelector(':scope > li');
    const style = [list, ...(item === null ? [] : [item])]
      .map((each) => LIST_STYLE.exec(styleOf(each))?.groups?.type?.toLowerCase())
      .findLast((each) => each !== undefined);
    const numbering = style === undefined ? type : styledNumberings[style];
    if (numbering !== undefined) list.dataset.numbering = numbering;
  }
};

/** Turns every list of the page into items that contain paragraphs and lists. */
export const takeLists = (page: Document): void => {
  takeWordLists(page);
  numberLists(page);
  nestLists(page);
};
