import type { Editor } from '@tiptap/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { MemoFinding } from '#domain/contract/memo.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { Tabs } from '#renderer/ui/collections/Tabs.tsx';
import { useViewState } from '#renderer/window/view-state.ts';
import { ChecksPanel } from '../checks/ChecksPanel.tsx';
import type { StateReason } from '../checks/FindingItem.tsx';
import { countOpen, toldWhileWriting } from '../checks/finding-groups.ts';
import type { Uses } from '../citations/count-uses.ts';
import { FullPreview } from '../preview/FullPreview.tsx';
import { PreviewPanel } from '../preview/PreviewPanel.tsx';
import type { Preview } from '../use-review.ts';
import { PassagesPanel, type PassagesPanelProps } from './PassagesPanel.tsx';

const sideBySide = '(min-width: 1600px)';

const watchRoom = (listener: () => void): (() => void) => {
  const query = matchMedia(sideBySide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether Passages and Preview have room beside each other. */
const useHasRoom = (): boolean => useSyncExternalStore(watchRoom, () => matchMedia(sideBySide).matches);

type TabId = 'passages' | 'preview' | 'checks' | 'trail';

export type MemoPanelsProps = {
  readonly uses: Uses;
  readonly preview: Preview;
  readonly editor: Editor;
  readonly findings: readonly MemoFinding[] | undefined;
  readonly onCite: PassagesPanelProps['onCite'];
  readonly onGoTo: (finding: MemoFinding) => void;
  readonly onState: StateReason;
  readonly trail: ReactNode;
};

const tabsOf = ({ uses, preview, editor, findings, onCite, onGoTo, onState, trail }: MemoPanelsProps) => ({
  trail: { id: 'trail' as const, name: 'Trail', content: trail },
  passages: {
    id: 'passages' as const,
    name: 'Passages',
    content: <PassagesPanel uses={uses.passages} citedArticles={uses.articles} onCite={onCite} />,
  },
  preview: {
    id: 'preview' as const,
    name: 'Preview',
    content: <PreviewPanel preview={preview} editor={editor} />,
  },
  checks: {
    id: 'checks' as const,
    name: findings === undefined ? 'Checks' : `Checks (${countOpen(toldWhileWriting(findings))})`,
    content: <ChecksPanel findings={findings} onGoTo={onGoTo} onState={onState} />,
  },
});

/** Right of the memo: the passages it can cite, the PDF it becomes, and what the checks found. */
export const MemoPanels = (props: MemoPanelsProps): ReactNode => {
  const hasRoom = useHasRoom();
  const [isShown, setIsShown] = useViewState('memo.isPanelShown', true);
  const [selected, setSelected] = useViewState<TabId>('memo.panel', 'passages');
  useCommand('pane.margin', () => setIsShown(!isShown));
  useCommand('memo.trail', () => {
    setIsShown(true);
    setSelected('trail');
  });
  const fullPreview = <FullPreview preview={props.preview} editor={props.editor} />;
  if (!isShown) return fullPreview;
  const { passages, preview, checks, trail } = tabsOf(props);
  const tabs = hasRoom ? [passages, checks, trail] : [passages, preview, checks, trail];
  const shown = hasRoom && selected === 'preview' ? 'passages' : selected;
  return (
    <>
      {fullPreview}
      <Panel label="Beside the memo" kind="side" isWide={shown === 'preview'}>
        <Tabs label="Beside the memo" tabs={tabs} selected={shown} onSelect={setSelected} />
      </Panel>
      {hasRoom && (
        <Panel label="Preview of the memo" kind="side" isWide>
          {preview.content}
        </Panel>
      )}
    </>
  );
};
