import { useEffect } from 'react';
import type { MemoId } from '#domain/ids.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useSidePanel } from '#renderer/parts/use-side-panel.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { rememberMemo } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { MemoList } from './list/MemoList.tsx';
import { MemoEditor } from './MemoEditor.tsx';
import { useMemoSession } from './state/use-memo-session.ts';

/** One memo, or why it can't be opened. */
const MemoPage = ({ memoId }: { readonly memoId: MemoId }) => {
  const session = useMemoSession(memoId);
  const panel = useSidePanel('memo');
  useEffect(() => rememberMemo(memoId), [memoId]);
  if (session.state === 'open') {
    // The memo on the disk has replaced what was shown: everything starts over with it. A drawer stays open.
    return <MemoEditor key={session.revision} {...session} panel={panel} />;
  }
  if (session.state === 'opening')
    return (
      <Panel label="Memo" kind="page">
        {null}
      </Panel>
    );
  const { title, text } = errorWords(session.error);
  return (
    <Panel label="Memo" kind="page">
      <EmptyState
        title={title}
        actions={<Button onPress={() => goTo({ view: 'memos', memoId: null })}>All memos</Button>}
      >
        {text}
      </EmptyState>
    </Panel>
  );
};

/** All memos, or the open one. */
export const MemosView = ({ memoId }: { readonly memoId: MemoId | null }) =>
  memoId === null ? <MemoList /> : <MemoPage key={memoId} memoId={memoId} />;
