import { type CollidedEdit, useCollidedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { CollisionVersions } from '#renderer/parts/versions/CollisionVersions.tsx';
import { collisionActs, leaveTheirs, takeOurs } from '#renderer/parts/versions/settle-collision.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from './needs.module.css';

const Collision = ({ edit }: { readonly edit: CollidedEdit }) => {
  const acts = collisionActs(edit.error.isGone);
  return (
    <section aria-label="Not saved">
      <p className={styles.progress}>Not saved</p>
      <h2>Another program has changed this, too</h2>
      <CollisionVersions edit={edit} />
      <footer className={styles.acts}>
        <Button variant="primary" onPress={() => void takeOurs(edit)}>
          {acts.ours}
        </Button>
        <Button onPress={() => leaveTheirs(edit)}>{acts.theirs}</Button>
      </footer>
    </section>
  );
};

/** Edits of this window that another program has overtaken: they are not saved, and come before all that can wait. */
export const UnsavedCollisions = () =>
  useCollidedEdits().map((edit) => <Collision key={edit.key} edit={edit} />);
