/** The captures in a WARC: the metadata of each response record and its position. Contents are not read. */
import { DocumentError } from '../../document-error.ts';
import { readHeaders } from '../../saved-page/mime-parts.ts';

/** Far more than a supported file contains. */
const MAX_RECORDS = 200_000;

/** A captured response, or a file from one. */
export type Capture = {
  /** Its address: http or https. */
  readonly address: string;
  /** From the archive: RFC 3339; empty if missing. */
  readonly date: string;
  readonly status: number;
  /** In lower case, without parameters. */
  readonly type: string;
  readonly charset: string | null;
  /** `gzip`, `br`; empty for none. */
  readonly encoding: string;
  readonly isChunked: boolean;
  /** The target of a redirect; null for none. */
  readonly leadsTo: string | null;
  /** Equal for equal content; null if the archive has none. */
  readonly digest: string | null;
  /** Requested from within a page, as recorded by a browser. */
  readonly isWithinPage: boolean;
  /** The payload as it was sent. */
  readonly sent: Uint8Array;
  /** The position of its record in the unpacked bytes. */
  readonly start: number;
  readonly end: number;
  /** The record with the payload, if this one refers to it; null if it contains it itself. */
  readonly original: { readonly start: number; readonly end: number } | null;
  /** Whether it refers to a record that is not in the archive: its payload is missing. */
  readonly isMissing: boolean;
};

/** A capture from its record alone. */
export type Captured = Capture & {
  readonly recordId: string | null;
  /** The record that it repeats; null for one with its own payload. Fields are empty if not stated. */
  readonly refersTo: { readonly id: string; readonly address: string; readonly date: string } | null;
};

/** `address` in a comparable form: absolute, without a fragment; null if it is not a web address. */
export const asAddress = (address: string, base?: string): string | null => {
  if (!URL.canParse(address, base)) return null;
  const { href, protocol, hash } = new URL(address, base);
  return /^https?:$/.test(protocol) ? href.slice(0, href.length - hash.length) : null;
};

/**
 * The records of a WARC (ISO 28500): header lines, and content of the stated length. Lengths are limited by the end of
 * the file, and headers by a maximum size.
 */

type Headers = ReadonlyMap<string, string>;

type WarcRecord = {
  readonly headers: Headers;
  readonly content: Uint8Array;
  /** Its range in the unpacked bytes, including its terminator. */
  readonly start: number;
  readonly end: number;
  /** Where the next begins; beyond the last byte if this one is truncated. */
  readonly next: number;
};

/** A header: its first line, its fields by lower case name, and where the content begins. */
type Head = { readonly first: string; readonly headers: Headers; readonly end: number };

const MAX_HEAD_BYTES = 128 * 1024;
/** Two line ends, which terminate a record. */
const PARTING_BYTES = 4;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** The end of the first empty line from `at` on; null if there is none within the maximum header size. */
const headEnd = (bytes: Uint8Array, at: number): number | null => {
  const last = Math.min(bytes.length, at + MAX_HEAD_BYTES);
  for (let line = at; line < last; ) {
    const feed = bytes.indexOf(LINE_FEED, line);
    if (feed === -1 || feed >= last) return null;
    const length = feed - line - (bytes[feed - 1] === CARRIAGE_RETURN ? 1 : 0);
    if (length <= 0) return feed + 1;
    line = feed + 1;
  }
  return null;
};

/** The header that begins at `at`; null if it has no end. */
const readHead = (bytes: Uint8Array, at: number): Head | null => {
  const end = headEnd(bytes, at);
  if (end === null) return null;
  const text = new TextDecoder().decode(bytes.subarray(at, end));
  return { first: text.split(/\r?\n/, 1)[0] ?? '', headers: readHeaders(text), end };
};

const afterEmptyLines = (bytes: Uint8Array, at: number): number => {
  let begin = at;
  while (bytes[begin] === CARRIAGE_RETURN || bytes[begin] === LINE_FEED) begin += 1;
  return begin;
};

/** Each record of `unpacked`, until it ends or is damaged. */
function* readRecords(unpacked: Uint8Array): Generator<WarcRecord> {
  for (let at = afterEmptyLines(unpacked, 0); at < unpacked.length; ) {
    const head = readHead(unpacked, at);
    if (head === null || !head.first.startsWith('WARC/')) return;
    const length = head.headers.get('content-length') ?? '';
    if (!/^\d+$/.test(length)) return;
    const contentEnd = head.end + Number(length);
    const content = unpacked.subarray(head.end, contentEnd);
    const next = afterEmptyLines(unpacked, contentEnd);
    const end = Math.min(unpacked.length, next, contentEnd + PARTING_BYTES);
    yield { headers: head.headers, content, start: at, end, next };
    at = next;
  }
}

const field = (headers: Headers, name: string): string => headers.get(name) ?? '';

const idsOf = ({ headers }: WarcRecord): readonly string[] =>
  [field(headers, 'warc-record-id'), field(headers, 'warc-concurrent-to')].filter((id) => id !== '');

const typeOf = ({ headers }: WarcRecord): string => field(headers, 'warc-type').toLowerCase();

/** Whether a browser's request was for a subresource (Fetch Metadata), or from a script. */
const isAskedWithin = ({ content }: WarcRecord): boolean => {
  const headers = readHead(content, 0)?.headers ?? new Map();
  const dest = field(headers, 'sec-fetch-dest');
  return (dest !== '' && dest !== 'document') || field(headers, 'x-requested-with') !== '';
};

/** A file added to an archive directly has no HTTP response around it: its type is in the record. */
const filed = ({ headers }: WarcRecord): Head => ({ first: 'HTTP/1.1 200', headers, end: 0 });

type Read = Omit<Captured, 'isWithinPage'> & { readonly ids: readonly string[] };

/** Wget writes it in angle brackets, as in an early version of the standard. */
const addressIn = ({ headers }: WarcRecord, name: string): string | null =>
  asAddress(field(headers, name).replace(/^<|>$/g, ''));

/** A record that refers to another need not include the server's response. */
const unsaid: Head = { first: '', headers: new Map(), end: 0 };

const headOf = (record: WarcRecord, type: CapturedType): Head | null => {
  if (type === 'resource') return filed(record);
  return readHead(record.content, 0) ?? (type === 'revisit' ? unsaid : null);
};

const refersTo = (record: WarcRecord): Captured['refersTo'] => ({
  id: field(record.headers, 'warc-refers-to'),
  address: addressIn(record, 'warc-refers-to-target-uri') ?? '',
  date: field(record.headers, 'warc-refers-to-date'),
});

type Answer = Pick<Capture, 'status' | 'type' | 'charset' | 'encoding' | 'isChunked' | 'leadsTo'>;

/** The data in a response header. */
const answerOf = ({ first, headers }: Head, address: string): Answer => {
  const said = field(headers, 'content-type');
  return {
    status: Number(/^HTTP\/\S+\s+(\d{3})/i.exec(first)?.[1] ?? 0),
    type: said.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(said)?.[1] ?? null,
    encoding: field(headers, 'content-encoding').toLowerCase(),
    isChunked: /chunked/i.test(field(headers, 'transfer-encoding')),
    leadsTo: asAddress(field(headers, 'location'), address),
  };
};

const captureOf = (record: WarcRecord, type: CapturedType): Read | null => {
  const address = addressIn(record, 'warc-target-uri');
  const head = headOf(record, type);
  if (address === null || head === null) return null;
  return {
    address,
    date: field(record.headers, 'warc-date'),
    ...answerOf(head, address),
    digest: record.headers.get('warc-payload-digest') ?? null,
    sent: record.content.subarray(head.end),
    start: record.start,
    end: record.end,
    original: null,
    isMissing: false,
    recordId: record.headers.get('warc-record-id') ?? null,
    refersTo: type === 'revisit' ? refersTo(record) : null,
    ids: idsOf(record),
  };
};

const capturedTypes = ['response', 'resource', 'revisit'] as const;
type CapturedType = (typeof capturedTypes)[number];

const capturedIn = (record: WarcRecord): readonly Read[] => {
  const said = typeOf(record);
  const type = capturedTypes.find((each) => each === said);
  const capture = type === undefined ? null : captureOf(record, type);
  return capture === null ? [] : [capture];
};

/** The ids of the request and response for a subresource. */
const idsWithin = (record: WarcRecord): readonly string[] =>
  typeOf(record) === 'request' && isAskedWithin(record) ? idsOf(record) : [];

/** The captures, in order, and whether the file was read completely: not if it is damaged or truncated. */
export type Captures = { readonly captures: readonly Captured[]; readonly isWhole: boolean };

/** The captures in a WARC. Throws a DocumentError if it is not one. */
export const readCaptures = (unpacked: Uint8Array): Captures => {
  const captured: Read[] = [];
  const within = new Set<string>();
  let count = 0;
  let readTo = 0;
  for (const record of readRecords(unpacked)) {
    count += 1;
    readTo = record.next;
    if (count > MAX_RECORDS) throw new DocumentError('document-unsafe');
    captured.push(...capturedIn(record));
    for (const id of idsWithin(record)) within.add(id);
  }
  if (count === 0) throw new DocumentError('document-damaged');
  const captures = captured.map(({ ids, ...capture }) => ({
    ...capture,
    isWithinPage: ids.some((id) => within.has(id)),
  }));
  return { captures, isWhole: readTo === unpacked.length };
};
