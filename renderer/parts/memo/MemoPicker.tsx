import { useState } from 'react';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { MemoId, PassageId } from '#domain/ids.ts';
import { sayError } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { useLastMemo } from '#renderer/window/last-memo.ts';
import { beginMemo } from './begin-memo.ts';
import { citeIn, countPassages, endCiting, sayCited, useCiting } from './cite-in-memo.ts';
import { MemoOptions } from './MemoOptions.tsx';
import styles from './memo-picker.module.css';

const isWritten = ({ state }: MemoRow): boolean => state === 'draft' || state === 'in-review';

const Picker = ({ passageIds }: { readonly passageIds: readonly PassageId[] }) => {
  const { data: rows } = useQuery('memo:list', {});
  const { defaultMarking } = useSettings();
  const [title, setTitle] = useState('');
  const memos = (rows ?? []).filter(isWritten);

  const pick = async (memoId: MemoId): Promise<void> => {
    endCiting();
    const error = await citeIn(memoId, passageIds);
    if (error !== null) sayError(error);
  };
  const begin = async (): Promise<void> => {
    if (title.trim() === '') return;
    const from = { kind: 'passages' as const, passageIds: [...passageIds] };
    const { memoId, outcome } = await beginMemo({ title, template: 'bluf', marking: defaultMarking, from });
    if (outcome === 'refused') return;
    endCiting();
    if (outcome === 'unsaved') return;
    useLastMemo.setState({ memoId });
    const { length } = passageIds;
    sayCited(memoId, { asked: length, added: length, memoName: 'the new memo' });
  };

  if (rows === undefined) return null;
  return (
    <Dialog
      title={`Cite ${countPassages(passageIds.length)} in a memo`}
      isOpen
      onClose={endCiting}
      actions={
        <>
          <Button onPress={endCiting}>Cancel</Button>
          <Button variant="primary" isDisabled={title.trim() === ''} onPress={() => void begin()}>
            Create the memo
          </Button>
        </>
      }
    >
      <div className={styles.picker}>
        {memos.length > 0 && (
          <MemoOptions label="Memos that are being written" memos={memos} onPick={(id) => void pick(id)} />
        )}
        <TextField
          label={memos.length > 0 ? 'Or start a new memo' : 'Title of a new memo'}
          autoFocus={memos.length === 0}
          value={title}
          maxLength={300}
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

/** Asks for the memo to which passages are sent, as long as some wait for it. */
export const MemoPicker = () => {
  const passageIds = useCiting((citing) => citing.passageIds);
  return passageIds === null ? null : <Picker passageIds={passageIds} />;
};
