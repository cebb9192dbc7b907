/** Searches the memory of running processes for words, like an attacker with access to the computer (Linux only). */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

const CHUNK_BYTES = 8 << 20;

/** The process and all of its descendants. */
export const processesBelow = (pid: number): readonly number[] => {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/u.test(each))) {
    try {
      const status = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It has ended meanwhile.
    }
  }
  const below = (one: number): readonly number[] => [one, ...(children.get(one) ?? []).flatMap(below)];
  return below(pid);
};

const formsOf = (word: string): readonly Buffer[] => [
  Buffer.from(word, 'utf8'),
  Buffer.from(word, 'utf16le'),
];

const countIn = (bytes: Buffer, form: Buffer): number => {
  let count = 0;
  for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) count++;
  return count;
};

type Stretch = { readonly from: number; readonly to: number };

/** Memory that a process can have written itself: read-only mappings are files of the system and of the app. */
const stretchesOf = (pid: number): readonly Stretch[] =>
  readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const found = /^([0-9a-f]+)-([0-9a-f]+) rw/u.exec(line);
      if (found === null || line.includes('[v')) return [];
      return { from: Number.parseInt(found[1] ?? '', 16), to: Number.parseInt(found[2] ?? '', 16) };
    });

/** In chunks that overlap by more than the length of a word. */
const piecesOf = ({ from, to }: Stretch): readonly Stretch[] =>
  Array.from({ length: Math.ceil((to - from) / CHUNK_BYTES) }, (_, at) => {
    const start = from + at * CHUNK_BYTES;
    return { from: start, to: Math.min(start + CHUNK_BYTES + 256, to) };
  });

const countAll = (pid: number, memory: number, words: readonly string[]): readonly number[] => {
  const counts = words.map(() => 0);
  for (const piece of stretchesOf(pid).flatMap(piecesOf)) {
    const bytes = readPart(memory, piece.from, piece.to - piece.from);
    for (const [at, word] of words.entries())
      counts[at] = formsOf(word).reduce((sum, form) => sum + countIn(bytes, form), counts[at] ?? 0);
  }
  return counts;
};

/** How often each word is in the memory of a process, as UTF-8 or UTF-16; null if it can't be read. */
export const countInMemory = (pid: number, words: readonly string[]): readonly number[] | null => {
  try {
    const memory = openSync(`/proc/${pid}/mem`, 'r');
    try {
      return countAll(pid, memory, words);
    } finally {
      closeSync(memory);
    }
  } catch {
    return null;
  }
};

/** One process is searched at a time. */
const buffer = Buffer.alloc(CHUNK_BYTES + 256);

/** The readable part; pages that the process has not touched yet are not readable. */
const readPart = (memory: number, at: number, length: number): Buffer => {
  const bytes = buffer.subarray(0, length);
  let done = 0;
  try {
    while (done < length) {
      const read = readSync(memory, bytes, done, length - done, at + done);
      if (read === 0) break;
      done += read;
    }
  } catch {
    return bytes.subarray(0, done);
  }
  return bytes.subarray(0, done);
};
