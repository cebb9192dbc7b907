import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { normalisePassphrase } from '#domain/archive/passphrase.ts';
import { write } from '../output/write.ts';

/** Swallows the characters that a terminal would echo. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Asks at the terminal for a text that is not echoed; null if nobody is at a terminal, or if it was cancelled. */
export const askPassphrase = async (question: string): Promise<string | null> => {
  if (!stdin.isTTY) return null;
  await write(process.stderr, question);
  const reader = createInterface({ input: stdin, output: nowhere(), terminal: true });
  const line = await new Promise<string | null>((resolve) => {
    reader.once('close', () => resolve(null));
    reader.question('', resolve);
  });
  reader.close();
  await write(process.stderr, '\n');
  return line === null || line === '' ? null : normalisePassphrase(line);
};

/** A new passphrase, typed twice; null if the two differ. */
export const askNewPassphrase = async (): Promise<string | null> => {
  const first = await askPassphrase('New passphrase: ');
  const second = first === null ? null : await askPassphrase('Repeat: ');
  return first === second ? first : null;
};
