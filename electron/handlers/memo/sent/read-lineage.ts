import type { MemoLineage, RelatedMemo } from '#domain/memo/citations/memo-material.ts';
import { inlineText } from '#domain/memo/content/list-prose.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { isSent } from '#domain/memo/sent/is-sent.ts';
import { judgementsOf } from '#domain/memo/snapshot/judgements-of.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';

const relatedOf = ({ id, kind, state, sending, head }: Memo): RelatedMemo => ({
  id,
  kind,
  state,
  sending,
  head: { title: head.title, referenceNumber: head.referenceNumber, asOf: head.asOf },
});

/** The memo of that id, in the trash too; null where it can't be read. */
const findMemo = async (reader: ArchiveReader, id: NonNullable<Memo['supersedesId']>) => {
  const file = await reader.memo(id);
  if (file.ok) return file.value.memo;
  return (await reader.trashedMemos()).find((trashed) => trashed.id === id)?.memo ?? null;
};

/** The memo that was sent last in the place of `memo`. Looked for only where it was sent itself: it takes all memos. */
const findSuccessor = async (reader: ArchiveReader, memo: Memo): Promise<Memo | null> => {
  const found: Memo[] = [];
  for (const id of await reader.memoIds()) {
    const file = await reader.memo(id);
    if (file.ok && file.value.memo.supersedesId === memo.id && isSent(file.value.memo)) {
      found.push(file.value.memo);
    }
  }
  const sentOn = ({ sending }: Memo): string => sending?.sentOn ?? '';
  return found.toSorted((a, b) => (sentOn(a) < sentOn(b) ? 1 : -1))[0] ?? null;
};

/** Which memo `memo` supersedes, and which one was sent in its place. */
export const readLineage = async (reader: ArchiveReader, memo: Memo): Promise<MemoLineage> => {
  const before = memo.supersedesId === null ? null : await findMemo(reader, memo.supersedesId);
  const after = isSent(memo) ? await findSuccessor(reader, memo) : null;
  return {
    supersedes: before === null ? null : relatedOf(before),
    supersededBy: after === null ? null : relatedOf(after),
    ...(before === null
      ? {}
      : {
          judgementsBefore: judgementsOf(before, ({ content = [] }) =>
            inlineText(content).replaceAll(/\s+/gu, ' ').trim(),
          ),
        }),
  };
};
