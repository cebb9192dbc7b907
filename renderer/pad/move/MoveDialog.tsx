import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Found } from '#domain/contract/search.ts';
import { newJudgementIdSchema, newMemoIdSchema, newTaskIdSchema } from '#domain/ids.ts';
import { memoTitleOf, type PadTarget, taskTitleOf } from '#domain/pad/move-from-pad.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { ErrorLine } from '#renderer/parts/error/ErrorLine.tsx';
import { type RecordOffer, RecordPicker } from '#renderer/parts/record/RecordPicker.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import styles from './move.module.css';
import type { PadPart } from './part-of-pad.ts';

export type MoveDialogProps = { readonly part: PadPart; readonly onClose: () => void };

/** Where it can go that is there already: the note on an article, and a memo that is still written. */
const useAccepted = (): ((found: Found) => boolean) => {
  const { data: memos = [] } = useQuery('memo:list', {});
  const written = new Set<string>(
    memos.filter(({ state }) => state === 'draft' || state === 'in-review').map(({ id }) => id),
  );
  return (found) =>
    found.kind === 'article' ||
    (found.kind === 'memo' && found.judgement === null && written.has(found.memoId));
};

const targetOf = (found: Found): PadTarget | null => {
  if (found.kind === 'article') return { is: 'article', articleId: found.articleId };
  return found.kind === 'memo' ? { is: 'memo', memoId: found.memoId } : null;
};

/** Asks where something of the pad goes, and moves it there: one step of undo. */
export const MoveDialog = ({ part, onClose }: MoveDialogProps) => {
  const [error, setError] = useState<AppError | null>(null);
  const accepts = useAccepted();
  const move = async (to: PadTarget, name: string): Promise<void> => {
    const answer = await act('pad:move', { ...part, to }, { saysFailure: true });
    if (!answer.ok) return setError(answer.error);
    onClose();
    sayUndoable(`Moved to ${name}`);
  };
  const taskTitle = taskTitleOf(part.moved);
  const title = memoTitleOf(part.moved);
  const newMemo = (): PadTarget => ({
    is: 'new-memo',
    memoId: newId(newMemoIdSchema),
    judgementId: newId(newJudgementIdSchema),
    title,
  });
  const offers: readonly RecordOffer[] = [
    ...(taskTitle === null
      ? []
      : [
          {
            name: 'New task',
            run: () => void move({ is: 'task', taskId: newId(newTaskIdSchema) }, 'a new task'),
          },
        ]),
    { name: 'New memo', detail: title, run: () => void move(newMemo(), 'a new memo') },
  ];
  return (
    <Dialog title="Move to…" isOpen isMedium onClose={onClose}>
      <p className={styles.moved}>{richTextToPlain(part.moved)}</p>
      {error !== null && <ErrorLine error={error} />}
      <RecordPicker
        label="Where it goes"
        placeholder="A new task or memo, an article’s note, a memo"
        offers={offers}
        names={{ article: 'Note on the article' }}
        accepts={accepts}
        onPick={(found) => {
          const to = targetOf(found);
          const isNote = found.kind === 'article';
          if (to !== null) void move(to, isNote ? `the note on “${found.title}”` : `“${found.title}”`);
        }}
      />
    </Dialog>
  );
};
