import type { Package } from './open-package.ts';
import { localNamed } from './parse-xml.ts';
import { partPath } from './part-path.ts';
import { xmlPart } from './xml-part.ts';

/** The parts that a part of an Office document names, by the ids under which it names them. */
export type Relationships = ReadonlyMap<string, { readonly part: string; readonly type: string }>;

/** Where the relationships of the part `name` stand: "ppt/_rels/presentation.xml.rels". */
export const relationshipsName = (name: string): string => {
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
