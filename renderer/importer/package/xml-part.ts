import { DocumentError } from '../document-error.ts';
import type { Package } from './open-package.ts';
import { parseXml } from './parse-xml.ts';

/** A part as XML; null where there is none of that name. Throws a DocumentError where it can't be read, as `parseXml`. */
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
