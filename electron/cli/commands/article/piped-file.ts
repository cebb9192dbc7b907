/** What is piped into `import -`, as a file for as long as it takes to import it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** In the place of a file. */
export const PIPED = '-';

const HEAD_BYTES = 1024;

/** A name for what came without one: import goes by the ending, and a text is read as any text. */
const nameOf = (bytes: Buffer): string => {
  const head = bytes.subarray(0, HEAD_BYTES).toString('latin1').trimStart();
  if (head.startsWith('%PDF-')) return 'piped.pdf';
  if (/^(?:\u00ef\u00bb\u00bf)?<(?:!doctype|html|head|body|article|div|p)\b/iu.test(head))
    return 'piped.html';
  return 'piped.txt';
};

export type PipedFile = { readonly path: string; readonly remove: () => Promise<void> };

/** @param name as the person gave it; null where it is to be told from what came */
export const keepPiped = async (
  name: string | null,
  stdin: NodeJS.ReadableStream = process.stdin,
): Promise<PipedFile> => {
  const bytes = await buffer(stdin);
  const folder = await mkdtemp(join(tmpdir(), 'precis-piped-'));
  const path = join(folder, basename(name ?? nameOf(bytes)));
  await writeFile(path, bytes, { mode: 0o600 });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
};
