import { useState } from 'react';
import type { InputOf } from '#domain/contract/any-request.ts';
import { type MemoRow, type memoCreate, memoList } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { memoHeadSchema } from '#domain/memo/memo.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { useLastMemo } from '#renderer/window/last-memo.ts';
import { beginMemo } from './ask-for-memo.tsx';
import { MemoOptions } from './MemoOptions.tsx';
import styles from './memo-picker.module.css';

const isWritten = ({ state }: MemoRow): boolean => state === 'draft' || state === 'in-review';

export type PickMemoProps = {
  readonly title: string;
  /** The evidence of a memo that is begun here. */
  readonly from?: InputOf<typeof memoCreate>['from'];
  readonly onPick: (memoId: MemoId) => void;
  /** Called with a memo begun here; by default the same as for a picked one. */
  readonly onBegin?: (memoId: MemoId) => void;
  readonly close: () => void;
};

/** Asks for a draft memo, or begins one by its title. */
export const PickMemo = ({
  title,
  from = { kind: 'nothing' },
  onPick,
  onBegin = onPick,
  close,
}: PickMemoProps) => {
  const { data: rows } = useQuery(memoList, {});
  const { defaultMarking } = useSettings();
  const [name, setName] = useState('');
  const memos = (rows ?? []).filter(isWritten);

  const begin = async (): Promise<void> => {
    if (name.trim() === '') return;
    const { memoId, outcome } = await beginMemo({
      title: name,
      template: 'bluf',
      marking: defaultMarking,
      from,
    });
    if (outcome === 'refused') return;
    close();
    if (outcome === 'unsaved') return;
    useLastMemo.setState({ memoId });
    onBegin(memoId);
  };

  if (rows === undefined) return null;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void begin()}>
            Create memo
          </Button>
        </>
      }
    >
      <div className={styles.picker}>
        {memos.length > 0 && (
          <MemoOptions
            label="Drafts"
            memos={memos}
            onPick={(memoId) => {
              close();
              onPick(memoId);
            }}
          />
        )}
        <TextField
          label={memos.length > 0 ? 'Or start a new memo' : 'Title of a new memo'}
          autoFocus={memos.length === 0}
          value={name}
          maxLength={limitOf(memoHeadSchema.shape.title)}
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void begin();
            else event.continuePropagation();
          }}
        />
      </div>
    </Dialog>
  );
};
