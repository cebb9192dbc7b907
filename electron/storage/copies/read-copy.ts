import type { MutableContent } from '#domain/archive/steps/apply-changes.ts';
import { originalPathOfCopy } from '#domain/conflict/original-of-copy.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { FoundCopy } from '#electron/ports/archive.ts';
import type { ArchiveState } from '../archive-state.ts';
import { readContent } from '../file/read/read-content.ts';
import { ARCHIVE_FILE } from '../folder/layout.ts';
import { folderLinkedOut } from '../folder/linked-out.ts';
import { type NamedPlace, placeOfName } from '../folder/place-of-name.ts';
import { pathOf } from '../storage-context.ts';

const nothing: FoundCopy = { found: 'nothing' };

/** Reads a conflict copy, and repairs nothing. See Archive.readCopy. */
export const readCopy = async (state: ArchiveState, name: string): Promise<FoundCopy> => {
  const original = originalPathOfCopy(name);
  if (original === null || folderLinkedOut(state.context.root, name) !== null) return nothing;
  const place = placeOfName(original);
  if (place?.is === 'mutable') return readRecords(state, name, place);
  const kind = place?.is === 'sealed' ? place.kind : original === ARCHIVE_FILE ? 'archive' : null;
  return kind === null ? nothing : compareSealed(state, name, original, kind);
};

const readRecords = async (
  { context }: ArchiveState,
  name: string,
  { file }: Extract<NamedPlace, { is: 'mutable' }>,
): Promise<FoundCopy> => {
  const copy = await readContent(file.kind, pathOf(context, name), context.codec);
  return copy.found === 'content'
    ? // The content is that of a file of its kind.
      { found: 'records', file, content: copy.content as MutableContent }
    : withoutContent(copy.found);
};

/** What is written once is the same on all machines; where it is not, one of them was altered. */
const compareSealed = async (
  { context }: ArchiveState,
  name: string,
  original: string,
  kind: 'archive' | Extract<NamedPlace, { is: 'sealed' }>['kind'],
): Promise<FoundCopy> => {
  const copy = await readContent(kind, pathOf(context, name), context.codec);
  if (copy.found !== 'content') return withoutContent(copy.found);
  const stands = await readContent(kind, pathOf(context, original), context.codec);
  if (stands.found !== 'content') return { found: 'left', why: 'no-original' };
  return equalJson(copy.content, stands.content) ? { found: 'same' } : { found: 'left', why: 'written-once' };
};

const withoutContent = (found: 'nothing' | 'damage' | 'newer-version' | 'unreadable'): FoundCopy => {
  if (found === 'nothing') return nothing;
  return { found: 'left', why: found === 'newer-version' ? 'newer' : 'damaged' };
};
