/** Citing passages in a memo, from wherever passages are shown. */

import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { MemoId, PassageId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { memoHeadSchema } from '#domain/memo/memo.ts';
import { printCount } from '#domain/print-count.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { useLastMemo } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { beginMemo } from './ask-for-memo.tsx';
import { MemoOptions } from './MemoOptions.tsx';
import styles from './memo-picker.module.css';

/** What came of citing: how many passages were asked for, how many the memo did not have, and how it is called. */
type Cited = {
  readonly asked: number;
  readonly added: number;
  readonly memoName: string;
  readonly translated?: number;
};

/** That a translation was taken, which the analyst can change on the citation. */
const wordTranslated = (translated: number, added: number): string => {
  if (translated === 0) return '';
  if (added === 1) return ', by its translation';
  return translated === added ? ', by their translations' : `, ${translated} by their translations`;
};

const wordCited = ({ asked, added, memoName, translated = 0 }: Cited): string => {
  if (added === 0) return `Already in ${memoName}`;
  const cited = asked === 1 ? 'Cited' : `Cited ${printCount(added, 'passage')}`;
  const rest = asked - added;
  return `${cited} in ${memoName}${wordTranslated(translated, added)}${rest === 0 ? '' : `; ${rest} already there`}`;
};

const sayCited = (memoId: MemoId, cited: Cited): void =>
  sayDone(wordCited(cited), { name: 'Open the memo', run: () => goTo({ view: 'memos', memoId }) });

/** Cites the passages in a memo that was chosen. Answers what went wrong, or null. */
export const citeIn = async (memoId: MemoId, passageIds: readonly PassageId[]): Promise<AppError | null> => {
  const input = { memoId, passageIds: [...passageIds] };
  const answer = await act('memo:cite-passages', input, { saysFailure: true });
  if (!answer.ok) return answer.error;
  useLastMemo.setState({ memoId });
  const { added, referenceNumber, translated } = answer.value;
  sayCited(memoId, { asked: passageIds.length, added, memoName: referenceNumber, translated });
  return null;
};

const isWritten = ({ state }: MemoRow): boolean => state === 'draft' || state === 'in-review';

type MemoPickerProps = { readonly passageIds: readonly PassageId[]; readonly close: () => void };

/** Asks for the memo to which passages are sent. */
const MemoPicker = ({ passageIds, close }: MemoPickerProps) => {
  const { data: rows } = useQuery('memo:list', {});
  const { defaultMarking } = useSettings();
  const [title, setTitle] = useState('');
  const memos = (rows ?? []).filter(isWritten);

  const pick = async (memoId: MemoId): Promise<void> => {
    close();
    const error = await citeIn(memoId, passageIds);
    if (error !== null) sayError(error);
  };
  const begin = async (): Promise<void> => {
    if (title.trim() === '') return;
    const from = { kind: 'passages' as const, passageIds: [...passageIds] };
    const { memoId, outcome } = await beginMemo({ title, template: 'bluf', marking: defaultMarking, from });
    if (outcome === 'refused') return;
    close();
    if (outcome === 'unsaved') return;
    useLastMemo.setState({ memoId });
    const { length } = passageIds;
    sayCited(memoId, { asked: length, added: length, memoName: 'the new memo' });
  };

  if (rows === undefined) return null;
  return (
    <Dialog
      title={`Cite ${passageIds.length === 1 ? 'the passage' : printCount(passageIds.length, 'passage')} in a memo`}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" isDisabled={title.trim() === ''} onPress={() => void begin()}>
            Create memo
          </Button>
        </>
      }
    >
      <div className={styles.picker}>
        {memos.length > 0 && <MemoOptions label="Drafts" memos={memos} onPick={(id) => void pick(id)} />}
        <TextField
          label={memos.length > 0 ? 'Or start a new memo' : 'Title of a new memo'}
          autoFocus={memos.length === 0}
          value={title}
          maxLength={limitOf(memoHeadSchema.shape.title)}
          onChange={setTitle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void begin();
            else event.continuePropagation();
          }}
        />
      </div>
    </Dialog>
  );
};

const isGone = (error: AppError): boolean =>
  error.code === 'memo-is-sent' || (error.code === 'not-found' && error.what === 'memo');

/**
 * Quotes the passages in the memo that was open last in this session; where there is none, or it is no longer
 * written, the analyst is asked for one.
 */
export const citeInMemo = async (passageIds: readonly PassageId[]): Promise<void> => {
  if (passageIds.length === 0) return;
  const { memoId } = useLastMemo.getState();
  const error = memoId === null ? null : await citeIn(memoId, passageIds);
  if (memoId === null || (error !== null && isGone(error)))
    openDialog('cite', ({ close }) => <MemoPicker passageIds={passageIds} close={close} />);
  else if (error !== null) sayError(error);
};
