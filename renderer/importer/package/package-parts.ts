import { DocumentError } from '../document-error.ts';
import type { Package } from './open-package.ts';
import { localNamed, parseXml } from './parse-xml.ts';

/**
 * A part as XML; null where there is none of that name. Throws a DocumentError where it can't be read, as `parseXml`.
 */
export const xmlPart = ({ part }: Package, name: string): Document | null => {
  const bytes = part(name);
  return bytes === null ? null : parseXml(bytes);
};

/** A part that no document goes without, as XML: without it the document is damaged. */
export const requireXmlPart = (document: Package, name: string): Document => {
  const xml = xmlPart(document, name);
  if (xml === null) throw new DocumentError('document-damaged');
  return xml;
};

const INSIDE = 'package.invalid';

/** A part of an address in its letters; as it stands where it is not encoded as addresses are. */
export const decodeAddressPart = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * The path of the part that `target` names, "../media/a.png" from the folder of the part `from`; null for an address
 * outside of the package, and for what is no address.
 */
export const partPath = (from: string, target: string): string | null => {
  const base = `https://${INSIDE}/${from}`;
  if (!URL.canParse(target, base)) return null;
  const { host, pathname } = new URL(target, base);
  return host === INSIDE ? decodeAddressPart(pathname.slice(1)) : null;
};

/** The parts that a part of an Office document names, by the ids under which it names them. */
export type Relationships = ReadonlyMap<string, { readonly part: string; readonly type: string }>;

/** Where the relationships of the part `name` stand: "ppt/_rels/presentation.xml.rels". */
const relationshipsName = (name: string): string => {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
};

/** What the part `name` names within the document; addresses outside of it are none. */
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

/** The id of another part that `element` names, "r:id" in whatever prefix; null where it names none. */
export const relatedId = (element: Element, name = 'id'): string | null =>
  [...element.attributes].find(
    ({ localName, namespaceURI }) => localName === name && RELATIONSHIPS_NAMESPACE.test(namespaceURI ?? ''),
  )?.value ?? null;
