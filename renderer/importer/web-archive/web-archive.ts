/** An open web archive: its records, their captures, and its list of pages. */
import { openPackage } from '../package/open-package.ts';
import { asAddress, type Capture, type Captured, readCaptures } from './records/read-captures.ts';
import { joinBytes, MAX_UNPACKED_BYTES, tooMuch, unpackWarc } from './records/unpack.ts';

export type WebArchive = {
  readonly captures: readonly Capture[];
  /** Whether it was read completely: not if it is damaged or truncated. */
  readonly isWhole: boolean;
  readonly unpacked: Uint8Array;
  /** The addresses of its pages in order; empty if it has no list. */
  readonly listed: readonly string[];
};

/**
 * Revisit records of a WARC (ISO 28500, 6.7): they have at most the header, and their content is that of the record
 * that they refer to, which is in the same archive or missing.
 */

const placeOf = (address: string, date: string): string => `${date} ${address}`;

const firstBy = (
  captured: readonly Captured[],
  keyOf: (each: Captured) => string | null,
): ReadonlyMap<string, Captured> => {
  const found = new Map<string, Captured>();
  for (const each of captured) {
    const key = keyOf(each);
    if (key !== null && !found.has(key)) found.set(key, each);
  }
  return found;
};

/** The status of an unchanged response: the content is the previous one. */
const NOT_MODIFIED = 304;

const withContentOf = (revisit: Captured, original: Captured): Captured => ({
  ...revisit,
  status: original.status,
  type: original.type,
  charset: original.charset,
  encoding: original.encoding,
  isChunked: original.isChunked,
  leadsTo: original.leadsTo,
  digest: original.digest ?? revisit.digest,
  sent: original.sent,
  original: { start: original.start, end: original.end },
});

const asMissing = (revisit: Captured): Captured => ({
  ...revisit,
  status: revisit.status === NOT_MODIFIED ? 200 : revisit.status,
  isMissing: true,
});

/** The captures, with the content of revisits resolved; if it is not there they are missing. */
const resolveRevisits = (captured: readonly Captured[]): readonly Capture[] => {
  const originals = captured.filter(({ refersTo }) => refersTo === null);
  const byId = firstBy(originals, ({ recordId }) => recordId);
  const byDigest = firstBy(originals, ({ digest }) => digest);
  const byPlace = firstBy(originals, ({ address, date }) => placeOf(address, date));
  return captured.map((each) => {
    const { refersTo } = each;
    if (refersTo === null) return each;
    const original =
      byId.get(refersTo.id) ??
      byDigest.get(each.digest ?? '') ??
      byPlace.get(placeOf(refersTo.address, refersTo.date));
    return original === undefined ? asMissing(each) : withContentOf(each, original);
  });
};

/** A WARC, compressed or not. */
export const openWarc = (bytes: Uint8Array): WebArchive => {
  const unpacked = unpackWarc(bytes);
  const { captures, isWhole } = readCaptures(unpacked);
  return { unpacked, captures: resolveRevisits(captures), isWhole, listed: [] };
};

const WARC_PART = /(?:^|\/)[^/]+\.warc(?:\.gz)?$/i;
const PAGE_LIST = 'pages/pages.jsonl';
/** More than anybody has captured by hand. */
const MAX_LISTED = 5000;

/** The address in one line of the list; the first line is a header without one. */
const addressIn = (line: string): readonly string[] => {
  try {
    const { url }: { readonly url?: unknown } = JSON.parse(line);
    const address = typeof url === 'string' ? asAddress(url) : null;
    return address === null ? [] : [address];
  } catch {
    return [];
  }
};

const listedIn = (list: Uint8Array | null): readonly string[] => [
  ...new Set(
    new TextDecoder()
      .decode(list ?? new Uint8Array())
      .split('\n', MAX_LISTED)
      .flatMap(addressIn),
  ),
];

/** Several WARCs as one; each is read separately, so that a damaged one affects no other. */
const joinWarcs = (parts: readonly Uint8Array[]): Omit<WebArchive, 'listed'> => {
  const captures: Captured[] = [];
  let isWhole = true;
  let at = 0;
  for (const part of parts) {
    const read = readCaptures(part);
    isWhole &&= read.isWhole;
    for (const capture of read.captures)
      captures.push({ ...capture, start: capture.start + at, end: capture.end + at });
    at += part.length;
  }
  // Records may refer to another of these files.
  return { unpacked: joinBytes(parts), captures: resolveRevisits(captures), isWhole };
};

/** A zip of WARCs with a list of the captured pages (WACZ 1.1.1). */
export const openWacz = (bytes: Uint8Array): WebArchive => {
  const zip = openPackage(bytes, (name) => WARC_PART.test(name) || name === PAGE_LIST);
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const name of zip.names.filter((each) => WARC_PART.test(each)).sort()) {
    const part = unpackWarc(zip.part(name) ?? new Uint8Array());
    length += part.length;
    if (length > MAX_UNPACKED_BYTES) throw tooMuch(bytes.length);
    parts.push(part);
  }
  return { ...joinWarcs(parts), listed: listedIn(zip.part(PAGE_LIST)) };
};
