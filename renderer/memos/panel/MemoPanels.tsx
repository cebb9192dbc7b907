import type { Editor } from '@tiptap/core';
import { ListTree } from 'lucide-react';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { MemoFinding } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import type { WrittenPlace } from '#domain/memo/round/carry-places.ts';
import { useCommands } from '#renderer/commands/commands.ts';
import { showRestsOn } from '#renderer/parts/graph/GraphDrawer.tsx';
import type { SidePanelState } from '#renderer/parts/use-side-panel.ts';
import { Tabs } from '#renderer/ui/collections/Tabs.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { SidePanel } from '#renderer/ui/panes/SidePanel.tsx';
import { focusTarget, useFocusTarget } from '#renderer/window/focus-targets.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { ChecksPanel } from '../checks/ChecksPanel.tsx';
import type { StateReason } from '../checks/FindingItem.tsx';
import { countOpen, toldWhileWriting } from '../checks/finding-groups.ts';
import type { Uses } from '../citations/count-uses.ts';
import { OutlinePanel } from '../outline/OutlineTree.tsx';
import { FullPreview, PreviewPanel } from '../preview/PreviewPanel.tsx';
import { ReviewPanel } from '../review/ReviewPanel.tsx';
import type { Review } from '../review/use-review.ts';
import type { Preview } from '../state/use-proof.ts';
import { judgementAtCaret } from '../trail/TrailPanel.tsx';
import { PassagesPanel, type PassagesPanelProps } from './PassagesPanel.tsx';

/** From this width on, text, outline and both panes all keep their widths. */
const sideBySide = '(min-width: 2300px)';

const watchRoom = (listener: () => void): (() => void) => {
  const query = matchMedia(sideBySide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether Passages and Preview fit side by side. */
const useHasRoom = (): boolean => useSyncExternalStore(watchRoom, () => matchMedia(sideBySide).matches);

type TabId = 'outline' | 'passages' | 'preview' | 'checks' | 'review' | 'trail';

export type MemoPanelsProps = {
  readonly memoId: MemoId;
  /** Whether it is shown beside the memo; the memo's bar toggles that. */
  readonly panel: SidePanelState;
  readonly uses: Uses;
  readonly preview: Preview;
  readonly editor: Editor;
  readonly findings: readonly MemoFinding[] | undefined;
  readonly onCite: PassagesPanelProps['onCite'];
  readonly onGoTo: (finding: MemoFinding) => void;
  /** Cites the quotation of a finding. */
  readonly onCiteQuote: (finding: MemoFinding) => void;
  /** Null if the memo was sent. */
  readonly onState: StateReason | null;
  readonly trail: ReactNode;
  readonly review: Review;
  readonly onRemark: (place: WrittenPlace) => void;
};

const tabsOf = (
  {
    memoId,
    uses,
    preview,
    editor,
    findings,
    onCite,
    onGoTo,
    onCiteQuote,
    onState,
    ...others
  }: MemoPanelsProps,
  leaveFor: SidePanelState['leaveFor'],
) => ({
  review: {
    id: 'review' as const,
    name: others.review.remarks.length === 0 ? 'Review' : `Review ${others.review.open}`,
    content: <ReviewPanel review={others.review} isReadOnly={onCite === null} onPlace={others.onRemark} />,
  },
  trail: { id: 'trail' as const, name: 'Trail', content: others.trail },
  outline: {
    id: 'outline' as const,
    // Six names would not fit on one line of a narrow pane.
    name: (
      <span title="Outline">
        <ListTree size={15} strokeWidth={1.75} role="img" aria-label="Outline" />
      </span>
    ),
    content: <OutlinePanel editor={editor} isReadOnly={onCite === null} leaveFor={leaveFor} />,
  },
  passages: {
    id: 'passages' as const,
    name: 'Passages',
    content: <PassagesPanel uses={uses.passages} citedArticles={uses.articles} onCite={onCite} />,
  },
  preview: {
    id: 'preview' as const,
    name: 'Preview',
    content: <PreviewPanel preview={preview} editor={editor} onLeave={leaveFor} />,
  },
  checks: {
    id: 'checks' as const,
    name: findings === undefined ? 'Checks' : `Checks ${countOpen(toldWhileWriting(findings))}`,
    content: (
      <ChecksPanel {...{ memoId, findings, onGoTo, onState }} onCite={onCite === null ? null : onCiteQuote} />
    ),
  },
});

/** Acts that continue in the text need it visible: a drawer closes first. Stable while its arguments are. */
const useInText = <Args extends readonly unknown[]>(
  leaveFor: SidePanelState['leaveFor'],
  act: (...args: Args) => void,
): ((...args: Args) => void) => useCallback((...args: Args) => leaveFor(() => act(...args)), [leaveFor, act]);

const citeNothing: NonNullable<PassagesPanelProps['onCite']> = () => undefined;

/** Right of the memo, or over its edge: the passages to cite, the PDF preview, and the findings. */
export const MemoPanels = (props: MemoPanelsProps): ReactNode => {
  const hasRoom = useHasRoom();
  const { isShown, setIsShown, leaveFor } = props.panel;
  const [selected, setSelected] = useViewState<TabId>('memo.panel', 'passages');
  const beside = useFocusTarget('memo-beside');
  const show = (tab: TabId): void => {
    // Rendered synchronously: the previous tab's content would take the focus, and disappear with it.
    flushSync(() => {
      setIsShown(true);
      setSelected(tab);
    });
    focusTarget('memo-beside');
  };
  useCommands({
    'pane.margin': () => setIsShown(!isShown),
    'memo.outline': () => show('outline'),
    'memo.passages': () => show('passages'),
    'memo.beside': () => show('preview'),
    'memo.checks': () => show('checks'),
    'memo.trail': () => show('trail'),
    'memo.judgement-rests-on': () => {
      const judgementId = judgementAtCaret(props.editor);
      if (judgementId === null) sayHint('Put the cursor in a judgement first');
      else showRestsOn({ kind: 'judgement', memoId: props.memoId, judgementId });
    },
    'memo.review': () => {
      setIsShown(true);
      setSelected('review');
      if (props.review.composing === null) focusTarget('memo-review');
    },
  });
  const inText = useInText(leaveFor, props.onCite ?? citeNothing);
  const onCite = props.onCite === null ? null : inText;
  const onGoTo = useInText(leaveFor, props.onGoTo);
  const onRemark = useInText(leaveFor, props.onRemark);
  const { outline, passages, preview, checks, review, trail } = tabsOf(
    { ...props, onCite, onGoTo, onRemark },
    leaveFor,
  );
  const tabs = hasRoom
    ? [passages, checks, review, trail, outline]
    : [passages, preview, checks, review, trail, outline];
  const shown = hasRoom && selected === 'preview' ? 'passages' : selected;
  return (
    <>
      <FullPreview preview={props.preview} editor={props.editor} />
      <SidePanel label="Beside the memo" isShown={isShown} onClose={() => setIsShown(false)} isWide>
        <Tabs
          label="Beside the memo"
          isPane
          tabs={tabs}
          selected={shown}
          onSelect={setSelected}
          contentRef={beside}
        />
      </SidePanel>
      {hasRoom && isShown && (
        <Panel label="Preview of the memo" kind="side" isWide>
          {preview.content}
        </Panel>
      )}
    </>
  );
};
