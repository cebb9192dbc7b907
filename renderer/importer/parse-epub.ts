/** A book (EPUB): its chapters in the order of its spine, one below the other. Only text and pictures are unpacked. */
import type { FoundMetadata } from '#domain/article/article.ts';
import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { DocumentError } from './document-error.ts';
import { articleFromMarkup } from './markup/article-from-markup.ts';
import { parsePagePart } from './markup/markup-parts.ts';
import { foundInProperties, readDublinCore } from './package/document-properties.ts';
import { isPicturePart, openPackage, type Package, pictureAddress } from './package/open-package.ts';
import { partPath, requireXmlPart } from './package/package-parts.ts';
import { elementsNamed, localNamed, textNamed } from './package/parse-xml.ts';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const WANTED = /\.(?:opf|x?html?|xml)$/i;
const CHAPTER = /^(?:application\/xhtml\+xml|text\/html|application\/xml)$/;

/** The paths of the chapters in order. */
const chaptersOf = (opf: Document, opfName: string): readonly string[] => {
  const items = new Map(localNamed(opf, 'item').map((item) => [item.getAttribute('id') ?? '', item]));
  return localNamed(opf, 'itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref') ?? '');
    const isChapter = CHAPTER.test(item?.getAttribute('media-type') ?? '');
    const isBeside = reference.getAttribute('linear') === 'no' || item?.getAttribute('properties') === 'nav';
    return item === undefined || !isChapter || isBeside
      ? []
      : [partPath(opfName, item.getAttribute('href') ?? '') ?? ''];
  });
};

/** A chapter as a part of one page with the others, without its style sheets. */
const chapterMarkup = (book: Package, name: string, bytes: Uint8Array): string => {
  const page = parsePagePart(
    new TextDecoder().decode(bytes).replace(/<(script|style|title|textarea|iframe)([^>]*)\/>/gi, ''),
  );
  for (const sheet of page.querySelectorAll('style')) sheet.remove();
  for (const image of page.querySelectorAll('img[src]')) {
    const part = partPath(name, image.getAttribute('src') ?? '');
    const address = part === null ? '' : pictureAddress(book, part);
    if (address !== '') image.setAttribute('src', address);
  }
  return `<section>${page.body.innerHTML}</section>`;
};

const metadataOf = (opf: Document): FoundMetadata =>
  foundInProperties({
    ...readDublinCore(opf),
    date: textNamed(opf, 'dc:date'),
    language: textNamed(opf, 'dc:language'),
    publisher: textNamed(opf, 'dc:publisher'),
  });

/** Null if no chapter contains text. Throws a DocumentError if the book is locked or can't be parsed. */
export const parseEpub = (bytes: Uint8Array): ParsedArticle | null => {
  const book = openPackage(bytes, (name) => WANTED.test(name), isPicturePart);
  const [rootfile] = elementsNamed(requireXmlPart(book, CONTAINER), 'rootfile');
  const opfName = rootfile?.getAttribute('full-path') ?? '';
  const opf = requireXmlPart(book, opfName);
  const encrypted = book.part(ENCRYPTION);
  const locks = encrypted === null ? '' : new TextDecoder().decode(encrypted);
  const chapters = chaptersOf(opf, opfName);
  if (chapters.some((name) => locks.includes(`"${encodeURI(name).replaceAll('&', '&amp;')}"`))) {
    throw new DocumentError('document-locked');
  }
  const parts = chapters.map((name) => ({ name, bytes: book.part(name) }));
  const markup = parts
    .map(({ name, bytes: part }) => (part === null ? '' : chapterMarkup(book, name, part)))
    .join('');
  const parsed = articleFromMarkup(markup, {});
  if (parsed === null) return null;
  // The title comes from the book's metadata: the first heading is that of a chapter.
  const missing = parts.filter(({ bytes: part }) => part === null).length;
  return {
    ...parsed,
    found: { ...parsed.found, ...metadataOf(opf) },
    remarks: foundRemarks([{ kind: 'parts-unreadable', count: missing }]),
  };
};
