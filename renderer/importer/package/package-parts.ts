import { DocumentError } from '../document-error.ts';
import type { Package } from './open-package.ts';
import { localNamed, parseXml } from './parse-xml.ts';

/**
 * A part as XML; null if there is none with that name. Throws a DocumentError if it can't be read, as `parseXml` does.
 */
export const xmlPart = ({ part }: Package, name: string): Document | null => {
  const bytes = part(name);
  return bytes === null ? null : parseXml(bytes);
};

/** A mandatory part as XML: without it the document is damaged. */
export const requireXmlPart = (document: Package, name: string): Document => {
  const xml = xmlPart(document, name);
  if (xml === null) throw new DocumentError('document-damaged');
  return xml;
};

const INSIDE = 'package.invalid';

/** A decoded part of a URL; unchanged if it is not percent-encoded. */
export const decodeAddressPart = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * The path of the part that `target` refers to, "../media/a.png" relative to the part `from`; null for an external or
 * invalid address.
 */
export const partPath = (from: string, target: string): string | null => {
  const base = `https://${INSIDE}/${from}`;
  if (!URL.canParse(target, base)) return null;
  const { host, pathname } = new URL(target, base);
  return host === INSIDE ? decodeAddressPart(pathname.slice(1)) : null;
};

/** The parts that a part of an Office document refers to, by relationship id. */
export type Relationships = ReadonlyMap<string, { readonly part: string; readonly type: string }>;

/** The path of the relationships of the part `name`: "ppt/_rels/presentation.xml.rels". */
const relationshipsName = (name: string): string => {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
};

/** The internal parts that the part `name` refers to, without external addresses. */
export const readRelationships = (document: Package, name: string): Relationships => {
  const xml = xmlPart(document, relationshipsName(name));
  const all = xml === null ? [] : localNamed(xml, 'Relationship');
  return new Map(
    all.flatMap((each) => {
      const [id, target, type] = ['Id', 'Target', 'Type'].map(
        (attribute) => each.getAttribute(attribute) ?? '',
      );
      const isInside = each.getAttribute('TargetMode') !== 'External';
      const part = target && isInside ? partPath(name, target) : null;
      return id && part !== null ? [[id, { part, type: type?.split('/').at(-1) ?? '' }] as const] : [];
    }),
  );
};

const RELATIONSHIPS_NAMESPACE = /\/relationships$/;

/** The relationship id in `element`, "r:id" with any prefix; null if it has none. */
export const relatedId = (element: Element, name = 'id'): string | null =>
  [...element.attributes].find(
    ({ localName, namespaceURI }) => localName === name && RELATIONSHIPS_NAMESPACE.test(namespaceURI ?? ''),
  )?.value ?? null;
