/**
 * Decides which captures of a web archive are pages: those that the archive lists; without a list every HTML response,
 * except those requested from within a page or shown in one of its frames.
 */
import { groupBy } from '#domain/exchange/read/group-by.ts';
import { textOfSavedPage } from '../saved-page/article-of-saved-page.ts';
import { asAddress, type Capture } from './records/read-captures.ts';
import { readContent } from './records/read-content.ts';
import type { WebArchive } from './web-archive.ts';

/** A page with its text as the server sent it; null if that can't be read. */
export type ArchivedPage = { readonly capture: Capture; readonly html: string | null };

/** Pages of an archive, and how many more it has. */
export type ArchivedPages = { readonly pages: readonly ArchivedPage[]; readonly left: number };

/** As for a page that is saved separately. */
const MAX_PAGE_BYTES = 20 * 1024 ** 2;
/** For all pages together, in letters; later ones are dropped. */
const MAX_ALL_LETTERS = 96 * 1024 ** 2;
const MAX_PAGES = 2000;
const MAX_HOPS = 5;

const isHtml = ({ type, status }: Capture): boolean =>
  status === 200 && (type === 'text/html' || type === 'application/xhtml+xml');

/** The first capture of each content at each address; one without a digest counts as different. */
const eachOnce = (captures: readonly Capture[]): readonly Capture[] => {
  const known = new Set<string>();
  return captures.filter(({ address, digest, start }) => {
    const key = `${address} ${digest ?? start}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
};

/** The captures at the addresses of a list, following redirects. */
const capturesAt = (listed: readonly string[], { captures }: WebArchive): readonly Capture[] => {
  const pages = groupBy(captures.filter(isHtml), ({ address }) => address);
  const leads = new Map(captures.map(({ address, leadsTo }) => [address, leadsTo]));
  return listed.flatMap((address) => {
    let at: string | null = address;
    for (let hops = 0; at !== null && !pages.has(at) && hops < MAX_HOPS; hops += 1)
      at = leads.get(at) ?? null;
    return at === null ? [] : (pages.get(at) ?? []);
  });
};

/** The tag first, with limited length: a combined pattern would take quadratic time on a million unclosed tags. */
const FRAME = /<i?frame\b[^>]{0,4000}/gi;
const SOURCE = /\ssrc\s*=\s*["']?([^"'\s>]{1,2000})/i;

const framesOf = ({ html, capture }: ArchivedPage): readonly string[] =>
  [...(html ?? '').matchAll(FRAME)].flatMap(([frame]) => {
    const [, source] = SOURCE.exec(frame) ?? [];
    const address = source === undefined ? null : asAddress(source.replaceAll('&amp;', '&'), capture.address);
    return address === null ? [] : [address];
  });

const readPages = (captures: readonly Capture[]): ArchivedPages => {
  const pages: ArchivedPage[] = [];
  let letters = 0;
  for (const capture of captures.slice(0, MAX_PAGES)) {
    const bytes = readContent(capture, MAX_PAGE_BYTES);
    const html = bytes === null ? null : textOfSavedPage({ bytes, charset: capture.charset });
    letters += html?.length ?? 0;
    if (letters > MAX_ALL_LETTERS) break;
    pages.push({ capture, html });
  }
  return { pages, left: captures.length - pages.length };
};

/** The pages of an archive, in the order of its list or else of the archive. */
export const pagesOfArchive = (archive: WebArchive): ArchivedPages => {
  const listed = eachOnce(capturesAt(archive.listed, archive));
  if (listed.length > 0) return readPages(listed);
  const candidates = archive.captures.filter((capture) => isHtml(capture) && !capture.isWithinPage);
  const { pages, left } = readPages(eachOnce(candidates));
  const framed = new Set(pages.flatMap(framesOf));
  return { pages: pages.filter(({ capture }) => !framed.has(capture.address)), left };
};
