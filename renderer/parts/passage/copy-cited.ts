import { memoCopyPassages } from '#domain/contract/memo.ts';
import type { PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** Copies passages with speaker and citation, for any other program. */
export const copyCited = async (passageIds: readonly PassageId[]): Promise<void> => {
  if (passageIds.length === 0) return;
  const answer = await act(memoCopyPassages, { passageIds: [...passageIds] });
  if (!answer.ok) return;
  const count = passageIds.length;
  sayDone(
    count === 1 ? 'Copied with its citation' : `${printCount(count, 'passage')} copied with their citations`,
  );
};
