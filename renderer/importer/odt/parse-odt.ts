import { foundRemarks, type ImportRemark } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { DocumentError } from '../document-error.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { foundInDublinCore } from '../package/document-properties.ts';
import { openPackage } from '../package/open-package.ts';
import { isPicturePart, pictureAddress } from '../package/package-pictures.ts';
import { requireXmlPart, xmlPart } from '../package/xml-part.ts';
import { type OdtMarkup, odtMarkup } from './odt-markup.ts';
import { readOdtStyles } from './odt-styles.ts';

const PARTS: ReadonlySet<string> = new Set([
  'content.xml',
  'styles.xml',
  'meta.xml',
  'META-INF/manifest.xml',
]);

const isMedia = (name: string): boolean => name.startsWith('Pictures/') && isPicturePart(name);

const remarksOn = ({ insertions, deletions, comments, hiddenWords }: OdtMarkup): readonly ImportRemark[] =>
  foundRemarks([
    { kind: 'tracked-changes', insertions, deletions },
    { kind: 'comments', count: comments },
    { kind: 'hidden-words', count: hiddenWords },
  ]);

/** An OpenDocument text (.odt); null where it holds no text. Throws a DocumentError where it can't be read. */
export const parseOdt = (bytes: Uint8Array): ParsedArticle | null => {
  const document = openPackage(bytes, (name) => PARTS.has(name), isMedia);
  const manifest = document.part('META-INF/manifest.xml');
  if (manifest !== null && new TextDecoder().decode(manifest).includes('encryption-data')) {
    throw new DocumentError('document-locked');
  }
  const content = requireXmlPart(document, 'content.xml');
  const styles = xmlPart(document, 'styles.xml');
  const found = foundInDublinCore(xmlPart(document, 'meta.xml'));
  const read = odtMarkup(content, readOdtStyles(styles === null ? [content] : [content, styles]), (href) =>
    pictureAddress(document, href.replace(/^\.\//, '')),
  );
  const parsed = articleFromMarkup(read.markup, found);
  return parsed === null ? null : { ...parsed, remarks: remarksOn(read) };
};
