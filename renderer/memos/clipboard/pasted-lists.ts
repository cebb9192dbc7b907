/**
 * Lists of a pasted page. Word has none: each item is a paragraph that says of which list and level it is. Google Docs
 * puts a list directly into a list.
 */
import { wordsOf } from './pasted-page.ts';

const WORD_ITEM = /mso-list:\s*l\d+\s+level(?<level>\d+)/iu;
const WORD_MARK = '[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]';
const NUMBER = /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/iu;

type WordItem = { readonly element: Element; readonly level: number; readonly isOrdered: boolean };

const wordItemOf = (element: Element): WordItem | null => {
  const level = WORD_ITEM.exec(element.getAttribute('style') ?? '')?.groups?.level;
  if (level === undefined) return null;
  const mark = element.querySelector(WORD_MARK);
  return { element, level: Number(level), isOrdered: mark !== null && NUMBER.test(wordsOf(mark)) };
};

/** The element before, without the white space between them. */
const follows = (element: Element, before: Element | null): boolean =>
  before !== null && element.previousElementSibling === before;

type Open = { readonly level: number; readonly list: Element };

/** Closes what is deeper than `item`, and a list of its level that is of another kind. */
const closeLists = (open: Open[], { level }: WordItem, tag: string): void => {
  const isOver = (last: Open): boolean =>
    last.level > level || (last.level === level && last.list.localName !== tag);
  for (let last = open.at(-1); last !== undefined && isOver(last); last = open.at(-1)) open.pop();
};

/** The list of that level that is open, or a new one in the last item of the list above it. */
const listFor = (open: Open[], item: WordItem): Element => {
  const { element, level, isOrdered } = item;
  const tag = isOrdered ? 'ol' : 'ul';
  closeLists(open, item, tag);
  const last = open.at(-1);
  if (last?.level === level) return last.list;
  const list = element.ownerDocument.createElement(tag);
  const parent = last?.list.lastElementChild ?? null;
  if (parent === null) element.before(list);
  else parent.append(list);
  open.push({ level, list });
  return list;
};

const takeWordLists = (page: Document): void => {
  let open: Open[] = [];
  for (const element of [...page.body.querySelectorAll('[style*="mso-list" i]')]) {
    const item = wordItemOf(element);
    if (item === null) continue;
    const top = open[0]?.list ?? null;
    if (!follows(element, top)) open = [];
    const list = listFor(open, item);
    for (const mark of element.querySelectorAll(WORD_MARK)) mark.remove();
    const made = page.createElement('li');
    const words = page.createElement('p');
    words.append(...element.childNodes);
    made.append(words);
    list.append(made);
    element.remove();
  }
};

const nestLists = (page: Document): void => {
  for (const list of page.body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const item = list.previousElementSibling;
    if (item?.localName === 'li') item.append(list);
    else {
      const made = page.createElement('li');
      list.before(made);
      made.append(list);
    }
  }
};

/** Makes every list of the page one of items that hold paragraphs and lists. */
export const takeLists = (page: Document): void => {
  takeWordLists(page);
  nestLists(page);
};
