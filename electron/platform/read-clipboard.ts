import { clipboard } from 'electron';
import type { ClipboardContent } from '../ports/desktop.ts';
import { sourceUrlOfHtmlFormat, webAddress } from './addresses.ts';

/** The synchronous clipboard of the oldest Electron that the app supports. */
type EarlierClipboard = {
  readHTML(): string;
  readBuffer(format: string): Uint8Array;
  readImage(): { toPNG(): Uint8Array };
};

/** Reads one format of the clipboard; empty if there is none. */
type ReadFormat = (mimeType: 'text/html' | 'image/png' | `os:${string}`) => Promise<Buffer>;

/** The text, the HTML and the picture on the clipboard, and the address of their page if the system keeps it. */
export async function readClipboard(): Promise<ClipboardContent> {
  const readBytes = isEarlier(clipboard) ? earlierReader(clipboard) : await presentReader();
  const read: ReadText = async (format) => (await readBytes(format)).toString('utf8');
  const picture = await readBytes('image/png');
  return {
    text: await clipboard.readText(),
    html: await read('text/html'),
    sourceUrl: await readSourceUrl(read),
    picture: picture.length === 0 ? null : new Uint8Array(picture),
  };
}

type ReadText = (format: 'text/html' | `os:${string}`) => Promise<string>;

const isEarlier = (value: object): value is EarlierClipboard => 'readHTML' in value;

const earlierReader =
  (earlier: EarlierClipboard): ReadFormat =>
  async (format) => {
    if (format === 'text/html') return Buffer.from(earlier.readHTML());
    if (format === 'image/png') return Buffer.from(earlier.readImage().toPNG());
    return Buffer.from(earlier.readBuffer(format.slice('os:'.length)));
  };

async function presentReader(): Promise<ReadFormat> {
  const items = await clipboard.read();
  return async (format) => {
    const type = format.replace(/^os:(.*)$/, 'electron application/osclipboard;format="$1"');
    const item = items.find(({ types }) => types.includes(type));
    const content = await item?.getType(type);
    return content instanceof Blob ? Buffer.from(await content.arrayBuffer()) : Buffer.alloc(0);
  };
}

async function readSourceUrl(read: ReadText): Promise<string | null> {
  if (process.platform === 'win32') return sourceUrlOfHtmlFormat(await read('os:HTML Format'));
  if (process.platform === 'darwin') return webAddress(await read('os:org.chromium.source-url'));
  return null;
}
