import { askQueryAgain } from '#renderer/bridge/query-store.ts';
import { type CollidedEdit, giveUpEdit, keepOurs } from '#renderer/bridge/unsaved-edits.ts';
import { BothVersions } from '#renderer/parts/versions/BothVersions.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { sayDone } from '#renderer/window/notices.ts';

export type CollisionDialogProps = { readonly edit: CollidedEdit; readonly onClose: () => void };

/** Both sides of an edit that another program has overtaken; the analyst chooses, and nothing is chosen by itself. */
export const CollisionDialog = ({ edit, onClose }: CollisionDialogProps) => {
  const { isGone, collisions, file } = edit.error;
  const takeOurs = async (): Promise<void> => {
    if (!(await keepOurs(edit))) return;
    sayDone('Your version is saved');
    onClose();
  };
  const leaveTheirs = (): void => {
    giveUpEdit(edit);
    // What was shown of the edit gives way to what is on the disk.
    askQueryAgain('article:annotations');
    sayDone('The other version stays');
    onClose();
  };
  return (
    <Dialog
      title={isGone ? 'Another program has removed this file' : 'Another program has changed the same'}
      isOpen
      isMedium
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Decide later</Button>
          <Button onPress={leaveTheirs}>{isGone ? 'Leave it removed' : 'Keep the other version'}</Button>
          <Button variant="primary" onPress={() => void takeOurs()}>
            {isGone ? 'Write it again' : 'Keep my version'}
          </Button>
        </>
      }
    >
      <p>
        {isGone
          ? `${file} is gone. Precis still knows all that it held, and can write it again with your change.`
          : 'Nothing was overwritten. If you keep yours, undo brings the other version back.'}
      </p>
      {!isGone &&
        collisions.map(({ id, what, field, ours, theirs }) => (
          <BothVersions
            key={`${id} ${field}`}
            of={{ what, field }}
            one={{ name: 'Yours, not saved', value: ours }}
            other={{ name: 'In the archive, from the other program', value: theirs }}
          />
        ))}
    </Dialog>
  );
};
