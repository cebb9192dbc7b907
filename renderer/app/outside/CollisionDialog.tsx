import type { OutsideCollision } from '#domain/contract/errors.ts';
import { askQueryAgain } from '#renderer/bridge/query-store.ts';
import { type CollidedEdit, keepOurs, keepTheirs } from '#renderer/bridge/unsaved-edits.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { useTags } from '#renderer/parts/tag/use-tags.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import styles from './collision.module.css';
import { printField, printValue } from './print-collision.ts';

export type CollisionDialogProps = { readonly edit: CollidedEdit; readonly onClose: () => void };

type NameOf = (id: string) => string | undefined;

/** Names of tags and sources, which a record holds by their ids. */
const useNames = (): NameOf => {
  const tags = useTags().byId as ReadonlyMap<string, { readonly name: string }>;
  const sources = useSources().byId as ReadonlyMap<string, { readonly name: string }>;
  return (id) => (tags.get(id) ?? sources.get(id))?.name;
};

const Sides = ({ collision, nameOf }: { readonly collision: OutsideCollision; readonly nameOf: NameOf }) => (
  <section className={styles.collision} aria-label={printField(collision)}>
    <h3>{printField(collision)}</h3>
    <div>
      <h4>Yours, not saved</h4>
      <p className={styles.value}>{printValue(collision.ours, nameOf)}</p>
    </div>
    <div>
      <h4>In the archive, from the other program</h4>
      <p className={styles.value}>{printValue(collision.theirs, nameOf)}</p>
    </div>
  </section>
);

/** Both sides of an edit that another program has overtaken; the analyst chooses, and nothing is chosen by itself. */
export const CollisionDialog = ({ edit, onClose }: CollisionDialogProps) => {
  const nameOf = useNames();
  const { isGone, collisions, file } = edit.error;
  const takeOurs = async (): Promise<void> => {
    if (!(await keepOurs(edit))) return;
    sayDone('Your version is saved');
    onClose();
  };
  const leaveTheirs = (): void => {
    keepTheirs(edit);
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
        collisions.map((collision) => (
          <Sides key={`${collision.id} ${collision.field}`} collision={collision} nameOf={nameOf} />
        ))}
    </Dialog>
  );
};
