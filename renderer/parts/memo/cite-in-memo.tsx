/** Citing passages in a memo, from any view with passages. */

import type { AppError } from '#domain/contract/errors/app-error.ts';
import { memoCitePassages } from '#domain/contract/memo.ts';
import type { MemoId, PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { useLastMemo } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { PickMemo } from './PickMemo.tsx';

/** The result of citing: how many passages were requested, how many the memo did not have yet, and its name. */
type Cited = {
  readonly asked: number;
  readonly added: number;
  readonly memoName: string;
  readonly translated?: number;
};

/** Mentions that a translation was used, which the analyst can change on the citation. */
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

/** Cites the passages in the chosen memo. Returns the error, or null. */
export const citeIn = async (memoId: MemoId, passageIds: readonly PassageId[]): Promise<AppError | null> => {
  const input = { memoId, passageIds: [...passageIds] };
  const answer = await act(memoCitePassages, input, { saysFailure: true });
  if (!answer.ok) return answer.error;
  useLastMemo.setState({ memoId });
  const { added, referenceNumber, translated } = answer.value;
  sayCited(memoId, { asked: passageIds.length, added, memoName: referenceNumber, translated });
  return null;
};

type CitePickerProps = { readonly passageIds: readonly PassageId[]; readonly close: () => void };

/** Asks for the memo in which to cite passages. */
const CitePicker = ({ passageIds, close }: CitePickerProps) => {
  const { length } = passageIds;
  const pick = async (memoId: MemoId): Promise<void> => {
    const error = await citeIn(memoId, passageIds);
    if (error !== null) sayError(error);
  };
  return (
    <PickMemo
      title={`Cite ${length === 1 ? 'the passage' : printCount(length, 'passage')} in a memo`}
      from={{ kind: 'passages', passageIds: [...passageIds] }}
      onPick={(memoId) => void pick(memoId)}
      onBegin={(memoId) => sayCited(memoId, { asked: length, added: length, memoName: 'the new memo' })}
      close={close}
    />
  );
};

const isGone = (error: AppError): boolean =>
  error.code === 'memo-is-sent' || (error.code === 'not-found' && error.what === 'memo');

/**
 * Cites the passages in the memo that was open last in this session; if there is none, or it is not a draft any more,
 * asks for one.
 */
export const citeInMemo = async (passageIds: readonly PassageId[]): Promise<void> => {
  if (passageIds.length === 0) return;
  const { memoId } = useLastMemo.getState();
  const error = memoId === null ? null : await citeIn(memoId, passageIds);
  if (memoId === null || (error !== null && isGone(error)))
    openDialog('cite', ({ close }) => <CitePicker passageIds={passageIds} close={close} />);
  else if (error !== null) sayError(error);
};
