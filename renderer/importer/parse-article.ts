import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { holdsText } from '#domain/article/draft/holds-text.ts';
import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { ArticleFormat } from '#domain/article/formats/article-formats.ts';
import { withPublisherOfHost } from '#domain/article/publisher-of-host.ts';
import type { ParsedArticle, ParseRequest } from '#domain/contract/importer-bridge.ts';
import { detectLanguage } from './metadata/detect-language.ts';
import { parseText } from './parse-text.ts';
import { isDataAddress } from './picture/data-address.ts';

/** Elements that only a complete page has, never a selection from one. */
const PAGE_HEAD =
  /<link\s[^>]*rel\s*=\s*["']?canonical|<meta\s[^>]*property\s*=\s*["']?og:|application\/ld\+json/i;

const parseClipboardHtml = async (html: string, sourceUrl: string | null): Promise<ParsedArticle | null> => {
  if (PAGE_HEAD.test(html)) return (await import('./html/parse-html-page.ts')).parseHtmlPage(html);
  return (await import('./html/parse-html-fragment.ts')).parseHtmlFragment(html, sourceUrl);
};

/** The source address from the clipboard takes precedence over anything in the text. */
const withSourceUrl = (parsed: ParsedArticle, sourceUrl: string | null): ParsedArticle =>
  sourceUrl === null
    ? parsed
    : { ...parsed, found: { ...parsed.found, url: { value: sourceUrl, foundIn: 'clipboard-source' } } };

/** The content of the file in which a paste is kept. Throws for any other file. */
const readKept = (json: string): { text: string; html: string; sourceUrl: string | null } => {
  const { text, html, sourceUrl }: Record<string, unknown> = JSON.parse(json);
  if (typeof text !== 'string' || typeof html !== 'string') throw new Error('no paste is kept here');
  return { text, html, sourceUrl: typeof sourceUrl === 'string' ? sourceUrl : null };
};

/** The text of a paste: its HTML, or its plain text if that contains none. */
const parsePaste = async (json: string): Promise<ParsedArticle | null> => {
  const { text, html, sourceUrl } = readKept(json);
  const address = sourceUrl !== null && /^https?:\/\//i.test(sourceUrl) ? sourceUrl : null;
  const parsed = (html.trim() === '' ? null : await parseClipboardHtml(html, address)) ?? parseText(text);
  return parsed === null ? null : withSourceUrl(parsed, address);
};

type Reader = (
  bytes: Uint8Array,
  how: Pick<ParseRequest, 'password' | 'machinePages' | 'drawsNothing' | 'selected'>,
) => Promise<ParsedArticle | null>;

/** A text arrives as UTF-8, whatever its file's encoding. */
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A picture is read as its pages. */
const parsePicture: Reader = async (bytes, how) => {
  const { countSheets, pdfOfPicture } = await import('./picture/pdf-of-picture.ts');
  const { parsePdf } = await import('./pdf/parse-pdf.ts');
  const picture = new Uint8Array(bytes);
  const parsed = await parsePdf(await pdfOfPicture(picture), how);
  const remarks = foundRemarks([{ kind: 'cut-short', what: 'pages', ...countSheets(picture) }]);
  return parsed === null ? null : { ...parsed, remarks: [...remarks, ...(parsed.remarks ?? [])] };
};

/** The code for each format is loaded on first use, so that plain text does not wait for an HTML parser. */
const readers: Readonly<Record<ArticleFormat, Reader>> = {
  txt: async (bytes) => parseText(textOf(bytes)),
  html: async (bytes) => (await import('./html/parse-html-page.ts')).parseHtmlPage(textOf(bytes)),
  markdown: async (bytes) => (await import('./markdown/parse-markdown.ts')).parseMarkdown(textOf(bytes)),
  transcript: async (bytes) => (await import('./parse-transcript.ts')).parseTranscript(textOf(bytes)),
  feed: async (bytes) => (await import('./xml/parse-feed.ts')).parseFeed(textOf(bytes)),
  jats: async (bytes) => (await import('./xml/parse-jats.ts')).parseJats(textOf(bytes)),
  tei: async (bytes) => (await import('./xml/parse-tei.ts')).parseTei(textOf(bytes)),
  picture: async (bytes, how) => parsePicture(bytes, how),
  pdf: async (bytes, how) => (await import('./pdf/parse-pdf.ts')).parsePdf(bytes, how),
  docx: async (bytes) => (await import('./docx/parse-docx.ts')).parseDocx(bytes),
  odt: async (bytes) => (await import('./odt/parse-odt.ts')).parseOdt(bytes),
  odp: async (bytes) => (await import('./parse-odp.ts')).parseOdp(bytes),
  ods: async (bytes) => (await import('./parse-ods.ts')).parseOds(bytes),
  pptx: async (bytes) => (await import('./pptx/parse-pptx.ts')).parsePptx(bytes),
  xlsx: async (bytes) => (await import('./xlsx/parse-xlsx.ts')).parseXlsx(bytes),
  rtf: async (bytes) => (await import('./rtf/parse-rtf.ts')).parseRtf(bytes),
  eml: async (bytes) => (await import('./mail/parse-mail.ts')).parseMail(bytes),
  msg: async (bytes) => (await import('./msg/read-message.ts')).parseMsg(bytes),
  mbox: async (bytes) => (await import('./mail/parse-mail.ts')).parseMailbox(bytes),
  mhtml: async (bytes, { selected }) =>
    (await import('./saved-page/mime-parts.ts')).parseMhtml(bytes, selected),
  webarchive: async (bytes) => (await import('./saved-page/parse-webarchive.ts')).parseWebarchive(bytes),
  warc: async (bytes) => (await import('./web-archive/article-of-archive.ts')).parseWarc(bytes),
  wacz: async (bytes) => (await import('./web-archive/article-of-archive.ts')).parseWacz(bytes),
  epub: async (bytes) => (await import('./parse-epub.ts')).parseEpub(bytes),
  clipboard: async (bytes) => parsePaste(textOf(bytes)),
  brought: async (bytes) => (await import('./exchange/parse-kept.ts')).parseKept(textOf(bytes)),
  excerpts: async (bytes) => (await import('./exchange/parse-kept.ts')).parseKept(textOf(bytes)),
};

/** A declared language takes precedence over a detected one. */
const withLanguage = async (parsed: ParsedArticle): Promise<ParsedArticle> => {
  const { body, leftOut, found } = parsed;
  if (found.language !== undefined) return parsed;
  const detected = await detectLanguage(canonicalText(withoutLeftOut(body, leftOut)));
  if (detected === null) return parsed;
  return { ...parsed, found: { ...found, language: { value: detected, foundIn: 'detected' } } };
};

const hasPictures = ({ body }: ParsedArticle): boolean =>
  textBlockSpans(body).some(({ block }) =>
    block.content?.some((node) => node.type === 'image' && isDataAddress(node.attrs.src)),
  );

/** The picture code is loaded for the first text with pictures. */
const withPictures = async (parsed: ParsedArticle): Promise<ParsedArticle> =>
  hasPictures(parsed) ? (await import('./picture/keep-pictures.ts')).keepPictures(parsed) : parsed;

/** The body of a text and its metadata, null if it contains no text. */
export const parseArticle = async ({
  format,
  bytes,
  ...how
}: ParseRequest): Promise<ParsedArticle | null> => {
  const parsed = await readers[format](bytes, how);
  if (parsed === null || !holdsText(parsed)) return null;
  return withPictures(await withLanguage({ ...parsed, found: withPublisherOfHost(parsed.found) }));
};
