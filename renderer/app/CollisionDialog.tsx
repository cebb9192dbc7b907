import type { CollidedEdit } from '#renderer/bridge/unsaved-edits.ts';
import { CollisionVersions } from '#renderer/parts/versions/CollisionVersions.tsx';
import { collisionActs, leaveTheirs, takeOurs } from '#renderer/parts/versions/settle-collision.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';

export type CollisionDialogProps = { readonly edit: CollidedEdit; readonly onClose: () => void };

/** Both sides of an edit that another program has overtaken; the analyst chooses, and nothing is chosen by itself. */
export const CollisionDialog = ({ edit, onClose }: CollisionDialogProps) => {
  const { isGone } = edit.error;
  const acts = collisionActs(isGone);
  const keepMine = async (): Promise<void> => {
    if (await takeOurs(edit)) onClose();
  };
  const keepOther = (): void => {
    leaveTheirs(edit);
    onClose();
  };
  return (
    <Dialog
      title={isGone ? 'Another program has removed this file' : 'Which version stays?'}
      isOpen
      isMedium
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Decide later</Button>
          <Button onPress={keepOther}>{acts.theirs}</Button>
          <Button variant="primary" onPress={() => void keepMine()}>
            {acts.ours}
          </Button>
        </>
      }
    >
      <CollisionVersions edit={edit} />
    </Dialog>
  );
};
