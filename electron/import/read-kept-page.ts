/** Reads a page saved by the browser extension, from the note beside it, with the words that were selected. */
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { maxBytesOf } from '#domain/article/formats/article-formats.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { excerptsOfPage } from '#domain/exchange/kept-article.ts';
import { type KeepNote, MAX_NOTE_BYTES, pageOfKeepNote, readKeepNote } from '#domain/inbox/keep-note.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadResult } from '../ports/text-reader.ts';
import { readOriginal } from './read-original.ts';

const noteAt = async (path: string): Promise<Result<KeepNote, ImportFailure>> => {
  const bytes = await readOriginal(path, MAX_NOTE_BYTES);
  if (!bytes.ok) return bytes;
  const note = readKeepNote(new TextDecoder().decode(bytes.value));
  return note === null ? err('document-damaged') : ok(note);
};

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of the page, under the name in the note, or under its own. Fails if the content is not that page. */
const pageOf = async (path: string, { page }: KeepNote) => {
  for (const name of new Set([page.file, basename(pageOfKeepNote(path))])) {
    const bytes = await readOriginal(join(dirname(path), name), maxBytesOf('mhtml'));
    if (!bytes.ok && bytes.error === 'file-missing') continue;
    if (!bytes.ok) return bytes;
    return sha256Of(bytes.value) === page.sha256
      ? ok({ name, bytes: bytes.value })
      : err('file-unreadable' as const);
  }
  return err('file-missing' as const);
};

/** If the page itself is missing, the selections become an article of excerpts. */
const readWordsAlone = async (
  note: KeepNote,
  path: string,
  parse: (bytes: Uint8Array, name: string) => ReadResult,
): ReadResult => {
  const original = excerptsOfPage(note);
  if (original === null) return err('file-missing');
  const read = await parse(new TextEncoder().encode(original.json), basename(path));
  if (!read.ok) return read;
  const said = (field: 'title' | 'url', value: string) =>
    value === '' ? {} : { [field]: { value, foundIn: 'saved-page' as const } };
  const accessedAt = { value: note.keptAt.slice(0, 10), foundIn: 'saved-page' as const };
  const found = { ...said('title', note.title), ...said('url', note.address), accessedAt };
  return ok({ ...read.value, found: { ...read.value.found, ...found } });
};

type Reading = {
  /** Reads the page together with the words that were selected on it. */
  readonly readBytes: (name: string, bytes: Uint8Array, selected: readonly string[]) => ReadResult;
  readonly readExcerpts: (bytes: Uint8Array, name: string) => ReadResult;
};

/**
 * Reads the page of the note at `path`. Fails with `document-damaged` if the file is not a note, and with
 * `file-unreadable` if the page is not the one that was saved.
 */
export const readKeptPage = async (path: string, { readBytes, readExcerpts }: Reading): ReadResult => {
  const read = await noteAt(path);
  if (!read.ok) return read;
  const note = read.value;
  const page = await pageOf(path, note);
  const { address, title, selections } = note;
  const kept = { address, title, selections };
  if (!page.ok && page.error !== 'file-missing') return page;
  const text: Awaited<ReadResult> = page.ok
    ? await readBytes(
        page.value.name,
        page.value.bytes,
        selections.map(({ exact }) => exact),
      )
    : await readWordsAlone(note, path, readExcerpts);
  return text.ok ? ok({ ...text.value, kept }) : text;
};
