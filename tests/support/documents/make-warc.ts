/** Records of a WARC (ISO 28500), as a crawler writes them. */

export type ArchivedRecord = { readonly head: readonly string[]; readonly content: Uint8Array };

type Answer = {
  readonly status?: number;
  readonly type?: string;
  readonly encoding?: string;
  readonly location?: string;
};

const bytesOf = (content: string | Uint8Array): Uint8Array => new Uint8Array(Buffer.from(content));

const record = (
  type: string,
  address: string,
  http: readonly string[],
  content: string | Uint8Array,
): ArchivedRecord => ({
  head: [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:test:${type}:${address}>`,
    `WARC-Concurrent-To: <urn:test:${type === 'request' ? 'response' : 'request'}:${address}>`,
    `WARC-Target-URI: ${address}`,
    'WARC-Date: 2024-04-22T10:00:00Z',
    `WARC-Payload-Digest: test:${Buffer.from(content).toString('base64url').slice(-40)}`,
    `Content-Type: application/http; msgtype=${type}`,
  ],
  content: Buffer.concat([bytesOf(`${http.join('\r\n')}\r\n\r\n`), bytesOf(content)]),
});

/** A server's response; a page by default. */
export const archivedAnswer = (
  address: string,
  content: string | Uint8Array,
  { status = 200, type = 'text/html; charset=utf-8', encoding, location }: Answer = {},
): ArchivedRecord =>
  record(
    'response',
    address,
    [
      `HTTP/1.1 ${status} Said`,
      `Content-Type: ${type}`,
      ...(encoding === undefined ? [] : [`Content-Encoding: ${encoding}`]),
      ...(location === undefined ? [] : [`Location: ${location}`]),
    ],
    content,
  );

/** A request to a server. */
export const archivedRequest = (address: string, headers: Readonly<Record<string, string>>): ArchivedRecord =>
  record(
    'request',
    address,
    ['GET / HTTP/1.1', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)],
    '',
  );

/** A WARC of `records`; `lengthAdded` is by how much each overstates its length. */
export const makeWarc = (records: readonly ArchivedRecord[], { lengthAdded = 0 } = {}): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      records.flatMap(({ head, content }) => [
        bytesOf(`${[...head, `Content-Length: ${content.length + lengthAdded}`].join('\r\n')}\r\n\r\n`),
        content,
        bytesOf('\r\n\r\n'),
      ]),
    ),
  );

type Revisit = { readonly refersTo?: string; readonly digest?: string; readonly status?: number };

/**
 * A revisit record, which says that a response was the same as an earlier one: by its digest, or by the address of that
 * one.
 */
export const archivedRevisit = (
  address: string,
  { refersTo, digest, status = 200 }: Revisit,
): ArchivedRecord => ({
  head: [
    'WARC/1.1',
    'WARC-Type: revisit',
    `WARC-Record-ID: <urn:test:revisit:${address}>`,
    `WARC-Target-URI: ${address}`,
    'WARC-Date: 2024-04-23T10:00:00Z',
    'WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
    ...(refersTo === undefined
      ? []
      : [`WARC-Refers-To-Target-URI: ${refersTo}`, 'WARC-Refers-To-Date: 2024-04-22T10:00:00Z']),
    ...(digest === undefined ? [] : [`WARC-Payload-Digest: ${digest}`]),
    'Content-Type: application/http; msgtype=response',
  ],
  content: bytesOf(`HTTP/1.1 ${status} Said\r\nContent-Type: text/html\r\n\r\n`),
});
