/** Common to all OpenDocument files: a part with the words, one with styles, one with metadata. */
import type { FoundMetadata } from '#domain/article/article.ts';
import { DocumentError } from '../document-error.ts';
import { foundInDublinCore } from '../package/document-properties.ts';
import { isPicturePart, openPackage, type Package, pictureAddress } from '../package/open-package.ts';
import { requireXmlPart, xmlPart } from '../package/package-parts.ts';

const PARTS: ReadonlySet<string> = new Set([
  'content.xml',
  'styles.xml',
  'meta.xml',
  'META-INF/manifest.xml',
]);

const isMedia = (name: string): boolean => name.startsWith('Pictures/') && isPicturePart(name);

export type OpenOdf = {
  readonly package: Package;
  readonly content: Document;
  /** The content, which has its own styles, and the part with styles if there is one. */
  readonly styled: readonly Document[];
  readonly found: FoundMetadata;
  /** The address of a picture in the document. */
  readonly pictureAt: (href: string) => string;
};

/** Opens an OpenDocument file. Throws a DocumentError if it is locked or can't be read. */
export const openOdf = (bytes: Uint8Array): OpenOdf => {
  const document = openPackage(bytes, (name) => PARTS.has(name), isMedia);
  const manifest = document.part('META-INF/manifest.xml');
  if (manifest !== null && new TextDecoder().decode(manifest).includes('encryption-data')) {
    throw new DocumentError('document-locked');
  }
  const content = requireXmlPart(document, 'content.xml');
  const styles = xmlPart(document, 'styles.xml');
  return {
    package: document,
    content,
    styled: styles === null ? [content] : [content, styles],
    found: foundInDublinCore(xmlPart(document, 'meta.xml')),
    pictureAt: (href) => pictureAddress(document, href.replace(/^\.\//, '')),
  };
};
