import { useState } from 'react';
import { recordsOf } from '#domain/contract/supersede.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
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
  const answer = await request('archive:take-lock', {});
  if (answer.ok) await retryUnsavedEdits();
  else {
    const { title, text } = errorWords(answer.error);
    sayFailed(title, text);
  }
};

/** It can fail in the same way, which the banner goes on saying. */
const lookAgain = async (): Promise<void> => {
  const answer = await request('archive:look-again', {});
  if (!answer.ok) sayHint('The archive is still missing');
};

/** The archive itself is not where it was, or another's: said as soon as it is, before anything fails to be written. */
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

/** Whether the edit is tried again and again, and waits neither for the analyst nor for a folder that is gone. */
const isTried = (edit: UnsavedEdit): boolean => !isCollided(edit) && !isGone(edit.error);

/** A try that was asked for says that it failed, too: the bar alone would look as if nothing had been done. */
const tryNow = async (): Promise<void> => {
  await retryUnsavedEdits();
  if (useUnsavedEdits.getState().edits.some(isTried)) sayHint('Still not saved');
};

const printCount = (count: number): string =>
  count === 1 ? 'One edit is not saved.' : `${count} edits are not saved.`;

/** Edits that are not on the disk, until they are. */
const WaitingBanner = () => {
  const edits = useUnsavedEdits((state) => state.edits).filter(isTried);
  const isRefused = useAppState((state) => state.refusal !== null);
  const [first] = edits;
  // Why nothing at all can be written is said already.
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
  if ((await act('trash:restore', input)).ok) await retryUnsavedEdits();
};

/** The rows of the trash that the edits are of: what was deleted here can be put back, and what is nowhere can't. */
const useDeleted = (edits: readonly UnsavedEdit[]): readonly TrashRow[] => {
  const { data: trash = [] } = useQuery('trash:list', edits.length === 0 ? null : {});
  const ids = new Set(edits.flatMap(({ name, input }) => recordsOf(name, input)));
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

/** Keys whose values nobody has written: ids, kinds and marks of rich text. */
const isWritten = (key: string): boolean =>
  !/(?:^id|Ids?|type|does|marks|attrs|state|kind|label)$/u.test(key);

/** What a person has written in an edit, a line for each paragraph or field; empty where it is no text. */
export const textOfEdit = (input: unknown): string => linesIn(input).join('\n');

const linesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return isLine(value) ? [value.flatMap(linesIn).join('')] : value.flatMap(linesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => (isWritten(key) ? linesIn(held) : []));
};

/** The texts of one paragraph stand in one list. */
const isLine = (list: readonly unknown[]): boolean =>
  list.some((item) => typeof item === 'object' && item !== null && 'text' in item);

/** Edits of what is not in the archive any more, until it is again or the analyst gives them up. */
const GoneBanner = () => {
  const edits = useUnsavedEdits((state) => state.edits).filter(({ error }) => isGone(error));
  const [isAsking, setIsAsking] = useState(false);
  const deleted = useDeleted(edits);
  const [first] = edits;
  if (first === undefined) return null;
  const { title, text } = wordsFor(first.error, deleted);
  const words = edits.map(({ input }) => textOfEdit(input)).filter((each) => each !== '');
  const copy = async (): Promise<void> => {
    if ((await act('app:copy', { text: words.join('\n\n') })).ok) sayDone('Copied');
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

/** Both sides of an edit that another program has overtaken; the analyst chooses, and nothing is chosen by itself. */
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

/** Edits that collide with what another program wrote, until the analyst has chosen. */
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

/** What is not on the disk, and why. */
export const UnsavedBanner = () => (
  <>
    <RefusalBanner />
    <WaitingBanner />
    <GoneBanner />
    <CollidedBanner />
  </>
);
