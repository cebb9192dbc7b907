/**
 * What stands in a WARC: of each record that holds an answer of a server, what it says of itself and where it stands.
 * Contents are left where they are.
 */
import { DocumentError } from '../../document-error.ts';
import { readHeaders } from '../../saved-page/mime-parts.ts';

/** Far more than a file holds that is read. */
const MAX_RECORDS = 200_000;

/** An answer of a server, or a file of one, as it was captured. */
export type Capture = {
  /** Where it was: http or https. */
  readonly address: string;
  /** As the archive says: RFC 3339; empty where it does not. */
  readonly date: string;
  readonly status: number;
  /** In small letters, without parameters. */
  readonly type: string;
  readonly charset: string | null;
  /** `gzip`, `br`; empty for none. */
  readonly encoding: string;
  readonly isChunked: boolean;
  /** Where it leads on to; null for none. */
  readonly leadsTo: string | null;
  /** The same content has the same; null where the archive does not say. */
  readonly digest: string | null;
  /** Asked for by a page that showed it within itself, as a browser has noted. */
  readonly isWithinPage: boolean;
  /** What was sent, as it was sent. */
  readonly sent: Uint8Array;
  /** Of its record among the unpacked bytes. */
  readonly start: number;
  readonly end: number;
  /** The record that holds what was sent, where this one refers to it; null where it holds it itself. */
  readonly original: { readonly start: number; readonly end: number } | null;
  /** Whether it refers to a record that is not in the archive: of what was sent nothing is there. */
  readonly isMissing: boolean;
};

/** A capture as its record alone says it. */
export type Captured = Capture & {
  readonly recordId: string | null;
  /** The record that it says it is the same as; null of one that holds what was sent. Empty where it does not say. */
  readonly refersTo: { readonly id: string; readonly address: string; readonly date: string } | null;
};

/** `address` as all are compared: absolute, without a fragment; null for what is none of the web. */
export const asAddress = (address: string, base?: string): string | null => {
  if (!URL.canParse(address, base)) return null;
  const { href, protocol, hash } = new URL(address, base);
  return /^https?:$/.test(protocol) ? href.slice(0, href.length - hash.length) : null;
};

/**
 * The records of a WARC (ISO 28500), one behind the other: lines of a head, and as much content as they say. No length
 * is believed beyond the end of the file, and no head that is longer than heads are.
 */

type Headers = ReadonlyMap<string, string>;

type WarcRecord = {
  readonly headers: Headers;
  readonly content: Uint8Array;
  /** Where it stands among the unpacked bytes, with what parts it from the next. */
  readonly start: number;
  readonly end: number;
  /** Where the next begins; beyond the last byte where this one is cut off. */
  readonly next: number;
};

/** A head: its first line, the fields below it by their names in small letters, and where what follows begins. */
type Head = { readonly first: string; readonly headers: Headers; readonly end: number };

const MAX_HEAD_BYTES = 128 * 1024;
/** Two line ends, which part a record from the next. */
const PARTING_BYTES = 4;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** Where the first empty line from `at` on ends; null for none within the length of a head. */
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

/** The head that begins at `at`; null where none ends. */
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

/** Each record of `unpacked`, up to where it ends or is damaged. */
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

/** Whether what a browser has asked for was to stand within a page (Fetch Metadata), or was for a script of it. */
const isAskedWithin = ({ content }: WarcRecord): boolean => {
  const headers = readHead(content, 0)?.headers ?? new Map();
  const dest = field(headers, 'sec-fetch-dest');
  return (dest !== '' && dest !== 'document') || field(headers, 'x-requested-with') !== '';
};

/** A file that was put into an archive as it is has no answer round it: what it is stands in the record. */
const filed = ({ headers }: WarcRecord): Head => ({ first: 'HTTP/1.1 200', headers, end: 0 });

type Read = Omit<Captured, 'isWithinPage'> & { readonly ids: readonly string[] };

/** Wget writes it in angle brackets, as an early version of the standard has it. */
const addressIn = ({ headers }: WarcRecord, name: string): string | null =>
  asAddress(field(headers, name).replace(/^<|>$/g, ''));

/** A record that refers to another need not say how the server answered. */
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

/** What the head of an answer says. */
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

/** The ids of what was asked for within a page, of the request and of the answer to it. */
const idsWithin = (record: WarcRecord): readonly string[] =>
  typeOf(record) === 'request' && isAskedWithin(record) ? idsOf(record) : [];

/** What was captured, in its order, and whether the file is read to its end: not where it is damaged or cut off. */
export type Captures = { readonly captures: readonly Captured[]; readonly isWhole: boolean };

/** What was captured in a WARC. Throws a DocumentError for what is none. */
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
