/**
 * Word documents: mammoth reads them, and what it would pass over is made plain before: tracked changes, hidden words,
 * formulas. It gets a package made anew from parts that were looked at: XML of bounded size without entities, pictures,
 * and no embedded files or addresses of other documents.
 */
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { foundRemarks, type ImportRemark } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { DocumentError } from '../document-error.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { foundInDublinCore } from '../package/document-properties.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { isPicturePart } from '../package/package-pictures.ts';
import { elementsNamed } from '../package/parse-xml.ts';
import { xmlPart } from '../package/xml-part.ts';
import { UNREADABLE_PICTURE } from '../picture/embed-pictures.ts';
import { countNumberedHeadings } from './count-numbered-headings.ts';
import { INSERTED, showChanges } from './show-changes.ts';
import { unwrapWords } from './unwrap-words.ts';
import { writeMath } from './write-math.ts';

/** The parts that words stand in. */
const TEXT_PARTS = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;
const OTHER_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:styles|numbering|comments)\.xml|word\/_rels\/[a-z]+\d*\.xml\.rels)$/;

/** Charts, and documents of other kinds that stand in the text. */
const UNREAD = /^word\/(?:charts\/chart[^/]*\.xml|afchunk[^/]*)$/i;

const isMedia = (name: string): boolean => name.startsWith('word/media/') && isPicturePart(name);

const STYLE_MAP = [
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  `highlight[color='${INSERTED}'] => ins`,
  'strike => s',
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
];

/** The note at the end of a page leads back by an arrow that the document does not hold. */
const WAY_BACK = / ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g;

const encode = (xml: Document): Uint8Array =>
  new TextEncoder().encode(new XMLSerializer().serializeToString(xml));

/** The parts as they are given on, and what has to be told of them. */
type Made = { readonly parts: Record<string, Uint8Array>; readonly remarks: readonly ImportRemark[] };

const picturesOf = ({ names, part }: Package): Record<string, Uint8Array> =>
  Object.fromEntries(
    names.filter(isMedia).flatMap((name) => {
      const bytes = part(name);
      return bytes === null ? [] : [[name, bytes]];
    }),
  );

/** Makes the words of all parts plain. Comments are counted and are no text. */
const makeParts = (document: Package): Made => {
  const parts = picturesOf(document);
  const found = { insertions: 0, deletions: 0, hiddenWords: 0, comments: 0, numbered: 0 };
  const styles = xmlPart(document, 'word/styles.xml');
  for (const name of document.names.filter((each) => !isMedia(each))) {
    const xml = xmlPart(document, name);
    if (xml === null) continue;
    if (TEXT_PARTS.test(name)) {
      unwrapWords(xml);
      writeMath(xml);
      found.numbered += countNumberedHeadings(xml, styles);
      const { insertions, deletions, hiddenWords } = showChanges(xml);
      found.insertions += insertions;
      found.deletions += deletions;
      found.hiddenWords += hiddenWords;
    }
    const comments = elementsNamed(xml, 'w:comment').length;
    found.comments += comments;
    if (comments === 0) parts[name] = encode(xml);
  }
  const { insertions, deletions, hiddenWords, comments, numbered } = found;
  return {
    parts,
    remarks: foundRemarks([
      { kind: 'tracked-changes', insertions, deletions },
      { kind: 'hidden-words', count: hiddenWords },
      { kind: 'comments', count: comments },
      { kind: 'numbered-headings', count: numbered },
      { kind: 'parts-unreadable', count: document.names.filter((name) => UNREAD.test(name)).length },
    ]),
  };
};

/** One that lies elsewhere, or was not unpacked, is not there to be read. */
const addressOf = async (image: { readAsBase64String(): Promise<string> }): Promise<string> => {
  try {
    return `data:;base64,${await image.readAsBase64String()}`;
  } catch {
    return UNREADABLE_PICTURE;
  }
};

const toMarkup = async (parts: Record<string, Uint8Array>): Promise<string> => {
  const packed = zipSync(parts, { level: 0 });
  const { buffer } = new Uint8Array(packed);
  // The one is how its build for browsers takes it, the other how that for Node does.
  const input = { arrayBuffer: buffer, buffer: packed } as unknown as { arrayBuffer: ArrayBuffer };
  const convertImage = mammoth.images.imgElement(async (image) => ({ src: await addressOf(image) }));
  const { value } = await mammoth.convertToHtml(input, {
    styleMap: STYLE_MAP,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    convertImage,
  });
  return value.replace(WAY_BACK, '');
};

/** A Word document (.docx); null where it holds no text. Throws a DocumentError where it can't be read. */
export const parseDocx = async (bytes: Uint8Array): Promise<ParsedArticle | null> => {
  const document = openPackage(bytes, (name) => TEXT_PARTS.test(name) || OTHER_PARTS.test(name), isMedia);
  if (document.names.every((name) => !/^word\/document\d*\.xml$/.test(name))) {
    throw new DocumentError('document-damaged');
  }
  const found = foundInDublinCore(xmlPart(document, 'docProps/core.xml'));
  const { parts, remarks } = makeParts(document);
  const parsed = articleFromMarkup(await toMarkup(parts), found);
  return parsed === null ? null : { ...parsed, remarks };
};
