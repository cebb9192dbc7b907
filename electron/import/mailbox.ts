/**
 * The mails of a mailbox (mboxrd, RFC 4155) as files of their own: each has a path, that of the mailbox with "#" and
 * its number behind it. Only where its mails begin is looked for here, and a mail is read by its bytes alone, so that a
 * mailbox of gigabytes is never in memory; what a mail holds is read in the sandboxed page like any other.
 */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { kindOfFile } from './file-format.ts';

/** Where a mail stands in its mailbox, in bytes; its line "From …" is no part of it. */
type Place = { readonly start: number; readonly end: number };

const CHUNK_BYTES = 1024 ** 2;
/** The line "From …", and enough of the one behind it to see that it is a header. */
const HEAD_BYTES = 1024;
const FROM = Buffer.from('From ');

const readAt = async (file: FileHandle, start: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
};

/** Where in `bytes`, which begin a file or within one, "From " begins a line behind an empty one. */
function* begunIn(bytes: Buffer, isStart: boolean): Generator<number> {
  for (let at = bytes.indexOf(FROM); at !== -1; at = bytes.indexOf(FROM, at + 1)) {
    const before = bytes.toString('latin1', Math.max(0, at - 4), at);
    if (before.endsWith('\n\n') || before.endsWith('\n\r\n') || (isStart && at === 0)) yield at;
  }
}

/** The length of the line "From …" at the beginning of `head`; null where no header stands behind it. */
const fromLine = (head: Buffer): number | null =>
  /^From [^\n]*\n(?=[!-9;-~]+:|>From )/.exec(head.toString('latin1'))?.[0].length ?? null;

/** Where its mails begin: pieces overlap by more than what one is known by. */
const listBegins = async (file: FileHandle, size: number) => {
  const begins: { readonly at: number; readonly start: number }[] = [];
  for (let from = 0; from < size; from += CHUNK_BYTES) {
    const offset = Math.max(0, from - 4);
    for (const found of begunIn(await readAt(file, offset, CHUNK_BYTES + 8), offset === 0)) {
      const at = offset + found;
      const length = fromLine(await readAt(file, at, HEAD_BYTES));
      if (length !== null && at > (begins.at(-1)?.at ?? -1)) begins.push({ at, start: at + length });
    }
  }
  return begins;
};

const listMails = async (path: string): Promise<readonly Place[]> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const begins = await listBegins(file, size);
    return begins.map(({ start }, index) => ({ start, end: begins[index + 1]?.at ?? size }));
  } finally {
    await file.close();
  }
};

/** The last mailbox that was looked through, since its mails are asked for one after the other. */
let last: { readonly key: string; readonly mails: Promise<readonly Place[]> } | null = null;

const mailsOf = async (path: string): Promise<readonly Place[]> => {
  const { size, mtimeMs } = await stat(path);
  const key = JSON.stringify([path, size, mtimeMs]);
  if (last?.key !== key) last = { key, mails: listMails(path) };
  return last.mails;
};

/** Whether the first bytes of a file are those of a mailbox, or its name and its first line say so. */
const isMailbox = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r');
  try {
    const head = await readAt(file, 0, HEAD_BYTES);
    return head.indexOf(FROM) === 0 && kindOfFile(basename(path), head).format === 'mbox';
  } finally {
    await file.close();
  }
};

/** The paths of the mails of a mailbox that holds several; null for any other file, and for one that can't be read. */
export const mailsInMailbox = async (path: string): Promise<readonly string[] | null> => {
  try {
    const mails = (await stat(path)).isFile() && (await isMailbox(path)) ? await mailsOf(path) : [];
    return mails.length > 1 ? mails.map((_, index) => `${path}#${index + 1}`) : null;
  } catch {
    // Reading it as a file says what is wrong.
    return null;
  }
};

/** A mail of a mailbox that a path names, by its number from 1; null for the path of a file. */
export const mailOfPath = (path: string): { readonly mailbox: string; readonly number: number } | null => {
  const [, mailbox = '', number = ''] = /^(.+)#(\d{1,7})$/su.exec(path) ?? [];
  return mailbox === '' ? null : { mailbox, number: Number(number) };
};

/** Lines that begin with "From " are quoted in a mailbox: as the mail has them. */
const unquote = (mail: Buffer): Uint8Array =>
  mail.includes('>From ')
    ? Buffer.from(mail.toString('latin1').replace(/^>(?=>*From )/gm, ''), 'latin1')
    : mail;

/**
 * The bytes of the mail that `path` names, as it was sent. Fails `file-missing` where the mailbox has no mail of that
 * number.
 */
export const readMailOf = async (
  path: string,
  maxBytes: number,
): Promise<Result<Uint8Array, ImportFailure>> => {
  const named = mailOfPath(path);
  if (named === null) return err('file-missing');
  try {
    const place = (await mailsOf(named.mailbox))[named.number - 1];
    if (place === undefined) return err('file-missing');
    if (place.end - place.start > maxBytes) return err('file-too-large');
    const file = await open(named.mailbox, 'r');
    try {
      return ok(unquote(await readAt(file, place.start, place.end - place.start)));
    } finally {
      await file.close();
    }
  } catch {
    return err('file-missing');
  }
};
