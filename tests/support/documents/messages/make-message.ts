import { type CompoundFolder, makeCompoundFile } from './make-compound-file.ts';

/** Properties of an Outlook message by tag and type, "0037001F". */
export type MessageProperties = { readonly [tag: string]: string | number | Date | Uint8Array };

const EPOCH_OF_WINDOWS_MS = 11_644_473_600_000;

const fixedValue = (value: number | Date): bigint =>
  typeof value === 'number' ? BigInt(value) : BigInt(value.getTime() + EPOCH_OF_WINDOWS_MS) * 10_000n;

const fixedList = (properties: MessageProperties, headBytes: number): Uint8Array => {
  const fixed = Object.entries(properties).flatMap(([tag, value]) =>
    typeof value === 'number' || value instanceof Date ? [{ tag, value }] : [],
  );
  const bytes = Buffer.alloc(headBytes + fixed.length * 16);
  fixed.forEach(({ tag, value }, at) => {
    bytes.writeUInt32LE(Number.parseInt(tag, 16), headBytes + at * 16);
    bytes.writeBigUInt64LE(fixedValue(value), headBytes + at * 16 + 8);
  });
  return new Uint8Array(bytes);
};

const streamOf = (tag: string, value: string | Uint8Array): Uint8Array => {
  if (typeof value !== 'string') return value;
  return new Uint8Array(Buffer.from(value, tag.endsWith('001F') ? 'utf16le' : 'latin1'));
};

const objectFolder = (properties: MessageProperties, headBytes: number): CompoundFolder => ({
  '__properties_version1.0': fixedList(properties, headBytes),
  ...Object.fromEntries(
    Object.entries(properties).flatMap(([tag, value]) =>
      typeof value === 'string' || value instanceof Uint8Array
        ? [[`__substg1.0_${tag}`, streamOf(tag, value)]]
        : [],
    ),
  ),
});

export type Message = {
  readonly properties: MessageProperties;
  readonly recipients?: readonly MessageProperties[];
  readonly attachments?: readonly Attachment[];
};

const numbered = (prefix: string, folders: readonly CompoundFolder[]): CompoundFolder =>
  Object.fromEntries(
    folders.map((folder, at) => [`${prefix}${at.toString(16).toUpperCase().padStart(8, '0')}`, folder]),
  );

type Attachment = MessageProperties | { readonly message: Message };

const attachmentFolder = (attachment: Attachment): CompoundFolder =>
  'message' in attachment
    ? {
        ...objectFolder({ '37050003': 5 }, 8),
        '__substg1.0_3701000D': messageFolder(attachment.message as Message, 24),
      }
    : objectFolder(attachment as MessageProperties, 8);

/**
 * The content of an Outlook compound file for a message ([MS-OXMSG]); at the top level 32 bytes precede the property
 * list.
 */
export const messageFolder = (message: Message, headBytes: 32 | 24 = 32): CompoundFolder => ({
  ...objectFolder(message.properties, headBytes),
  ...numbered(
    '__recip_version1.0_#',
    (message.recipients ?? []).map((each) => objectFolder(each, 8)),
  ),
  ...numbered('__attach_version1.0_#', (message.attachments ?? []).map(attachmentFolder)),
});

/** `rtf` as Outlook stores it, with every byte as a literal ([MS-OXRTFCP]). */
export const packedRtf = (rtf: string): Uint8Array => {
  const content = Buffer.from(rtf, 'latin1');
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += 8) pieces.push(Buffer.from([0]), content.subarray(at, at + 8));
  const packed = Buffer.concat(pieces);
  const head = Buffer.alloc(16);
  head.writeUInt32LE(packed.length + 12, 0);
  head.writeUInt32LE(content.length, 4);
  head.write('LZFu', 8, 'latin1');
  return new Uint8Array(Buffer.concat([head, packed]));
};

/** A message whose HTML, wrapped in RTF, requests `address`. */
export const actingMessage = (address: string): Uint8Array =>
  makeCompoundFile(
    messageFolder({
      properties: {
        '0037001F': 'Look',
        '10090102': packedRtf(
          `{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <link rel=stylesheet href=${address}/css><img src=${address}/img onerror="fetch('${address}/js')"><iframe src=${address}/frame></iframe><p>}Only text.{\\*\\htmltag64 </p>}}`,
        ),
      },
    }),
  );
