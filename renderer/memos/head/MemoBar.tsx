import { ChevronLeft, FileOutput, PanelRight } from 'lucide-react';
import type { Memo, MemoHead } from '#domain/memo/memo.ts';
import { isOpenState, openStates } from '#domain/memo/sent/sent-state.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { memoActs } from '#renderer/commands/context-menu.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { memoStateNames } from '#renderer/parts/memo/memo-state-names.ts';
import { ActsButton } from '#renderer/parts/menu/ActsButton.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { goTo } from '#renderer/window/navigation.ts';
import type { Preview } from '../state/use-proof.ts';
import styles from './head.module.css';

const stateOptions = openStates.map((id) => ({ id, name: memoStateNames[id] }));

const pagesWords = ({ made, error }: Preview): string => {
  if (error !== null) return errorWords(error).title;
  if (made === null) return '';
  return made.pages === 1 ? '1 page ✓' : printCount(made.pages, 'page');
};

export type MemoBarProps = {
  readonly memo: Memo;
  /** As it is typed, which may be ahead of what is on the disk. */
  readonly head: MemoHead;
  readonly preview: Preview;
  readonly onExport: () => void;
};

/** Where what stands beside the memo is a drawer, a hand on the mouse needs a way to it. */
const PanelButton = () => {
  const isNarrow = useWindowWidth() === 'narrow';
  const keys = usePrintedKey('pane.margin');
  return isNarrow ? (
    <IconButton
      icon={PanelRight}
      label="Beside the memo"
      keys={keys}
      onPress={() => runCommand('pane.margin')}
    />
  ) : null;
};

/** What the memo is at a glance, and the act that it is for. */
export const MemoBar = ({ memo, head, preview, onExport }: MemoBarProps) => (
  <div className={styles.bar}>
    <IconButton icon={ChevronLeft} label="All memos" onPress={() => goTo({ view: 'memos', memoId: null })} />
    <span className={styles.reference}>{head.referenceNumber}</span>
    {head.marking !== null && <MarkingSign marking={head.marking} />}
    {isOpenState(memo.state) ? (
      <Select
        label="State"
        isLabelHidden
        isBare
        options={stateOptions}
        value={memo.state}
        onChange={(state) => void act('memo:set-state', { memoId: memo.id, state })}
      />
    ) : (
      <Badge tone={memo.state === 'sent' ? 'plain' : 'warn'}>{memoStateNames[memo.state]}</Badge>
    )}
    <span className={styles.pages} role="status" data-has-failed={preview.error !== null}>
      {pagesWords(preview)}
    </span>
    <ActsButton acts={memoActs} label="More for this memo" />
    <Button variant="primary" onPress={onExport}>
      <FileOutput size={14} aria-hidden /> Export…
    </Button>
    <PanelButton />
  </div>
);
