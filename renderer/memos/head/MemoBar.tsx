import type { Editor } from '@tiptap/core';
import { ChevronLeft, FileOutput, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { memoSetState } from '#domain/contract/memo.ts';
import { holdsStill, sayEvidence } from '#domain/memo/citations/standing-words.ts';
import { readingMinutes } from '#domain/memo/document/count-printed-words.ts';
import type { MemoHead } from '#domain/memo/memo.ts';
import { isOpenState, openStates } from '#domain/memo/sent/sent-state.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { memoActs } from '#renderer/commands/context-menu.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { memoStateNames } from '#renderer/parts/memo/memo-names.ts';
import { ActsButton } from '#renderer/parts/menu/ActsButton.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import type { CitationBook } from '../state/citation-book.ts';
import type { Preview, Proof } from '../state/use-proof.ts';
import styles from './head.module.css';
import { useSelectedWords } from './use-selected-words.ts';

const stateOptions = openStates.map((id) => ({ id, name: memoStateNames[id] }));

const pagesWords = ({ made, error }: Preview): string => {
  if (error !== null) return errorWords(error).title;
  if (made === null) return '';
  return made.pages === 1 ? '1 page ✓' : printCount(made.pages, 'page');
};

type CountsProps = Pick<MemoBarProps, 'proof' | 'head' | 'editing'>;

/** Its length and evidence; on a short bar they are cut, with the full text in a tooltip. */
const Counts = ({ proof: { open, words, preview, findings }, head, editing }: CountsProps) => {
  const selected = useSelectedWords(editing.editor, editing.book, head.language);
  const { citations } = open;
  const pages = pagesWords(preview);
  const hasWords = words !== undefined && words > 0;
  const changedLines = findings?.filter(({ place }) => place.kind === 'event').length ?? 0;
  const evidence = sayEvidence(citations, changedLines);
  return (
    <span className={styles.counts}>
      <span role="status" data-warns={preview.error !== null}>
        {pages}
      </span>
      {hasWords && (
        <>
          {pages !== '' && ' · '}
          <span title={`${readingMinutes(words)} min to read`}>
            {selected === null
              ? printCount(words, 'word')
              : `${selected.toLocaleString('en-GB')} of ${printCount(words, 'word')}`}
          </span>
        </>
      )}
      {evidence !== '' && (
        <>
          {(pages !== '' || hasWords) && ' · '}
          <span data-warns={changedLines > 0 || !citations.every(holdsStill)}>{evidence}</span>
        </>
      )}
    </span>
  );
};

export type MemoBarProps = {
  readonly proof: Proof;
  /** As typed, which may be ahead of the disk. */
  readonly head: MemoHead;
  readonly editing: { readonly editor: Editor; readonly book: CitationBook };
  readonly isPanelShown: boolean;
  readonly onExport: () => void;
};

/** The memo's key facts, its main act, and the switch for the panel. */
export const MemoBar = ({ proof, head, editing, isPanelShown, onExport }: MemoBarProps) => {
  const { memo } = proof.open;
  const keys = usePrintedKey('pane.margin');
  return (
    <div className={styles.bar}>
      <IconButton
        icon={ChevronLeft}
        label="All memos"
        onPress={() => goTo({ view: 'memos', memoId: null })}
      />
      <span className={styles.reference}>{head.referenceNumber}</span>
      {isOpenState(memo.state) ? (
        <Select
          label="State"
          isLabelHidden
          isBare
          options={stateOptions}
          value={memo.state}
          onChange={(state) => void act(memoSetState, { memoId: memo.id, state })}
        />
      ) : (
        <Badge tone={memo.state === 'sent' ? 'plain' : 'warn'}>{memoStateNames[memo.state]}</Badge>
      )}
      <Counts proof={proof} head={head} editing={editing} />
      <ActsButton acts={memoActs} label="More for this memo" />
      <Button variant="primary" onPress={onExport}>
        <FileOutput size={14} aria-hidden /> Export…
      </Button>
      <IconButton
        icon={isPanelShown ? PanelRightClose : PanelRightOpen}
        label="Beside the memo"
        keys={keys}
        aria-expanded={isPanelShown}
        onPress={() => runCommand('pane.margin')}
      />
    </div>
  );
};
