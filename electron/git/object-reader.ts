import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type GitProgram, gitFailed } from './git-program.ts';

/** Reads blobs by their ids, with one process for all of them. */
export type ObjectReader = {
  readonly read: (id: string) => Promise<Result<Buffer, AppError>>;
  readonly close: () => void;
};

const LINE_FEED = 0x0a;

type Waiting = { readonly id: string; readonly answer: (read: Result<Buffer, AppError>) => void };

/**
 * `git cat-file --batch` reads one id per line, and writes a header "<id> <type> <size>", the bytes and a line feed.
 */
export const openObjectReader = (git: GitProgram): ObjectReader => {
  const running = git.start(['cat-file', '--batch']);
  const waiting: Waiting[] = [];
  const pending = new PendingBytes();
  let ended: Result<never, AppError> | null = null;

  const end = (said: string): void => {
    ended ??= gitFailed(said);
    for (const { answer } of waiting.splice(0)) answer(ended);
  };
  running.stdout?.on('data', (part: Buffer) => {
    pending.add(part);
    for (let found = pending.take(); found !== null; found = pending.take()) {
      const next = waiting.shift();
      next?.answer(found.bytes === null ? missing(next.id) : ok(found.bytes));
    }
  });
  running.stdin?.on('error', () => {});
  running.on('error', (cause) => end(cause.message));
  running.on('close', () => end('git cat-file ended early'));
  return {
    read: (id) =>
      new Promise((answer) => {
        if (ended !== null) return answer(ended);
        waiting.push({ id, answer });
        running.stdin?.write(`${id}\n`);
      }),
    close: () => running.stdin?.end(),
  };
};

/** The bytes received that are not a complete answer yet. */
class PendingBytes {
  #parts: Buffer[] = [];
  #length = 0;
  /** The number of bytes to wait for before the next attempt to read. */
  #wanted = 1;

  add(part: Buffer): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** The next complete answer; null if there is none yet. */
  take(): Answer | null {
    if (this.#length < this.#wanted) return null;
    const buffer = Buffer.concat(this.#parts);
    const found = readAnswer(buffer);
    const isWhole = found !== null && 'bytes' in found;
    const rest = isWhole ? buffer.subarray(found.end) : buffer;
    this.#parts = [rest];
    this.#length = rest.length;
    this.#wanted = isWhole || found === null ? 1 : found.wanted;
    return isWhole ? found : null;
  }
}

const missing = (id: string): Result<never, AppError> =>
  err({ code: 'git-failed', said: `the object ${id} is not in this repository` });

type Answer = { readonly bytes: Buffer | null; readonly end: number };

/**
 * The first answer in `buffer`; the length it will have, if it is incomplete; null if not even its header is complete.
 */
const readAnswer = (buffer: Buffer): Answer | { readonly wanted: number } | null => {
  const headEnd = buffer.indexOf(LINE_FEED);
  if (headEnd === -1) return null;
  const [, type, size] = buffer.toString('latin1', 0, headEnd).split(' ');
  if (type !== 'blob' || size === undefined) return { bytes: null, end: headEnd + 1 };
  const bytesEnd = headEnd + 1 + Number(size);
  if (buffer.length <= bytesEnd) return { wanted: bytesEnd + 1 };
  return { bytes: Buffer.from(buffer.subarray(headEnd + 1, bytesEnd)), end: bytesEnd + 1 };
};
