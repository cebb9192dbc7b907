import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { alreadyHere } from '#domain/article/bibliography/provenance.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { DuplicateArticle } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ImportDraft, MOST_DRAWN_MARKS } from '#domain/contract/import.ts';
import type { Output } from '#domain/contract/requests.ts';
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
  /** As they were read and cut. */
  readonly blocks: readonly CheckedBlock[];
  readonly titleLine: TitleLineKind;
  readonly setTitleLine: (kind: TitleLineKind) => void;
  readonly bibliography: Bibliography;
  readonly marking: Marking | null;
  readonly parts: TakenParts;
  readonly marks: CheckedMarks;
  /** Whether there is something to seal. */
  readonly canSeal: boolean;
  /** What undo takes back; null for nothing. */
  readonly undoName: string | null;
  /** The article that has this text with the same provenance: then there is nothing to seal. Null of a cut text. */
  readonly here: DuplicateArticle | null;
  readonly cut: (blocks: readonly CheckedBlock[]) => void;
  readonly undo: () => void;
  readonly correct: (change: Partial<Bibliography>) => Promise<boolean>;
  /** Fills in several fields at once, as one step that is undone, and leaves out pasted lines that said so. */
  readonly fillIn: (changeOf: (bibliography: Bibliography) => Partial<Bibliography>) => void;
  readonly mark: (marking: Marking | null) => void;
  /** Reads the file again in another encoding; cuts of what reads otherwise then are gone. */
  readonly setEncoding: (encoding: TextEncoding) => Promise<void>;
  /** Takes the draft as it was read anew, with the fields and cuts of the analyst; answers how many cuts are gone. */
  readonly restart: (draft: ImportDraft) => number;
  /** Makes an article of its own of a new version, with the fields and cuts of the analyst. */
  readonly detach: () => Promise<void>;
  readonly seal: () => Promise<void>;
  readonly discard: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
};

/** What became of the passages of the version before, with a way to those in doubt; else what else carries the text. */
const saySealed = (
  sealed: Output<'import:seal'>,
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

/** What a change of the bibliography is called where it is undone. */
const nameOfChange = (change: Partial<Bibliography>): string => {
  const field = typedFields.find((each) => each in change);
  return field === undefined ? 'the change' : fieldNames[field].toLowerCase();
};

/** Whether the text is not the one that the draft begins with, of which it is known where else it stands. */
const useIsCut = ({ body, leftOut }: ImportDraft, blocks: readonly CheckedBlock[]): boolean =>
  useMemo(() => {
    const left = toBody(blocks);
    return left === null || canonicalText(left) !== canonicalText(withoutLeftOut(body, leftOut));
  }, [body, leftOut, blocks]);

/** The form hears the keys of all that stands in it: where one was pressed is known to the event alone. */
const isIn = (target: EventTarget, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** The fields in the order of the form, which alone knows it. */
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
 * Whether the page that is shown can't be sealed as it stands: a field that is wrong has the focus then, or it is said
 * why.
 */
const isHeldUp = (form: HTMLFormElement | null, body: ReturnType<typeof toBody>): boolean => {
  const invalid = fieldsOf(form).find((field) => field.getAttribute('aria-invalid') === 'true');
  if (invalid !== undefined) invalid.focus();
  else if (body === null) sayFailed('No text is left.', 'Keep at least one block, or discard the import.');
  return invalid !== undefined || body === null;
};

type Ends = { readonly discard: () => void; readonly seal: () => void };

const pressKey = (event: KeyboardEvent<HTMLFormElement>, { discard, seal }: Ends): void => {
  // Keys of an open list are its own, and Enter on a button presses it.
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

/** A file says itself what a heading is, alone as among many; of pasted words nothing does. */
const useTitleLine = (draft: ImportDraft, blocks: readonly CheckedBlock[], title: string | null) => {
  const first = draft.format === 'clipboard' ? 'heading' : 'paragraph';
  const [titleLine, setTitleLine] = useViewState<TitleLineKind>(`${keyOf(draft)} title line`, first);
  return { titleLine, setTitleLine, keptBlocks: withTitleLine(blocks, title, titleLine) };
};

type Filled = Pick<ImportCheckState, 'blocks' | 'bibliography'>;

/** With fields filled in from the text. Pasted lines that say the same of it are no paragraphs of it then. */
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
    const answer = await act('import:seal', sealed);
    if (!answer.ok) return;
    saySealed(answer.value, draft, parts, findHere(kept.bibliography) !== null);
    // The way back leads to what was before the import.
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
    // The button that said so is gone, and the focus would be with it.
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
      readAgain(act('import:set-encoding', { draftId, encoding }), encoding === draft.encoding?.encoding),
    restart,
    detach: () => readAgain(act('import:detach', { draftId }), true),
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
  moved: 'moved',
  changed: 'changed',
  ambiguous: 'in several places',
  orphaned: 'not in the text',
};

/** A carry report in words, "8 unchanged, 1 changed"; empty where nothing was carried. */
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

/** Pictures of the marks that their words do not tell, once they are drawn. */
const useMarkPictures = ({ draftId }: ImportDraft, rows: readonly MarkRow[]): ReadonlyMap<number, string> => {
  const wanted = rowsToDraw(rows, MOST_DRAWN_MARKS).join();
  const [pictures, setPictures] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    let isOver = false;
    const draw = async (): Promise<void> => {
      const drawn = await request('import:draw-marks', { draftId, at: wanted.split(',').map(Number) });
      if (drawn.ok && !isOver) setPictures(new Map(drawn.value.map(({ at, address }) => [at, address])));
    };
    if (wanted !== '') void draw();
    return () => {
      isOver = true;
    };
  }, [draftId, wanted]);
  return pictures;
};

/** The marks of the file on the text as it is cut so far, and which of them are taken; kept with the check. */
const useCheckedMarks = (draft: ImportDraft, blocks: readonly CheckedBlock[]): CheckedMarks => {
  const [choice, onChange] = useViewState<MarkChoice>(`${keyOf(draft)} marks`, allMarks);
  const rows = useMemo(
    () => (draft.marks.length === 0 ? [] : rowsOfMarks(toBody(blocks) ?? draft.body, draft.marks)),
    [draft, blocks],
  );
  return { rows, choice, onChange, taken: takenOf(rows, choice), pictures: useMarkPictures(draft, rows) };
};
