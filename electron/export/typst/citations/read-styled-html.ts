/** Reads the HTML of citations and their list that Typst writes: as words with their look, and never as markup. */
import type { CitedWork } from '#domain/memo/citation-style/cited-work.ts';
import type { StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import type { StyledWords } from '#domain/memo/document-run.ts';
import { type MarkupElement as Element, elementsIn, treeOf } from '#domain/text/markup/markup-tree.ts';
import { readMarkup } from '#domain/text/markup/read-markup.ts';
import { splitAddresses, withoutHelp } from './hayagriva.ts';

const attributeOf = ({ attributes }: Element, name: string): string => attributes.get(name) ?? '';

/** Line breaks and indentation that Typst adds for readability of the HTML. */
const isIndentation = (text: string): boolean => /^\s*\n\s*$/u.test(text);

/** Typst writes numbers before entries and notes: Precis has its own. */
const isNumber = (element: Element): boolean =>
  attributeOf(element, 'class') === 'prefix' || attributeOf(element, 'role') === 'doc-backlink';

type Look = Omit<StyledWords, 'text'>;
type Addresses = ReadonlyMap<number, string>;

const looks: Readonly<Record<string, Look>> = {
  em: { italic: true },
  i: { italic: true },
  strong: { bold: true },
  b: { bold: true },
  sup: { raised: 'superscript' },
  sub: { raised: 'subscript' },
};

type Reading = { readonly sourceOf: (id: string) => number | undefined; readonly addresses: Addresses };

/** The target of a link: the entry of a source, or an address. */
const linkOf = (href: string, { sourceOf, addresses }: Reading): Look => {
  if (href.startsWith('#')) {
    const source = sourceOf(href.slice(1));
    return source === undefined ? {} : { source };
  }
  const [, number] = splitAddresses(href);
  const address = typeof number === 'number' ? addresses.get(number) : href;
  return address !== undefined && /^https?:\/\//u.test(address) ? { href: address } : {};
};

const lookOf = (element: Element, reading: Reading): Look => {
  if (element.name === 'a') return linkOf(attributeOf(element, 'href'), reading);
  const isSmall = element.name === 'span' && attributeOf(element, 'style').includes('small-caps');
  return isSmall ? { smallCaps: true } : (looks[element.name] ?? {});
};

const sameLook = (a: StyledWords, b: StyledWords): boolean =>
  JSON.stringify({ ...a, text: '' }) === JSON.stringify({ ...b, text: '' });

const joinAlike = (all: readonly StyledWords[]): readonly StyledWords[] => {
  const joined: StyledWords[] = [];
  for (const words of all) {
    const last = joined.at(-1);
    if (last !== undefined && sameLook(last, words))
      joined.splice(-1, 1, { ...last, text: last.text + words.text });
    else if (words.text !== '') joined.push(words);
  }
  return joined;
};

/** The words without white space at either end. */
const trimWords = (words: readonly StyledWords[]): readonly StyledWords[] =>
  words
    .map((each, at) => {
      const begun = at === 0 ? each.text.trimStart() : each.text;
      return { ...each, text: at === words.length - 1 ? begun.trimEnd() : begun };
    })
    .filter(({ text }) => text !== '');

const wordsOf = (element: Element, reading: Reading): readonly StyledWords[] => {
  const { addresses } = reading;
  const read = (inner: Element['inner'], look: Look): readonly StyledWords[] =>
    inner.flatMap((each) => {
      if (typeof each !== 'string')
        return isNumber(each) ? [] : read(each.inner, { ...look, ...lookOf(each, reading) });
      if (isIndentation(each)) return [];
      const text = splitAddresses(withoutHelp(each))
        .map((part) => (typeof part === 'number' ? (addresses.get(part) ?? '') : part))
        .join('');
      return [{ ...look, text }];
    });
  return trimWords(joinAlike(read(element.inner, {})));
};

type Marked = { readonly byId: ReadonlyMap<string, Element>; readonly all: readonly Element[] };

/** The element with the words of a citation: itself, or the note that it links to. */
const placeOfWords = (citation: Element, { byId }: Marked): Element => {
  const note = elementsIn(citation).find((each) => attributeOf(each, 'role') === 'doc-noteref');
  return note === undefined ? citation : (byId.get(attributeOf(note, 'href').slice(1)) ?? citation);
};

/** The source of the entry with each id. */
const sourcesById = (marked: Marked): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const element of marked.all) {
    const key = attributeOf(element, 'data-source');
    if (key === '') continue;
    const link = elementsIn(placeOfWords(element, marked)).find(
      (each) =>
        each.name === 'a' &&
        attributeOf(each, 'href').startsWith('#') &&
        attributeOf(each, 'role') !== 'doc-backlink',
    );
    if (link !== undefined) found.set(attributeOf(link, 'href').slice(1), Number(key.slice(1)));
  }
  return found;
};

/** Closes the elements that have no end tag in HTML. */
const closed = (html: string): string => html.replace(/<(br|wbr)>/gu, '<$1/>');

/** The citations and entries of `works` in the engine's output; null if its form is not as expected. */
export const readStyledHtml = (html: string, works: readonly CitedWork[]): StyledCitations | null => {
  const parts = readMarkup(closed(html));
  if (!parts.ok) return null;
  const all = elementsIn(treeOf(parts.value));
  const byId = new Map(all.map((element) => [attributeOf(element, 'id'), element]));
  const marked = { all, byId };
  const sources = sourcesById(marked);
  const reading = {
    sourceOf: (id: string) => sources.get(id),
    addresses: new Map(works.map(({ number, url }) => [number, url ?? ''])),
  };
  const list = all.find((each) => attributeOf(each, 'role') === 'doc-bibliography');
  const entries = (list === undefined ? [] : elementsIn(list)).flatMap((item) => {
    const source = item.name === 'li' ? sources.get(attributeOf(item, 'id')) : undefined;
    return source === undefined ? [] : [{ source, words: wordsOf(item, reading) }];
  });
  const citations = all
    .filter((each) => each.attributes.has('data-citation'))
    .map((each) => wordsOf(placeOfWords(each, marked), reading));
  return { citations, entries };
};
