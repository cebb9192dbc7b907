import type { TrashRow } from '#domain/contract/trash.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { type Going, removeForGood, titleOfRow } from './trash-words.ts';

const titleOf = (going: Going): string => {
  if (going === 'trash:empty') return 'Empty the trash?';
  if (going === 'trash:purge') return 'Delete what is older than 30 days?';
  const [only] = going;
  return only !== undefined && going.length === 1
    ? `Delete “${titleOfRow(only)}” for good?`
    : `Delete ${going.length} items for good?`;
};

const printHeld = (held: number): string => {
  if (held === 0) return '';
  return held === 1
    ? ' One more is cited by a memo and stays.'
    : ` ${held} more are cited by memos and stay.`;
};

export type RemoveDialogProps = {
  readonly asked: Going | null;
  /** How many go, and how many of what is meant stay because a memo cites them. */
  readonly count: number;
  readonly held: number;
  readonly onClose: () => void;
};

/** How many of the rows no memo cites, and how many are held by one. */
export const countGoing = (rows: readonly TrashRow[]): { readonly count: number; readonly held: number } => {
  const held = rows.filter(({ heldBy }) => heldBy.length > 0).length;
  return { count: rows.length - held, held };
};

/** Asks before something is deleted for good. */
export const RemoveDialog = ({ asked, count, held, onClose }: RemoveDialogProps) => (
  <ConfirmDialog
    title={asked === null ? '' : titleOf(asked)}
    isOpen={asked !== null}
    onClose={onClose}
    onConfirm={() => void (asked && removeForGood(asked))}
    confirmName={`Delete ${count} for good`}
    isDangerous
  >
    {count === 1 ? 'One item will be deleted' : `${count} items will be deleted`} for good; this can’t be
    undone.
    {printHeld(held)}
  </ConfirmDialog>
);
