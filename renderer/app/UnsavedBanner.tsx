import { useState } from 'react';
import { appCopy } from '#domain/contract/app.ts';
import { archiveLookAgain, archiveTakeLock } from '#domain/contract/archive.ts';
import { recordsOf } from '#domain/contract/supersede.ts';
import { type TrashRow, trashList, trashRestore } from '#domain/contract/trash.ts';
import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { isGone, type KeepingError } from '#renderer/bridge/keeping-error.ts';
import {
  type CollidedEdit,
  giveUpEdit,
  isCollided,
  retryUnsavedEdits,
  type UnsavedEdit,
  useCollidedEdits,
  useUnsavedEdits,
} from '#renderer/bridge/unsaved-edits.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CollisionVersions } from '#renderer/parts/versions/CollisionVersions.tsx';
import { collisionActs, leaveTheirs, takeOurs } from '#renderer/parts/versions/settle-collision.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { sayDone, sayFailed, sayHint } from '#renderer/window/notices.ts';
import styles from './shell.module.css';

const takeLock = async (): Promise<void> => {
  const answer = await request(archiveTakeLock, {});
  if (answer.ok) await retryUnsavedEdits();
  else {
    const { title, text } = errorWords(answer.error);
    sayFailed(title, text);
  }
};

/** If it fails again, the banner stays. */
const lookAgain = async (): Promise<void> => {
  const answer = await request(archiveLookAgain, {});
  if (!answer.ok) sayHint('The archive is still missing');
};

/** The archive was moved, removed or taken by another Precis: said at once, before any write fails. */
const RefusalBanner = () => {
  const refusal = useAppState((state) => state.refusal);
  const unsaved = useUnsavedEdits(({ edits }) => edits.length);
  if (refusal === null) return null;
  const { title, text } = errorWords(refusal);
  return (
    <div className={styles.banner} role="alert">
      <p>
        <strong>{title}</strong> {text} {unsaved > 0 && printCount(unsaved)}
      </p>
      {refusal.code === 'lock-lost' ? (
        <Button isSmall onPress={() => void takeLock()}>
          Take the lock again
        </Button>
      ) : (
        <>
          <Button isSmall onPress={() => void lookAgain()}>
            Check again
          </Button>
          <Button isSmall onPress={() => runCommand('archive.open')}>
            Open it in its new folder…
          </Button>
        </>
      )}
    </div>
  );
};

/** Whether the edit is retried automatically: it waits neither for the analyst nor for a missing folder. */
const isTried = (edit: UnsavedEdit): boolean => !isCollided(edit) && !isGone(edit.error);

/** A retry that was asked for reports its failure: otherwise it would look as if nothing had happened. */
const tryNow = async (): Promise<void> => {
  await retryUnsavedEdits();
  if (useUnsavedEdits.getState().edits.some(isTried)) sayHint('Still not saved');
};

const printCount = (count: number): string =>
  count === 1 ? 'One edit is not saved.' : `${count} edits are not saved.`;

/** Edits that are not yet on the disk. */
const WaitingBanner = () => {
  const edits = useUnsavedEdits((state) => state.edits).filter(isTried);
  const isRefused = useAppState((state) => state.refusal !== null);
  const [first] = edits;
  // The refusal banner already says why nothing can be written.
  if (first === undefined || isRefused) return null;
  const { title, text } = errorWords(first.error);
  return (
    <div className={styles.banner} role="alert">
      <p>
        <strong>{printCount(edits.length)}</strong> {title} {text}
      </p>
      <Button isSmall onPress={() => void tryNow()}>
        Try now
      </Button>
    </div>
  );
};

const putBack = async (rows: readonly TrashRow[]): Promise<void> => {
  const input = { rows: rows.map(({ kind, id }) => ({ kind, id })) };
  if ((await act(trashRestore, input)).ok) await retryUnsavedEdits();
};

/** The trash rows of the records that the edits belong to: deleted records can be restored, missing ones can't. */
const useDeleted = (edits: readonly UnsavedEdit[]): readonly TrashRow[] => {
  const { data: trash = [] } = useQuery(trashList, edits.length === 0 ? null : {});
  const ids = new Set(edits.flatMap(({ entry, input }) => recordsOf(entry, input)));
  return trash.filter(({ id }) => ids.has(id));
};

const wordsFor = (error: KeepingError, deleted: readonly TrashRow[]) => {
  const [row] = deleted;
  if (row === undefined) return errorWords(error);
  const names = deleted.length === 1 ? `“${row.title}” is` : `“${row.title}” and others are`;
  return {
    title: `${names} in the trash.`,
    text: 'What you wrote is kept in this window. Restore the item to save it.',
  };
};

/** Keys whose values are not a person's text: ids, kinds and marks of rich text. */
const isWritten = (key: string): boolean =>
  !/(?:^id|Ids?|type|does|marks|attrs|state|kind|label)$/u.test(key);

/** The text that a person wrote in an edit, one line a paragraph or field; empty if it has none. */
export const textOfEdit = (input: unknown): string => linesIn(input).join('\n');

const linesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return isLine(value) ? [value.flatMap(linesIn).join('')] : value.flatMap(linesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => (isWritten(key) ? linesIn(held) : []));
};

/** The text nodes of one paragraph are in one list. */
const isLine = (list: readonly unknown[]): boolean =>
  list.some((item) => typeof item === 'object' && item !== null && 'text' in item);

/** Edits of records that are not in the archive any more, until they return or the analyst discards the edits. */
const GoneBanner = () => {
  const edits = useUnsavedEdits((state) => state.edits).filter(({ error }) => isGone(error));
  const [isAsking, setIsAsking] = useState(false);
  const deleted = useDeleted(edits);
  const [first] = edits;
  if (first === undefined) return null;
  const { title, text } = wordsFor(first.error, deleted);
  const words = edits.map(({ input }) => textOfEdit(input)).filter((each) => each !== '');
  const copy = async (): Promise<void> => {
    if ((await act(appCopy, { text: words.join('\n\n') })).ok) sayDone('Copied');
  };
  const giveUpAll = (): void => {
    for (const edit of edits) giveUpEdit(edit);
    setIsAsking(false);
  };
  return (
    <div className={styles.banner} role="alert">
      <p>
        <strong>{printCount(edits.length)}</strong> {title} {text}
      </p>
      {deleted.length > 0 && (
        <Button isSmall onPress={() => void putBack(deleted)}>
          Restore
        </Button>
      )}
      {words.length > 0 && (
        <Button isSmall onPress={() => void copy()}>
          Copy what I wrote
        </Button>
      )}
      <Button isSmall onPress={() => setIsAsking(true)}>
        Discard…
      </Button>
      <ConfirmDialog
        title="Discard unsaved changes?"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={giveUpAll}
        confirmName="Discard"
        isDangerous
      >
        {edits.length === 1 ? 'The edit is' : `${edits.length} edits are`} kept while this window is open, and
        saved if the item comes back. If you discard, what you wrote is lost.
      </ConfirmDialog>
    </div>
  );
};

type CollisionDialogProps = { readonly edit: CollidedEdit; readonly onClose: () => void };

/** Both versions of an edit that another program has overtaken; the analyst chooses, nothing is chosen for them. */
const CollisionDialog = ({ edit, onClose }: CollisionDialogProps) => {
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
      title={isGone ? 'Another program deleted this file' : 'Which version do you want to keep?'}
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

/** Edits that collide with another program's changes, until the analyst has chosen. */
const CollidedBanner = () => {
  const edits = useCollidedEdits();
  const [isChoosing, setIsChoosing] = useState(false);
  const [first] = edits;
  if (first === undefined) return null;
  return (
    <div className={styles.banner} role="alert">
      <p>
        <strong>{errorWords(first.error).title}</strong> The archive has the other version. Yours is kept
        here, unsaved. Choose one.{edits.length > 1 && ` ${edits.length - 1} more like this.`}
      </p>
      <Button isSmall onPress={() => setIsChoosing(true)}>
        Compare both…
      </Button>
      {isChoosing && <CollisionDialog key={first.key} edit={first} onClose={() => setIsChoosing(false)} />}
    </div>
  );
};

/** Everything that is not on the disk, and why. */
export const UnsavedBanner = () => (
  <>
    <RefusalBanner />
    <WaitingBanner />
    <GoneBanner />
    <CollidedBanner />
  </>
);
