/**
 * Footnotes of a pasted page. Word, Google Docs and web pages write them alike: a link leads to a note further down, and
 * the note leads back to it.
 */
import { writeAttributes } from '../../schema/clipboard-attributes.ts';
import { wordsOf } from './pasted-page.ts';

/** What follows `#`; Word writes the whole path of the file before it. */
const fragmentOf = (link: Element): string | null => {
  const fragment = /#(?<name>.+)$/u.exec(link.getAttribute('href') ?? '')?.groups?.name;
  return fragment ?? null;
};

const namesOf = (element: Element): readonly string[] =>
  [element.id, element.getAttribute('name') ?? ''].filter((name) => name !== '');

/** The names by which a note can lead back to `link`: its own, and those of what stands closely around or in it. */
const namesAround = (link: Element): ReadonlySet<string> => {
  const around = [
    link,
    ...link.querySelectorAll('*'),
    ...[link.parentElement].filter((each) => each !== null),
  ];
  return new Set(around.flatMap(namesOf));
};

const targetOf = (page: Document, name: string): Element | null =>
  page.getElementById(name) ?? [...page.getElementsByName(name)].at(0) ?? null;

const WORD_NOTE = '[style*="mso-element:footnote"]:not([style*="footnote-list"])';
const noteAround = (target: Element): Element | null =>
  target.closest(WORD_NOTE) ?? target.closest('li') ?? target.closest('p') ?? target.closest('div');

type PastedNote = { readonly link: Element; readonly note: Element; readonly back: readonly Element[] };

const noteOf = (page: Document, link: Element): PastedNote | null => {
  const name = fragmentOf(link);
  const target = name === null ? null : targetOf(page, name);
  const note = target === null ? null : noteAround(target);
  if (note === null || note.contains(link)) return null;
  const isBelow = (link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const names = namesAround(link);
  const back = [...note.querySelectorAll('a[href*="#"]')].filter((each) => names.has(fragmentOf(each) ?? ''));
  return isBelow && back.length > 0 ? { link, note, back } : null;
};

const EMPTIED = '[style*="mso-element:footnote-list"], section, ol, ul, div';

/** Takes out what is left of a list of notes, with the rule that stood above it. */
const clearLists = (notes: ReadonlySet<Element>): void => {
  for (const note of notes) {
    const list = note.parentElement?.closest(EMPTIED) ?? null;
    note.remove();
    if (list !== null && wordsOf(list) === '') list.remove();
  }
};

/** Makes footnotes of a page those of a memo; gives the elements that it made. */
export const takeFootnotes = (page: Document): ReadonlySet<Element> => {
  const found = [...page.querySelectorAll('a[href*="#"]')].flatMap((link) => noteOf(page, link) ?? []);
  for (const { back } of found) for (const link of back) (link.closest('sup') ?? link).remove();
  const texts = new Map(found.map(({ note }) => [note, wordsOf(note)]));
  const made = found.map(({ link, note }) => {
    const mark = page.createElement('sup');
    const [[name, value] = []] = Object.entries(
      writeAttributes('data-footnote', { text: texts.get(note) ?? '' }),
    );
    if (name !== undefined && value !== undefined) mark.setAttribute(name, value);
    (link.closest('sup') ?? link).replaceWith(mark);
    return mark;
  });
  clearLists(new Set(texts.keys()));
  return new Set(made);
};
