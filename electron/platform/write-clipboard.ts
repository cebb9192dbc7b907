import { Blob } from 'node:buffer';
import * as electron from 'electron';
import type { CopiedText } from '../ports/desktop.ts';

/** The clipboard as it was before it became asynchronous; the oldest Electron that the app runs on has it. */
type EarlierClipboard = { write(data: CopiedText): void; readHTML(): string };

const isEarlier = (value: object): value is EarlierClipboard => 'readHTML' in value;

/** Puts a text onto the clipboard, plain and as HTML, both at once. */
export async function writeClipboard({ text, html }: CopiedText): Promise<void> {
  const { clipboard, ClipboardItem } = electron;
  if (isEarlier(clipboard)) return clipboard.write({ text, html });
  const asBlob = (content: string, type: string) => new Blob([content], { type });
  await clipboard.write([
    new ClipboardItem({ 'text/plain': asBlob(text, 'text/plain'), 'text/html': asBlob(html, 'text/html') }),
  ]);
}
