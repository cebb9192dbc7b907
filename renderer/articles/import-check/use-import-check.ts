import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { alreadyHere } from '#domain/article/bibliography/provenance.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { OutputOf } from '#domain/contract/any-request.ts';
import type { DuplicateArticle } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  type ImportDraft,
  importDetach,
  importDrawMarks,
  importSeal,
  importSetEncoding,
  MOST_DRAWN_MARKS,
} from '#domain/contract/import.ts';
import { type CarryReport, carriedStates } from '#domain/passage/carried.ts';
import { sayMarksTaken, type TakenMark } from '#domain/passage/marks/pdf-mark.ts';
import { type MarkRow, rowsOfMarks } from '#domain/passage/marks/place-marks.ts';
import type { Result } from '#domain/result.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { act } from '#renderer/bridge/act.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { takeFollowing } from '#renderer/parts/article/imports.ts';
import { allMarks, type MarkChoice, rowsToDraw, takenOf } from '#renderer/parts/article/MarkList.tsx';
import { printDuplicateName, printSameness } from '#renderer/parts/article/print-duplicate.ts';
import { fieldNames, typedFields } from '#renderer/parts/read-field.ts';
import { goTo, moveTo } from '#renderer/window/navigation.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import {
  type CheckedBlock,
  leaveOutAll,
  linesAbout,
  type TitleLineKind,
  toBody,
  withTitleLine,
} from './blocks/cut-blocks.ts';
import { discardLater } from './discard-later.ts';
import { printAttached } from './print-attached.ts';
import { forgetCheck, keyOf, useSteps } from './use-steps.ts';
import { type TakenParts, useTakenParts } from './use-taken-parts.ts';

export type ImportCheckState = {
  readonly form: RefObject<HTMLFormElement | null>;
  /** As read and cut. */
  readonly blocks: readonly CheckedBlock[];
  readonly titleLine: TitleLineKind;
  readonly setTitleLine: (kind: TitleLineKind) => void;
  readonly bibliography: Bibliography;
  readonly marking: Marking | null;
  readonly parts: TakenParts;
  readonly marks: CheckedMarks;
  /** Whether there is anything to keep. */
  readonly canSeal: boolean;
  /** The name of the step that undo would reverse; null for none. */
  readonly undoName: string | null;
  /** The article with this text and the same provenance: then there is nothing to keep. Null once the text is cut. */
  readonly here: DuplicateArticle | null;
  readonly cut: (blocks: readonly CheckedBlock[]) => void;
  readonly undo: () => void;
  readonly correct: (change: Partial<Bibliography>) => Promise<boolean>;
  /** Fills in several fields as one undo step, and leaves out the pasted lines that stated them. */
  readonly fillIn: (changeOf: (bibliography: Bibliography) => Partial<Bibliography>) => void;
  readonly mark: (marking: Marking | null) => void;
  /** Reads the file again in another encoding; cuts of blocks that then differ are lost. */
  readonly setEncoding: (encoding: TextEncoding) => Promise<void>;
  /** Adopts the draft as read again, with the analyst's fields and cuts; returns how many cuts were lost. */
  readonly restart: (draft: ImportDraft) => number;
  /** Makes a new version a separate article, with the analyst's fields and cuts. */
  readonly detach: () => Promise<void>;
  readonly seal: () => Promise<void>;
  readonly discard: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
};

/**
 * What happened to the passages of the previous version, with a link to those in doubt; else which other articles have
 * the text.
 */
const saySealed = (
  sealed: OutputOf<typeof importSeal>,
  { format }: ImportDraft,
  { isLeftOut }: TakenParts,
  isHere: boolean,
): void => {
  if (isHere) {
    sayDone(`You already have this text. ${sayMarksTaken(sealed.marks)}`);
    return;
  }
  const { carried, duplicates, nearPublications } = sealed;
  const attached = printAttached(sealed.attached, format, isLeftOut ? 'alone' : 'with-it');
  const words = carried === null ? '' : printCarried(carried);
  const near = nearPublications.map((name) => ` New publication: “${name}” differs in spelling.`).join('');
  const marks = ` ${sayMarksTaken(sealed.marks)}`.trimEnd();
  if (carried === null || words === '') {
    const [first] = duplicates;
    const same =
      first === undefined ? '' : ` ${printSameness(first)} ${printDuplicateName(first)}: one origin.`;
    sayDone(`Kept. The text is now locked.${marks}${attached}${same}${near}`);
    return;
  }
  const isAllSettled = carried.moved + carried.changed + carried.ambiguous + carried.orphaned === 0;
  const openReview = { name: 'Review', run: () => goTo({ view: 'review' }) };
  sayDone(`Kept. Carried over: ${words}.${marks}${attached}`, isAllSettled ? null : openReview);
};

const toSeal = ({ taken, isLeftOut }: TakenParts) => ({ attached: [...taken], isLeftOut });

/** The undo name of a change of the bibliography. */
const nameOfChange = (change: Partial<Bibliography>): string => {
  const field = typedFields.find((each) => each in change);
  return field === undefined ? 'the change' : fieldNames[field].toLowerCase();
};

/** Whether the text differs from the draft's original, whose duplicates are known. */
const useIsCut = ({ body, leftOut }: ImportDraft, blocks: readonly CheckedBlock[]): boolean =>
  useMemo(() => {
    const left = toBody(blocks);
    return left === null || canonicalText(left) !== canonicalText(withoutLeftOut(body, leftOut));
  }, [body, leftOut, blocks]);

/** The form gets the key events of everything in it: only the event says where one was pressed. */
const isIn = (target: EventTarget, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** The fields in the order of the form, read from the DOM. */
const fieldsOf = (form: HTMLFormElement | null): readonly HTMLInputElement[] =>
  [...(form?.elements ?? [])].filter(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.type !== 'hidden',
  );

export const focusFirstEmpty = (form: HTMLFormElement | null): void => {
  fieldsOf(form)
    .find(({ value }) => value === '')
    ?.focus();
};

/**
 * Whether the displayed page can't be kept as it is: a field with an error then gets the focus, or the reason is
 * announced.
 */
const isHeldUp = (form: HTMLFormElement | null, body: ReturnType<typeof toBody>): boolean => {
  const invalid = fieldsOf(form).find((field) => field.getAttribute('aria-invalid') === 'true');
  if (invalid !== undefined) invalid.focus();
  else if (body === null) sayFailed('No text is left.', 'Keep at least one block, or discard the import.');
  return invalid !== undefined || body === null;
};

type Ends = { readonly discard: () => void; readonly seal: () => void };

const pressKey = (event: KeyboardEvent<HTMLFormElement>, { discard, seal }: Ends): void => {
  // An open list handles its own keys, and Enter on a button presses it.
  if (event.defaultPrevented || isIn(event.target, '[role="listbox"]')) return;
  if (event.key === 'Escape') discard();
  else if (
    event.key === 'Enter' &&
    !event.ctrlKey &&
    !event.metaKey &&
    !isIn(event.target, 'button, textarea')
  )
    seal();
};

/** A file marks its headings itself, singly or in bulk; pasted text does not. */
const useTitleLine = (draft: ImportDraft, blocks: readonly CheckedBlock[], title: string | null) => {
  const first = draft.format === 'clipboard' ? 'heading' : 'paragraph';
  const [titleLine, setTitleLine] = useViewState<TitleLineKind>(`${keyOf(draft)} title line`, first);
  return { titleLine, setTitleLine, keptBlocks: withTitleLine(blocks, title, titleLine) };
};

type Filled = Pick<ImportCheckState, 'blocks' | 'bibliography'>;

/** With fields filled in from the text. Pasted lines that state the same are then not paragraphs of it. */
const filledIn = (
  { format }: ImportDraft,
  { blocks, bibliography: now }: Filled,
  changeOf: (bibliography: Bibliography) => Partial<Bibliography>,
): Filled => {
  const bibliography = { ...now, ...changeOf(now) };
  const said = format === 'clipboard' ? linesAbout(blocks, bibliography.title) : [];
  return { bibliography, blocks: leaveOutAll(blocks, said) };
};

export const useImportCheck = (draft: ImportDraft): ImportCheckState => {
  const form = useRef<HTMLFormElement>(null);
  const isOver = useRef(false);
  useEffect(() => () => (isOver.current ? forgetCheck(draft) : undefined), [draft]);
  const { blocks, bibliography, latest, undoName, change, undo, restart } = useSteps(draft);
  const [marking, setMarking] = useViewState<Marking | null>(`${keyOf(draft)} marking`, draft.marking);
  const { draftId } = draft;
  const { keptBlocks, ...titled } = useTitleLine(draft, blocks, bibliography.title);
  const parts = useTakenParts(draft);
  const marks = useCheckedMarks(draft, keptBlocks);

  const seal = async (): Promise<void> => {
    const body = toBody(withTitleLine(blocks, latest().bibliography.title, titled.titleLine));
    if (!parts.isLeftOut && isHeldUp(form.current, body)) return;
    const kept = { body: body ?? draft.body, bibliography: latest().bibliography, marking };
    const sealed = { draftId, ...kept, ...toSeal(parts), marks: marks.taken };
    const answer = await act(importSeal, sealed);
    if (!answer.ok) return;
    saySealed(answer.value, draft, parts, findHere(kept.bibliography) !== null);
    // Back then leads to the place before the import.
    moveTo({ view: 'articles', articleId: answer.value.articleId });
    isOver.current = true;
    takeFollowing(draftId)?.(answer.value.articleId);
  };
  const correct = async (changed: Partial<Bibliography>): Promise<boolean> => {
    change({ bibliography: { ...latest().bibliography, ...changed } }, nameOfChange(changed));
    return true;
  };
  const readAgain = async (reading: Promise<Result<ImportDraft, AppError>>, endsButton: boolean) => {
    const answer = await reading;
    if (!answer.ok) return;
    restart(answer.value);
    // The button is gone, and the focus would be lost with it.
    if (endsButton) focusFirstEmpty(form.current);
  };
  const isCut = useIsCut(draft, keptBlocks);
  const findHere = (said: Bibliography) => (isCut ? null : alreadyHere(draft.duplicates, said));
  const canSealAs = (said: Bibliography): boolean =>
    parts.isLeftOut ? parts.taken.size > 0 : findHere(said) === null || marks.taken.length > 0;

  return {
    form,
    blocks,
    ...titled,
    bibliography,
    marking,
    parts,
    marks,
    canSeal: canSealAs(bibliography),
    undoName,
    undo,
    here: findHere(bibliography),
    cut: (next) => change({ blocks: next }, 'the last edit'),
    correct,
    fillIn: (changeOf) => change(filledIn(draft, latest(), changeOf), 'filling in from the text'),
    mark: setMarking,
    setEncoding: (encoding) =>
      readAgain(act(importSetEncoding, { draftId, encoding }), encoding === draft.encoding?.encoding),
    restart,
    detach: () => readAgain(act(importDetach, { draftId }), true),
    seal,
    discard: () => discardLater(draft),
    onKeyDown: (event) =>
      pressKey(event, {
        discard: () => discardLater(draft),
        seal: () => canSealAs(latest().bibliography) && void seal(),
      }),
  };
};

const words: Readonly<Record<keyof CarryReport, string>> = {
  unchanged: 'unchanged',
  nextToChange: 'next to a change',
  moved: 'moved',
  changed: 'changed',
  ambiguous: 'in several places',
  orphaned: 'not in the text',
};

/** A carry report in words, "8 unchanged, 1 changed"; empty if nothing was carried. */
const printCarried = (report: CarryReport): string =>
  carriedStates
    .filter((state) => report[state] > 0)
    .map((state) => `${report[state]} ${words[state]}`)
    .join(', ');

type CheckedMarks = {
  readonly rows: readonly MarkRow[];
  readonly choice: MarkChoice;
  readonly onChange: (choice: MarkChoice) => void;
  readonly taken: TakenMark[];
  readonly pictures: ReadonlyMap<number, string>;
};

/** Pictures of the marks whose words don't describe them, once they are drawn. */
const useMarkPictures = ({ draftId }: ImportDraft, rows: readonly MarkRow[]): ReadonlyMap<number, string> => {
  const wanted = rowsToDraw(rows, MOST_DRAWN_MARKS).join();
  const [pictures, setPictures] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    let isOver = false;
    const draw = async (): Promise<void> => {
      const drawn = await request(importDrawMarks, { draftId, at: wanted.split(',').map(Number) });
      if (drawn.ok && !isOver) setPictures(new Map(drawn.value.map(({ at, address }) => [at, address])));
    };
    if (wanted !== '') void draw();
    return () => {
      isOver = true;
    };
  }, [draftId, wanted]);
  return pictures;
};

/** The file's marks on the text as cut so far, and which of them are taken; stored with the check. */
const useCheckedMarks = (draft: ImportDraft, blocks: readonly CheckedBlock[]): CheckedMarks => {
  const [choice, onChange] = useViewState<MarkChoice>(`${keyOf(draft)} marks`, allMarks);
  const rows = useMemo(
    () => (draft.marks.length === 0 ? [] : rowsOfMarks(toBody(blocks) ?? draft.body, draft.marks)),
    [draft, blocks],
  );
  return { rows, choice, onChange, taken: takenOf(rows, choice), pictures: useMarkPictures(draft, rows) };
};
