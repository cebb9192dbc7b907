import { EditorContent, useEditorState } from '@tiptap/react';
import { memo, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type MemoFinding, memoStateReason, type OpenMemo } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { Memo, MemoHead } from '#domain/memo/memo.ts';
import type { WrittenPlace } from '#domain/memo/round/carry-places.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import type { SidePanelState } from '#renderer/parts/use-side-panel.ts';
import { useSpelling } from '#renderer/parts/use-spelling.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { useIsSlow } from '#renderer/ui/signs/progress.tsx';
import { useDialog } from '#renderer/window/dialogs.tsx';
import { takeBegun } from '#renderer/window/last-memo.ts';
import { useWindowTitle } from '#renderer/window/use-window-title.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { useCiteQuotation } from './checks/cite-quotation.ts';
import type { StateReason } from './checks/FindingItem.tsx';
import { CitationCard } from './citations/CitationCard.tsx';
import { CitationMenu } from './citations/CitationMenu.tsx';
import { countUses } from './citations/count-uses.ts';
import styles from './editor/editor.module.css';
import { goToFinding, useGoToCitation, useGoToJudgement } from './editor/go-to-place.ts';
import { useNextMisspelling } from './editor/next-misspelling.ts';
import {
  useBoardCommand,
  useFigureCommands,
  useStructureCommands,
  useTableCommands,
} from './editor/use-block-commands.ts';
import { type MemoEditing, useMemoEditor } from './editor/use-memo-editor.ts';
import { ExportDialog, type ExportDialogProps } from './export/ExportDialog.tsx';
import { FormatBar } from './FormatBar.tsx';
import { cancelFigure } from './figure/add-figure.ts';
import figureStyles from './figure/figure.module.css';
import { MemoFind } from './find/MemoFind.tsx';
import { HeadLine } from './head/HeadLine.tsx';
import headStyles from './head/head.module.css';
import { MemoBar } from './head/MemoBar.tsx';
import { MemoHeadFields, type MemoHeadFieldsProps } from './head/MemoHeadFields.tsx';
import { relabelSections } from './head/relabel-sections.ts';
import { citePassage } from './inline-menu/find-passages.ts';
import { InlineMenuList } from './inline-menu/InlineMenuList.tsx';
import { LinkMenu } from './links/LinkMenu.tsx';
import { useMemoCommands } from './list/use-memo-commands.ts';
import { NoteBox } from './notes/NoteBox.tsx';
import { MemoOutline } from './outline/MemoOutline.tsx';
import { MemoPanels } from './panel/MemoPanels.tsx';
import type { PassagesPanelProps } from './panel/PassagesPanel.tsx';
import { AnswerSheet } from './review/AnswerSheet.tsx';
import { ReviewBanner } from './review/ReviewBanner.tsx';
import { goToWritten } from './review/show-remarks.ts';
import { useReview } from './review/use-review.ts';
import { EvidenceBanner, SentBanner } from './sent/SentBanner.tsx';
import { useKeepingCommands } from './sent/use-keeping-commands.ts';
import { enter } from './state/citation-book.ts';
import type { MemoStore } from './state/memo-store.ts';
import type { MemoSaving } from './state/use-memo-session.ts';
import { type Proof, useProof } from './state/use-proof.ts';
import { TableMenu } from './table/TableMenu.tsx';
import { TrailPanel } from './trail/TrailPanel.tsx';

export type MemoEditorProps = {
  readonly opened: OpenMemo;
  readonly saving: MemoSaving;
  /** 1 when the memo was just opened, higher after an undo or redo has changed it. */
  readonly revision: number;
  /** The panel beside it. */
  readonly panel: SidePanelState;
};

/**
 * If a memo was just begun, or is opened while nothing has the focus, its text gets it. A dialog returns the focus to
 * its button a frame later, unless the text has it by then.
 */
const useFirstFocus = ({ editor }: MemoEditing, memoId: MemoId, revision: number): void =>
  useEffect(() => {
    if (revision === 1 && (takeBegun(memoId) || isFocusLost())) editor.commands.focus('start');
  }, [editor, memoId, revision]);

/** The open record follows the disk, except its text, which the editor holds. */
const useOpenProof = (opened: OpenMemo, { book, store }: MemoEditing, saving: MemoSaving): Proof => {
  const proof = useProof(opened.memo.id, opened, saving);
  const { citations, terms } = proof.open;
  useEffect(() => enter(book, citations), [book, citations]);
  useEffect(() => store.setState({ terms }), [store, terms]);
  return proof;
};

type HeadProps = MemoHeadFieldsProps & { readonly isReadOnly: boolean };

const HeadOf = ({ isReadOnly, ...props }: HeadProps) =>
  isReadOnly ? (
    <header className={headStyles.head}>
      <p className={headStyles.title} dir="auto" aria-hidden>
        {props.head.title}
      </p>
      <HeadLine head={props.head} onOpen={null} />
    </header>
  ) : (
    <MemoHeadFields {...props} />
  );

/** Acts on the memo as a whole; returns whether it is read-only because it was sent. */
const useKeeping = (
  editing: MemoEditing,
  { id, state, supersedesId }: Memo,
  head: MemoHead,
  saving: MemoSaving,
) => {
  useMemoCommands({ id, state, referenceNumber: head.referenceNumber, for: head.for }, supersedesId !== null);
  const isReadOnly = isSent({ state });
  useEffect(() => {
    editing.store.setState({ isReadOnly });
    // Extensions compute their attributes when the state is set.
    editing.editor.view.updateState(editing.editor.state);
  }, [editing, isReadOnly]);
  useKeepingCommands(editing, id, saving);
  useTableCommands(editing, isReadOnly);
  useFigureCommands(editing, isReadOnly);
  useStructureCommands(editing.editor, isReadOnly);
  useNextMisspelling(editing.editor, editing.store, isReadOnly);
  useBoardCommand(editing.editor, id);
  useGoToJudgement(editing, id);
  useGoToCitation(editing, id);
  return isReadOnly;
};

type MemoFloatsProps = { readonly memoId: MemoId; readonly editing: MemoEditing };

/** Progress of re-encoding a large picture, with Cancel: the memo then stays as it is. */
const FigureProgress = ({ store }: { readonly store: MemoStore }) => {
  const job = useStore(store, ({ figureJob }) => figureJob);
  const isSlow = useIsSlow(job !== null);
  if (!isSlow || job === null) return null;
  return (
    <div className={joinClasses('float', figureStyles.progress)} role="status">
      <span className="clipped">Inserting {job.fileName}…</span>
      <Button isSmall onPress={() => cancelFigure(store)}>
        Cancel
      </Button>
    </div>
  );
};

/** Floating parts over the text of the memo: lists while typing, and details of a citation or a link. */
const MemoFloats = memo(({ memoId, editing: { editor: memo, book, menu, store } }: MemoFloatsProps) => {
  // Acts on words apply where one is writing: in the open footnote, or in the memo.
  const note = useStore(store, ({ noteEditor }) => noteEditor);
  const editor = note ?? memo;
  return (
    <>
      <NoteBox editing={{ memo, book, menu, store }} />
      <InlineMenuList menu={menu} />
      <CitationMenu key={`menu ${note === null}`} memoId={memoId} editor={editor} book={book} store={store} />
      <CitationCard editor={editor} book={book} />
      <LinkMenu editor={editor} store={store} />
      <TableMenu editor={memo} store={store} />
      <FigureProgress store={store} />
      <FormatBar editor={editor} store={store} menu={menu} />
    </>
  );
});

type SheetProps = Pick<HeadProps, 'template' | 'head' | 'isReadOnly' | 'onChange'> & {
  readonly memoId: MemoId;
  readonly editing: MemoEditing;
  readonly saving: MemoSaving;
};

/** The head and the text in one column, rendered again only if one of the two changes. */
const Sheet = memo(({ memoId, template, editing, saving, head, isReadOnly, onChange }: SheetProps) => (
  <div className={styles.sheet}>
    <MemoOutline editor={editing.editor} isReadOnly={isReadOnly} as="strokes" />
    <div ref={useViewScroll(`memo ${memoId}`)} className={styles.scroll}>
      <div className={styles.page}>
        <h1 className="visually-hidden">{head.title}</h1>
        <HeadOf
          template={template}
          store={editing.store}
          head={head}
          isReadOnly={isReadOnly}
          onChange={onChange}
          onLeave={() => void saving.flush()}
        />
        <EditorContent
          editor={editing.editor}
          className={joinClasses(styles.text, head.numbersParagraphs === true && styles.numbered)}
          dir={textDirection('', head.language)}
        />
      </div>
    </div>
  </div>
));

/** A memo being written: head and text, beside them its evidence, its preview, and its findings. */
export const MemoEditor = ({ opened, saving, revision, panel }: MemoEditorProps) => {
  const { id: memoId } = opened.memo;
  const [head, setHead] = useState<MemoHead>(opened.memo.head);
  const editing = useMemoEditor(opened.memo, opened.citations, head, saving);
  const { editor, book } = editing;
  const proof = useOpenProof(opened, editing, saving);
  const { open: latest, findings, preview } = proof;
  useFirstFocus(editing, memoId, revision);
  useSpelling(isSent(latest.memo) ? null : head.language);
  const uses = useEditorState({ editor, selector: countUses });

  const cite = useCallback<NonNullable<PassagesPanelProps['onCite']>>(
    (row, shape) => void citePassage(editor, { book, store: editing.store }, row, { shape }),
    [editor, book, editing.store],
  );
  const goToPlace = useCallback((finding: MemoFinding) => goToFinding(editing, finding), [editing]);
  const stateReason = useCallback<StateReason>(
    async (finding, reason) => {
      await saving.flush();
      await act(memoStateReason, { memoId, finding, reason });
    },
    [saving, memoId],
  );
  const exportMemo = useExportCommand({
    ...{ memo: latest.memo, head, tasks: latest.tasks, findings, saving },
    onGoTo: goToPlace,
  });
  const isReadOnly = useKeeping(editing, latest.memo, head, saving);
  const review = useReview(memoId, editing, saving, isReadOnly);
  const goToRemark = useCallback((place: WrittenPlace) => goToWritten(editor, place), [editor]);
  const { template } = opened.memo;
  const changeHead = useCallback(
    (next: MemoHead): void => {
      if (next.language !== head.language) relabelSections(editor, template, head.language, next.language);
      setHead(next);
      saving.change({ head: next });
    },
    [saving, editor, template, head.language],
  );
  useNumberingCommand(head, changeHead, isReadOnly);
  useWindowTitle(`${head.referenceNumber} ${head.title}`);

  return (
    <>
      <MemoOutline editor={editor} isReadOnly={isReadOnly} as="column" />
      <Panel
        label={`Memo ${head.referenceNumber}`}
        kind="page"
        header={<MemoBar {...{ proof, head, editing }} isPanelShown={panel.isShown} onExport={exportMemo} />}
      >
        <MemoFind editor={editor} book={book} isReadOnly={isReadOnly} />
        <SentBanner memo={latest.memo} lineage={latest.lineage} />
        <ReviewBanner memo={latest.memo} />
        <EvidenceBanner memo={latest.memo} citations={latest.citations} />
        <Sheet
          {...{ memoId, editing, head, isReadOnly, saving }}
          template={latest.memo.template}
          onChange={changeHead}
        />
        <MemoFloats memoId={memoId} editing={editing} />
      </Panel>
      <MemoPanels
        memoId={memoId}
        panel={panel}
        uses={uses}
        preview={preview}
        editor={editor}
        findings={findings}
        onCite={isReadOnly ? null : cite}
        onGoTo={goToPlace}
        onCiteQuote={useCiteQuotation(editing, memoId, findings)}
        onState={isReadOnly ? null : stateReason}
        review={review}
        onRemark={goToRemark}
        trail={<TrailPanel memoId={memoId} editor={editor} />}
      />
      <AnswerSheet memoId={memoId} head={head} review={review} />
    </>
  );
};

/** Answers the command that exports the open memo: pending edits are saved first. */
const useExportCommand = ({ onGoTo, ...exported }: Omit<ExportDialogProps, 'onClose'>): (() => void) => {
  const open = useDialog('export-memo', ({ close, closeThen }) => (
    <ExportDialog {...exported} onGoTo={(finding) => closeThen(() => onGoTo(finding))} onClose={close} />
  ));
  const exportMemo = (): void => void exported.saving.flush().then(open);
  useCommand('memo.export', exportMemo);
  return exportMemo;
};

/** Answers the command that turns paragraph numbers of the open memo on or off. */
const useNumberingCommand = (head: MemoHead, onChange: (head: MemoHead) => void, isReadOnly: boolean): void =>
  useCommand(
    'format.number-paragraphs',
    () => onChange({ ...head, numbersParagraphs: head.numbersParagraphs !== true }),
    !isReadOnly,
  );
