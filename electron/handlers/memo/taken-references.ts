import type { MemoId } from '#domain/ids.ts';
import type { Form } from '#domain/memo/form/form.ts';
import type { MemoHead } from '#domain/memo/memo.ts';
import { nextReferenceNumber } from '#domain/memo/reference-number.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';

/** The reference numbers in use, as far as they are known. */
type TakenReferences = {
  readonly numbers: ReadonlySet<string>;
  /** The number of memos that can't be read, whose reference numbers are unknown. */
  readonly unknown: number;
};

/**
 * The reference numbers of all memos but `except`, including those in the trash: a number is never given to a second
 * memo. An unreadable memo does not prevent others from being saved.
 */
export const takenReferences = async (
  reader: ArchiveReader,
  except: MemoId | null,
): Promise<TakenReferences> => {
  const numbers = new Set((await reader.trashedMemos()).map(({ memo }) => memo.head.referenceNumber));
  let unknown = 0;
  for (const id of await reader.memoIds()) {
    if (id === except) continue;
    const file = await reader.memo(id);
    if (file.ok) numbers.add(file.value.memo.head.referenceNumber);
    else unknown += 1;
  }
  return { numbers, unknown };
};

/** The number of a new memo in that form: the next one of the year of `asOf` that no memo has had. */
export const freeReference = async (
  reader: ArchiveReader,
  asOf: MemoHead['asOf'],
  numbering?: Form['numbering'],
): Promise<string> => {
  const { numbers, unknown } = await takenReferences(reader, null);
  return nextReferenceNumber(Number(asOf.slice(0, 4)), numbers, unknown, numbering);
};
