/**
 * A citation style over the sources and citations of a memo, by Typst's own engine. A small document cites each place
 * in its order and is written as HTML; what stands there is taken as words with their look, and never as markup.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CitationRequest, StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import type { StyledWords } from '#domain/memo/document-run.ts';
import { NO_BIBLIOGRAPHY } from '#domain/memo/form/citation-style.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type MarkupPart, readMarkup } from '#domain/text/markup/read-markup.ts';
import { typstLanguage } from '../page/prepare-text.ts';
import { keyOf, printBibliography, splitAddresses } from './hayagriva.ts';

const FOLDER = process.platform === 'win32' ? 'C:\\precis-citations\\' : '/precis-citations/';

/**
 * Each citation in an element of its own, then each source once, by which its entry is known, then the bibliography.
 */
const template = `
#let input = json(bytes(sys.inputs.citations))
#set text(lang: input.lang, ..if input.region != none { (region: input.region) })
#for (at, cites) in input.citations.enumerate() {
  html.elem("div", attrs: ("data-citation": str(at)), for it in cites {
    cite(label(it.key), supplement: if it.place != "" { text(it.place) })
  })
}
#for it in input.keys { html.elem("div", attrs: ("data-source": it), cite(label(it))) }
#bibliography("sources.yml", style: "style.csl", full: true, title: none)
`;

type Element = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly inner: (Element | string)[];
};

const treeOf = (parts: readonly MarkupPart[]): Element => {
  const root: Element = { name: '', attributes: new Map(), inner: [] };
  const open = [root];
  for (const part of parts) {
    if (part.kind === 'text') open.at(-1)?.inner.push(part.text);
    if (part.kind === 'close') open.pop();
    if (part.kind !== 'open') continue;
    const element: Element = { name: part.name, attributes: part.attributes, inner: [] };
    open.at(-1)?.inner.push(element);
    if (!part.isEmpty) open.push(element);
  }
  return root;
};

const elementsIn = (element: Element): readonly Element[] =>
  element.inner.flatMap((each) => (typeof each === 'string' ? [] : [each, ...elementsIn(each)]));

const attributeOf = ({ attributes }: Element, name: string): string => attributes.get(name) ?? '';

/** Lines that Typst has indented for whoever reads its HTML. */
const isIndentation = (text: string): boolean => /^\s*\n\s*$/u.test(text);

/** Typst writes its numbers before entries and notes: Precis has its own. */
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

/** Where a link leads: to the entry of a source, or to an address. */
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

/** Without white space at either end. */
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
      const text = splitAddresses(each)
        .map((part) => (typeof part === 'number' ? (addresses.get(part) ?? '') : part))
        .join('');
      return [{ ...look, text }];
    });
  return trimWords(joinAlike(read(element.inner, {})));
};

type Marked = { readonly byId: ReadonlyMap<string, Element>; readonly all: readonly Element[] };

/** The element that holds the words of a citation: itself, or the note that it leads to. */
const placeOfWords = (citation: Element, { byId }: Marked): Element => {
  const note = elementsIn(citation).find((each) => attributeOf(each, 'role') === 'doc-noteref');
  return note === undefined ? citation : (byId.get(attributeOf(note, 'href').slice(1)) ?? citation);
};

/** Which source the entry with each id is of. */
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

/** Elements that have no end in HTML. */
const closed = (html: string): string => html.replace(/<(br|wbr)>/gu, '<$1/>');

const readAnswer = (html: string, request: CitationRequest): StyledCitations | null => {
  const parts = readMarkup(closed(html));
  if (!parts.ok) return null;
  const all = elementsIn(treeOf(parts.value));
  const byId = new Map(all.map((element) => [attributeOf(element, 'id'), element]));
  const marked = { all, byId };
  const sources = sourcesById(marked);
  const reading = {
    sourceOf: (id: string) => sources.get(id),
    addresses: new Map(request.works.map(({ number, url }) => [number, url ?? ''])),
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

const said = (messages: readonly string[]): string => {
  const [first = 'no reason was given'] = messages;
  return /suitable for bibliographies/u.test(first)
    ? NO_BIBLIOGRAPHY
    : `The engine of citation styles refuses it: ${first}.`;
};

type Diagnostic = { readonly message: string };

const refusalOf = (compiler: NodeCompiler, made: ReturnType<NodeCompiler['tryHtml']>): string => {
  const error = made.takeError() ?? made.takeDiagnostics();
  const found: readonly Diagnostic[] = error === null ? [] : compiler.fetchDiagnostics(error);
  return said(found.map(({ message }) => message));
};

/** What the document reads: the language, the places, and the keys of all sources. */
const inputOf = ({ works, citations, language }: CitationRequest): string => {
  const [, region] = /-([A-Z]{2})(?:-|$)/u.exec(language) ?? [];
  const lang = typstLanguage(language) ?? 'en';
  return JSON.stringify({
    lang,
    region: region ?? (lang === 'en' ? 'GB' : null),
    citations: citations.map((cites) => cites.map(({ source, place }) => ({ key: keyOf(source), place }))),
    keys: works.map(({ number }) => keyOf(number)),
  });
};

const compileCitations = (
  compiler: NodeCompiler,
  request: CitationRequest,
): Result<StyledCitations, string> => {
  compiler.addSource(`${FOLDER}main.typ`, template);
  compiler.mapShadow(`${FOLDER}style.csl`, Buffer.from(request.csl, 'utf8'));
  compiler.mapShadow(`${FOLDER}sources.yml`, Buffer.from(printBibliography(request.works), 'utf8'));
  const inputs = { citations: inputOf(request) };
  const made = compiler.tryHtml({ mainFilePath: `${FOLDER}main.typ`, inputs });
  if (made.result === null) return err(refusalOf(compiler, made));
  const answer = readAnswer(made.result.body(), request);
  return answer === null ? err('The engine of citation styles gave no readable answer.') : ok(answer);
};

/**
 * Makes a function that lays a style over citations. Fails with what is wrong, in a sentence, where the engine refuses
 * it. The same request gives the same answer.
 */
export const createCitationStyler = (): ((request: CitationRequest) => Result<StyledCitations, string>) => {
  let kept: NodeCompiler | null = null;
  return (request) => {
    kept ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [] });
    const compiler = kept;
    try {
      return compileCitations(compiler, request);
    } catch (thrown) {
      return err(said([thrown instanceof Error ? thrown.message : String(thrown)]));
    } finally {
      compiler.evictCache(2);
    }
  };
};
