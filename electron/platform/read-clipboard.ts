import { clipboard } from 'electron';
import type { ClipboardContent } from '../ports/desktop.ts';
import { sourceUrlOfHtmlFormat, webAddress } from './addresses.ts';

/** The clipboard as it was before it became asynchronous; the oldest Electron that the app runs on has it. */
type EarlierClipboard = { readHTML(): string; readBuffer(format: string): Uint8Array };

/** Reads one format of the clipboard as text; empty where there is none. */
type ReadFormat = (mimeType: 'text/html' | `os:${string}`) => Promise<string>;

/** The text and the HTML on the clipboard, and the page they came from where the system keeps its address. */
export async function readClipboard(): Promise<ClipboardContent> {
  const read = isEarlier(clipboard) ? earlierReader(clipboard) : await presentReader();
  return {
    text: await clipboard.readText(),
    html: await read('text/html'),
    sourceUrl: await readSourceUrl(read),
  };
}

const isEarlier = (value: object): value is EarlierClipboard => 'readHTML' in value;

const earlierReader =
  (earlier: EarlierClipboard): ReadFormat =>
  async (format) =>
    format === 'text/html'
      ? earlier.readHTML()
      : Buffer.from(earlier.readBuffer(format.slice('os:'.length))).toString('utf8');

async function presentReader(): Promise<ReadFormat> {
  const items = await clipboard.read();
  return async (format) => {
    const type = format.replace(/^os:(.*)$/, 'electron application/osclipboard;format="$1"');
    const item = items.find(({ types }) => types.includes(type));
    const content = await item?.getType(type);
    return content instanceof Blob ? content.text() : '';
  };
}

async function readSourceUrl(read: ReadFormat): Promise<string | null> {
  if (process.platform === 'win32') return sourceUrlOfHtmlFormat(await read('os:HTML Format'));
  if (process.platform === 'darwin') return webAddress(await read('os:org.chromium.source-url'));
  return null;
}
