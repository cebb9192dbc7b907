/**
 * Footnotes of a pasted page. Word, Google Docs and web pages write them alike: a link leads to a note further down,
 * and the note links back to it.
 */
import { equalJson } from '#domain/equal-json.ts';
import { isPrintableAddress } from '#domain/memo/content/link-address.ts';
import {
  type FootnoteAttrs,
  footnoteOf,
  type NoteInline,
  type plainMarks,
} from '#domain/memo/memo-content.ts';
import { writeAttributes } from '../schema/clipboard-attributes.ts';
import { wordsOf } from './pasted-page.ts';

/** The address itself if the page redirects through Google. */
export const addressOf = (href: string): string => {
  if (!/^https?:\/\/www\.google\.com\/url\?/iu.test(href)) return href;
  return new URL(href).searchParams.get('q') ?? href;
};

/** The part after `#`; Word writes the whole path of the file before it. */
const fragmentOf = (link: Element): string | null => {
  const fragment = /#(?<name>.+)$/u.exec(link.getAttribute('href') ?? '')?.groups?.name;
  return fragment ?? null;
};

const namesOf = (element: Element): readonly string[] =>
  [element.id, element.getAttribute('name') ?? ''].filter((name) => name !== '');

/** The names by which a note can link back to `link`: its own, and those of its closest parents and children. */
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

/** Of Word and of LibreOffice: a note of several paragraphs. */
const WHOLE_NOTE =
  '[style*="mso-element:footnote"]:not([style*="footnote-list"]), ' +
  '[style*="mso-element:endnote"]:not([style*="endnote-list"]), div[id^="sdfootnote"], div[id^="sdendnote"]';
const noteAround = (target: Element): Element | null =>
  target.closest(WHOLE_NOTE) ?? target.closest('li') ?? target.closest('p') ?? target.closest('div');

type PastedNote = { readonly link: Element; readonly note: Element; readonly back: readonly Element[] };

const noteOf = (page: Document, link: Element): PastedNote | null => {
  const name = fragmentOf(link);
  const target = name === null ? null : targetOf(page, name);
  const note = target === null ? null : noteAround(target);
  if (note === null || note.contains(link)) return null;
  const isBelow = (link.compareDocumentPosition(note) & link.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const names = namesAround(link);
  const back = [...note.querySelectorAll('a[href*="#"]')].filter((each) => names.has(fragmentOf(each) ?? ''));
  return isBelow && back.length > 0 ? { link, note, back } : null;
};

const EMPTIED =
  '[style*="mso-element:footnote-list"], [style*="mso-element:endnote-list"], section, ol, ul, div';

/** Removes the remains of a list of notes, with the rule above it. */
const clearLists = (notes: ReadonlySet<Element>): void => {
  for (const note of notes) {
    const list = note.parentElement?.closest(EMPTIED) ?? null;
    note.remove();
    if (list !== null && wordsOf(list) === '') list.remove();
  }
};

const noteMarks: Readonly<Record<string, (typeof plainMarks)[number]>> = {
  ...{ b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline', s: 'strike', strike: 'strike' },
  ...{ sup: 'superscript', sub: 'subscript' },
};

type NoteText = Extract<NoteInline, { type: 'text' }>;
type NoteMark = NonNullable<NoteText['marks']>[number];

const markOf = (element: Element): NoteMark | null => {
  const type = noteMarks[element.localName];
  if (type !== undefined) return { type };
  const href = element.localName === 'a' ? addressOf(element.getAttribute('href') ?? '') : '';
  return isPrintableAddress(href) ? { type: 'link', attrs: { href } } : null;
};

const textsOfNote = (node: ChildNode, marks: readonly NoteMark[]): readonly NoteText[] => {
  if (!(node instanceof Element)) {
    const text = (node.textContent ?? '').replaceAll(/\s+/gu, ' ');
    return text === '' || node.nodeType !== node.TEXT_NODE
      ? []
      : [{ type: 'text', text, ...(marks.length === 0 ? {} : { marks: [...marks] }) }];
  }
  const mark = markOf(node);
  const within = mark === null || marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark];
  return [...node.childNodes].flatMap((child) => textsOfNote(child, within));
};

/** The text of a note on a page, on one line, with its formatting. */
const noteOfPage = (note: Element): FootnoteAttrs => {
  const joined: NoteText[] = [];
  for (const text of textsOfNote(note, [])) {
    const last = joined.at(-1);
    const isOne = last !== undefined && equalJson(last.marks ?? [], text.marks ?? []);
    if (isOne) joined[joined.length - 1] = { ...last, text: last.text + text.text };
    else joined.push(text);
  }
  const edges = joined.map((each, at) => {
    const text = at === 0 ? each.text.trimStart() : each.text;
    return { ...each, text: (at === joined.length - 1 ? text.trimEnd() : text).replaceAll(/ +/gu, ' ') };
  });
  return footnoteOf(edges.filter(({ text }) => text !== ''));
};

/** Converts footnotes of a page to those of a memo; returns the new elements. */
export const takeFootnotes = (page: Document): ReadonlySet<Element> => {
  const found = [...page.querySelectorAll('a[href*="#"]')].flatMap((link) => noteOf(page, link) ?? []);
  for (const { back } of found) for (const link of back) (link.closest('sup') ?? link).remove();
  const texts = new Map(found.map(({ note }) => [note, noteOfPage(note)]));
  const made = found.map(({ link, note }) => {
    const mark = page.createElement('sup');
    const [[name, value] = []] = Object.entries(
      writeAttributes('data-footnote', texts.get(note) ?? { text: '' }),
    );
    if (name !== undefined && value !== undefined) mark.setAttribute(name, value);
    (link.closest('sup') ?? link).replaceWith(mark);
    return mark;
  });
  clearLists(new Set(texts.keys()));
  return new Set(made);
};
