/** A web archive that is open: its records, what was captured in them, and which pages it says that it holds. */

import { openPackage } from '../package/open-package.ts';
import { asAddress, type Capture, type Captured, readCaptures } from './records/read-captures.ts';
import { resolveRevisits } from './records/revisits.ts';
import { joinBytes, MAX_UNPACKED_BYTES, tooMuch, unpackWarc } from './records/unpack.ts';

export type WebArchive = {
  readonly captures: readonly Capture[];
  /** Whether it is read to its end: not where it is damaged or cut off. */
  readonly isWhole: boolean;
  readonly unpacked: Uint8Array;
  /** The addresses of its pages in their order; empty where it does not say. */
  readonly listed: readonly string[];
};

/** A WARC, packed or not. */
export const openWarc = (bytes: Uint8Array): WebArchive => {
  const unpacked = unpackWarc(bytes);
  const { captures, isWhole } = readCaptures(unpacked);
  return { unpacked, captures: resolveRevisits(captures), isWhole, listed: [] };
};

const WARC_PART = /(?:^|\/)[^/]+\.warc(?:\.gz)?$/i;
const PAGE_LIST = 'pages/pages.jsonl';
/** More than anybody has captured by hand. */
const MAX_LISTED = 5000;

/** The address in one line of the list; the first line says what the list is, and has none. */
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

/** Several WARCs as one; each is read by itself, so that a damaged one spoils none. */
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
  // One may refer to a record of another.
  return { unpacked: joinBytes(parts), captures: resolveRevisits(captures), isWhole };
};

/** A zip of WARCs with a list of the pages that were captured (WACZ 1.1.1). */
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
