import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { CornerUpRight } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Autocomplete, ListBox } from 'react-aria-components';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { memoList } from '#domain/contract/memo.ts';
import { padMove, padRead, padWrite } from '#domain/contract/pad.ts';
import type { Found } from '#domain/contract/search.ts';
import { newJudgementIdSchema, newMemoIdSchema, newTaskIdSchema } from '#domain/ids.ts';
import { liftCut, memoTitleOf, type PadTarget, taskTitleOf } from '#domain/pad/move-from-pad.ts';
import { type RichText, richTextToPlain } from '#domain/rich-text.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { runCommand, useCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { readNote } from '#renderer/editor/read-note.ts';
import { ErrorLine } from '#renderer/parts/ErrorLine.tsx';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { NoteSheet } from '#renderer/parts/note/NoteSheet.tsx';
import { useFoundRecords } from '#renderer/parts/record/use-found-records.ts';
import { OptionItem } from '#renderer/ui/choices/OptionItem.tsx';
import { focusPane } from '#renderer/ui/focus/focus-pane.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { ListFilter } from '#renderer/ui/ListFilter.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { SideSheet, type SideSheetProps } from '#renderer/ui/overlays/SideSheet.tsx';
import { useFirstOption } from '#renderer/ui/use-first-option.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { focusTarget, focusTargetElement } from '#renderer/window/focus-targets.ts';
import { currentRecord, recentRecords } from '#renderer/window/navigation.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { hidePad, showPad, usePadPane } from '#renderer/window/side-panes.ts';
import styles from './move.module.css';
import pickerStyles from './record-picker.module.css';

export type PadPaneProps = Required<Pick<SideSheetProps, 'covers'>>;

/** Shows and focuses the pad, or hides it if it has the focus. */
const toggle = (): void => {
  const hasFocus = focusTargetElement('pad')?.contains(document.activeElement) === true;
  if (hasFocus) hidePad();
  else showPad();
};

const toView = (): void => {
  const view = focusTargetElement('view');
  if (view !== undefined) focusPane(view);
};

/** The whole pad, the part that is moved out, and the rest. */
type PadPart = {
  readonly before: RichText;
  readonly moved: RichText;
  readonly left: RichText | null;
};

type Span = { readonly from: number; readonly to: number };

/** The selection; if it is empty, the list item or paragraph at the caret. */
const spanOf = ({ selection }: EditorState): Span | null => {
  if (!selection.empty) return { from: selection.from, to: selection.to };
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--)
    if (depth === 1 || $from.node(depth).type.name === 'listItem')
      return { from: $from.before(depth), to: $from.after(depth) };
  return null;
};

/** The part to move out of the pad; null if it is empty. */
export const partOfPad = ({ state }: Editor): PadPart | null => {
  const span = spanOf(state);
  if (span === null) return null;
  const before = readNote(state.doc.toJSON());
  const moved = readNote(state.doc.cut(span.from, span.to).toJSON());
  const left = readNote(state.tr.deleteRange(span.from, span.to).doc.toJSON());
  return before === null || moved === null ? null : { before, moved: liftCut(moved), left };
};

type MoveDialogProps = { readonly part: PadPart; readonly onClose: () => void };

/** Existing records that can take it: an article (into its note), and a memo that is a draft. */
const useAccepted = (): ((found: Found) => boolean) => {
  const { data: memos = [] } = useQuery(memoList, {});
  const written = new Set<string>(
    memos.filter(({ state }) => state === 'draft' || state === 'in-review').map(({ id }) => id),
  );
  return (found) =>
    found.kind === 'article' ||
    (found.kind === 'memo' && found.judgement === null && written.has(found.memoId));
};

const targetOf = (found: Found): PadTarget | null => {
  if (found.kind === 'article') return { kind: 'article', articleId: found.articleId };
  return found.kind === 'memo' ? { kind: 'memo', memoId: found.memoId } : null;
};

/** Asks where a part of the pad goes, and moves it there as one undo step. */
const MoveDialog = ({ part, onClose }: MoveDialogProps) => {
  const [error, setError] = useState<AppError | null>(null);
  const accepts = useAccepted();
  const move = async (to: PadTarget, name: string): Promise<void> => {
    const answer = await act(padMove, { ...part, to }, { saysFailure: true });
    if (!answer.ok) return setError(answer.error);
    onClose();
    sayUndoable(`Moved to ${name}`);
  };
  const taskTitle = taskTitleOf(part.moved);
  const title = memoTitleOf(part.moved);
  const newMemo = (): PadTarget => ({
    kind: 'new-memo',
    memoId: newId(newMemoIdSchema),
    judgementId: newId(newJudgementIdSchema),
    title,
  });
  const offers: readonly RecordOffer[] = [
    ...(taskTitle === null
      ? []
      : [
          {
            name: 'New task',
            run: () => void move({ kind: 'task', taskId: newId(newTaskIdSchema) }, 'a new task'),
          },
        ]),
    { name: 'New memo', detail: title, run: () => void move(newMemo(), 'a new memo') },
  ];
  return (
    <Dialog title="Move to…" isOpen isMedium onClose={onClose}>
      <p className={styles.moved}>{richTextToPlain(part.moved)}</p>
      {error !== null && <ErrorLine error={error} />}
      <RecordPicker
        label="Move to"
        placeholder="A new task or memo, an article’s note, a memo"
        offers={offers}
        names={{ article: 'Note on the article' }}
        accepts={accepts}
        onPick={(found) => {
          const to = targetOf(found);
          const isNote = found.kind === 'article';
          if (to !== null) void move(to, isNote ? `the note on “${found.title}”` : `“${found.title}”`);
        }}
      />
    </Dialog>
  );
};

/** The command that moves a part out of the pad, and its dialog. */
const useMove = (editorOf: () => Editor | null) => {
  const [part, setPart] = useState<PadPart | null>(null);
  const ask = async (): Promise<void> => {
    // The part is moved in the archive, so the last typing has to be written first.
    await flushAll();
    const editor = editorOf();
    const found = editor === null ? null : partOfPad(editor);
    if (found === null) sayHint('Put the cursor in a paragraph of the pad, or select text');
    else setPart(found);
  };
  useCommand('pad.move', () => void ask());
  const afterDialog = useAfterDialog(part !== null);
  const close = (): void => {
    // The pad's text changes as the dialog closes, which would lose the focus.
    afterDialog(() => focusTarget('pad'));
    setPart(null);
  };
  return part === null ? null : <MoveDialog part={part} onClose={close} />;
};

/** Letters typed while the pad is still loading: they are inserted once it has loaded. */
const useEarlyLetters = (editor: RefObject<Editor | null>) => {
  const letters = useRef('');
  return {
    /** Keeps a letter that the pane received before its editor was there. */
    take: (event: KeyboardEvent<HTMLElement>): void => {
      const isLetter = [...event.key].length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (editor.current !== null || event.target !== event.currentTarget || !isLetter) return;
      event.preventDefault();
      letters.current += event.key;
    },
    type: (standing: Editor): void => {
      const typed = letters.current;
      letters.current = '';
      if (typed !== '') standing.chain().focus('end').insertContent({ type: 'text', text: typed }).run();
    },
  };
};

/** Text of the pad that is not saved and read back yet; null if there is none. */
let onItsWay: { readonly note: RichText | null } | null = null;

const savePad = async (note: RichText | null, editId: string): Promise<void> => {
  const written = { note };
  onItsWay = written;
  await act(padWrite, { note, editId });
  await request(padRead, {});
  if (onItsWay === written) onItsWay = null;
};

const OpenPad = ({ covers, asked }: PadPaneProps & { readonly asked: number }) => {
  const { data, error } = useQuery(padRead, {});
  // A pad that is reopened at once starts with what was just typed, not with the last answer.
  const note = onItsWay === null ? data?.note : onItsWay.note;
  const editor = useRef<Editor | null>(null);
  const early = useEarlyLetters(editor);
  const moveDialog = useMove(() => editor.current);
  const moveKeys = usePrintedKey('pad.move');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking takes the focus
  useEffect(() => focusTarget('pad'), [asked]);
  return (
    <SideSheet
      label="Scratch pad"
      covers={covers}
      asked={asked}
      elsewhere={toView}
      onClose={hidePad}
      onKey={early.take}
    >
      <NoteSheet
        title="Scratch pad"
        label="Scratch pad"
        focusKey="pad"
        note={note}
        placeholder="Jot down anything that belongs to no article"
        onSave={savePad}
        onClose={hidePad}
        onEditor={(standing) => {
          editor.current = standing;
          if (standing !== null) early.type(standing);
        }}
        acts={
          <IconButton
            icon={CornerUpRight}
            label="Move to…"
            keys={moveKeys}
            onPress={() => runCommand('pad.move')}
          />
        }
      >
        {error !== undefined && <ErrorLine error={error} />}
      </NoteSheet>
      {moveDialog}
    </SideSheet>
  );
};

/** The scratch pad of the archive, beside any view. */
export const PadPane = ({ covers }: PadPaneProps) => {
  const { isShown, asked } = usePadPane();
  useCommand('view.pad', toggle);
  return isShown ? <OpenPad covers={covers} asked={asked} /> : null;
};

const MOST = { found: 40, recent: 8 };
const MOST_TYPED = 500;

/** Further choices beside the records of the archive, such as creating one. */
type RecordOffer = { readonly name: string; readonly detail?: string; readonly run: () => void };

type RecordPickerProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly offers?: readonly RecordOffer[];
  /** The name of the target by kind of record, if it is not the record itself: an article's note. */
  readonly names?: Partial<Readonly<Record<Found['kind'], string>>>;
  /** Whether that record can be picked. */
  readonly accepts: (found: Found) => boolean;
  readonly onPick: (found: Found) => void;
};

const kindNames: Readonly<Record<Found['kind'], string>> = {
  article: 'Article',
  memo: 'Memo',
  pad: 'Scratch pad',
  passage: 'Passage',
  tag: 'Tag',
  source: 'Source',
  event: 'Event',
  board: 'Board',
};

/** The current record, and the recent ones. */
const openedRecords = () => [...[currentRecord()].filter((record) => record !== null), ...recentRecords()];

type Row = RecordOffer & { readonly id: string };

/** A dialog to pick a record of the archive by its words, with ↑ ↓ and Enter or a press. */
const RecordPicker = (props: RecordPickerProps) => {
  const { label, placeholder, offers = [], names = {}, accepts, onPick } = props;
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const wanted = text.trim().slice(0, MOST_TYPED);
  const [places] = useState(openedRecords);
  const { found, isCurrent } = useFoundRecords(wanted, places, MOST);
  useFirstOption(field, text, isCurrent);
  const rows: readonly Row[] = [
    ...matchNames(offers, wanted, ({ name }) => [name]).map((offer) => ({ ...offer, id: offer.name })),
    ...found.filter(accepts).map((record, at) => ({
      id: `${at} ${record.kind} ${record.title}`,
      name: record.title,
      detail: [names[record.kind] ?? kindNames[record.kind], record.detail].filter(Boolean).join(' · '),
      run: () => onPick(record),
    })),
  ];
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <ListFilter label={label} placeholder={placeholder} input={field} looks="framed" autoFocus />
      <ListBox
        aria-label={label}
        className={joinClasses(pickerStyles.options)}
        items={rows}
        selectionMode="none"
        renderEmptyState={() => (
          <p className={pickerStyles.nothing}>
            {isCurrent && `Nothing matches “${wanted}”. Try fewer words.`}
          </p>
        )}
        onAction={(key) => rows.find(({ id }) => id === key)?.run()}
      >
        {({ run, ...row }) => <OptionItem {...row} />}
      </ListBox>
    </Autocomplete>
  );
};
