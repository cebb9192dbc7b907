import { useRef } from 'react';
import { type PassageRow, passageRelated } from '#domain/contract/passage.ts';
import type { Task, TaskPlace } from '#domain/task/task.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { LinkCandidates } from '../passage/link/LinkCandidates.tsx';
import { answerTask } from './task-acts.ts';

export type AnswerDialogProps = {
  readonly task: Task;
  readonly place: TaskPlace;
  readonly onClose: () => void;
};

/** Asks for the passage that answers a task; passages similar to the task's own are suggested first. */
export const AnswerDialog = ({ task, place, onClose }: AnswerDialogProps) => {
  const field = useRef<HTMLInputElement>(null);
  const on = place.on === 'passage' ? { articleId: place.articleId, passageId: place.passageId } : null;
  const { data: related } = useQuery(passageRelated, on);
  const choose = async ({ articleId, id }: PassageRow): Promise<void> => {
    if (await answerTask({ task, place }, { articleId, passageId: id })) onClose();
  };
  return (
    <Dialog title={`What answers “${task.title}”?`} isOpen isMedium onClose={onClose}>
      <LinkCandidates
        ownId={on?.passageId ?? null}
        related={related ?? undefined}
        field={field}
        mustConfirm={false}
        onChoose={(row) => void choose(row)}
      />
    </Dialog>
  );
};
