/**
 * Zotero's RDF: a flat list of items, journals, notes, files and collections that refer to each other by address.
 * Annotations are inside the files themselves, and not here.
 */
import { parseDoi } from '#domain/article/bibliography/doi.ts';
import { readName } from '#domain/exchange/read/values.ts';
import { elementsNamed, textNamed } from '../package/parse-xml.ts';
import type { ZoteroItem } from './zotero-item.ts';

const RESOURCE = 'rdf:resource';

/** The targets of elements with that name below `element`. */
const linksOf = (element: Element, name: string): readonly string[] =>
  elementsNamed(element, name).flatMap((each) => each.getAttribute(RESOURCE) ?? []);

const childrenNamed = (element: Element, name: string): readonly Element[] =>
  [...element.children].filter(({ tagName }) => tagName === name);

const childText = (element: Element, name: string): string | null =>
  readName(childrenNamed(element, name)[0]?.textContent);

const isMeta = ({ tagName }: Element): boolean =>
  ['z:Attachment', 'bib:Memo', 'z:Collection', 'bib:Journal'].includes(tagName);

type Resources = ReadonlyMap<string, Element>;

const nameOf = (person: Element): string | null =>
  readName(
    `${textNamed(person, 'foaf:givenName') ?? textNamed(person, 'foaf:givenname') ?? ''} ${textNamed(person, 'foaf:surname') ?? ''}`,
  );

const creatorsOf = (item: Element): readonly string[] => {
  const authors = childrenNamed(item, 'bib:authors')[0];
  const people = authors === undefined ? [] : elementsNamed(authors, 'foaf:Person');
  return people.flatMap((person) => nameOf(person) ?? []);
};

/** What an item is part of: nested in it, or referred to. */
const partOf = (item: Element, resources: Resources): Element | null => {
  const part = childrenNamed(item, 'dcterms:isPartOf')[0];
  if (part === undefined) return null;
  return part.children[0] ?? resources.get(part.getAttribute(RESOURCE) ?? '') ?? null;
};

const publicationOf = (item: Element, resources: Resources): string | null => {
  const part = partOf(item, resources);
  const publisher = childrenNamed(item, 'dc:publisher')[0];
  return (
    (part === null ? null : childText(part, 'dc:title')) ??
    (publisher === undefined ? null : textNamed(publisher, 'foaf:name'))
  );
};

const doiOf = (item: Element, resources: Resources): string | null => {
  const part = partOf(item, resources);
  const said = [item, ...(part === null ? [] : [part])].flatMap((element) =>
    childrenNamed(element, 'dc:identifier').map(({ textContent }) => textContent?.trim() ?? ''),
  );
  return said.map(parseDoi).find((each) => each !== null) ?? null;
};

const urlOf = (item: Element): string | null => {
  const uri = elementsNamed(item, 'dcterms:URI')[0];
  return uri === undefined ? item.getAttribute('rdf:about') : textNamed(uri, 'rdf:value');
};

/** The path of a file, as different versions of Zotero write it: a resource, or text. */
const pathOf = (attachment: Element): string | null => {
  for (const name of ['z:path', RESOURCE]) {
    const element = childrenNamed(attachment, name)[0];
    const path = element?.getAttribute(RESOURCE) ?? element?.textContent?.trim();
    if (path) return path;
  }
  return null;
};

const MAX_LEVELS = 12;

/** The collections of each address, by their names from the root. */
const collectionsOf = (root: Document): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const collections = elementsNamed(root, 'z:Collection');
  const above = new Map<string, Element>();
  for (const each of collections) for (const part of linksOf(each, 'dcterms:hasPart')) above.set(part, each);
  const pathTo = (collection: Element): readonly string[] => {
    const names: string[] = [];
    for (let at: Element | undefined = collection; at !== undefined && names.length < MAX_LEVELS; ) {
      names.unshift(childText(at, 'dc:title') ?? '');
      at = above.get(at.getAttribute('rdf:about') ?? '');
    }
    return names.filter((name) => name !== '');
  };
  const found = new Map<string, (readonly string[])[]>();
  for (const each of collections)
    for (const part of linksOf(each, 'dcterms:hasPart'))
      found.set(part, [...(found.get(part) ?? []), pathTo(each)]);
  return found;
};

const itemOf = (
  item: Element,
  resources: Resources,
  collections: ReadonlyMap<string, readonly (readonly string[])[]>,
): ZoteroItem => {
  const named = (name: string, tag: string): readonly Element[] =>
    linksOf(item, name).flatMap((address) => {
      const found = resources.get(address);
      return found?.tagName === tag ? [found] : [];
    });
  return {
    type: childText(item, 'z:itemType') ?? '',
    title: childText(item, 'dc:title'),
    creators: creatorsOf(item),
    publication: publicationOf(item, resources),
    date: childText(item, 'dc:date'),
    url: urlOf(item),
    doi: doiOf(item, resources),
    language: childText(item, 'z:language') ?? childText(item, 'dc:language'),
    tags: childrenNamed(item, 'dc:subject').flatMap(({ textContent }) => readName(textContent) ?? []),
    collections: collections.get(item.getAttribute('rdf:about') ?? '') ?? [],
    notes: named('dcterms:isReferencedBy', 'bib:Memo').map((memo) => textNamedWhole(memo, 'rdf:value')),
    files: named('link:link', 'z:Attachment').flatMap((attachment) => pathOf(attachment) ?? []),
    annotations: [],
  };
};

const textNamedWhole = (root: Element, name: string): string =>
  elementsNamed(root, name)[0]?.textContent ?? '';

/** The items of Zotero's RDF; null if `xml` is another document. */
export const itemsOfRdf = (xml: Document): readonly ZoteroItem[] | null => {
  const root = xml.documentElement;
  if (root.tagName !== 'rdf:RDF') return null;
  const all = [...root.children];
  const resources = new Map(all.map((element) => [element.getAttribute('rdf:about') ?? '', element]));
  const collections = collectionsOf(xml);
  const items = all.filter((element) => !isMeta(element) && childText(element, 'z:itemType') !== null);
  return items.map((item) => itemOf(item, resources, collections));
};
