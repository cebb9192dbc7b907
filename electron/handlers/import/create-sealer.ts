import { missingForCitation } from '#domain/article/bibliography/bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportOutcome, ReadAs } from '#domain/contract/import-many.ts';
import type { ArticleId, DraftId } from '#domain/ids.ts';
import type { Followed, Following } from '#domain/passage/carry/followed.ts';
import { type MarksTaken, noMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ReadText } from '#electron/ports/text-reader.ts';
import {
  type FailedFile,
  heldBytes,
  type PlacedFile,
  type ReadFile,
  type WaitingFile,
} from './attempt-file.ts';
import { outcomesOfAttached } from './read-attached.ts';
import { type SealedGroup, type SealingDeps, sealTexts } from './seal-texts.ts';

/** A file that is ready to be sealed. */
export type ReadyFile = ReadFile & {
  readonly follows: Following | null;
  /** The existing article with the same text, of which only the marks are then taken. */
  readonly hereAs?: ArticleId;
};

/** The most that is sealed in one act: after it the files are on the disk, and no longer in memory. */
const SEALED_AT_ONCE = { files: 50, bytes: 32 * 1024 * 1024 };

const isFull = (waiting: readonly ReadyFile[]): boolean =>
  waiting.length >= SEALED_AT_ONCE.files ||
  waiting.reduce((sum, file) => sum + heldBytes(file), 0) >= SEALED_AT_ONCE.bytes;

/** The outcome of a file that can't be read. */
export const outcomeOfFailed = ({ file: { name }, reason, lockedId }: FailedFile): ImportOutcome => ({
  status: 'failed',
  fileName: name,
  reason,
  lockedId,
});

/** The outcome of a file that has become a draft: its own draft, or that of the file named by `sameAs`. */
export const outcomeOfWaiting = (
  { file: { name: fileName }, why }: Pick<WaitingFile, 'file' | 'why'>,
  { draftId, sameAs }: { readonly draftId: DraftId; readonly sameAs: string | null },
  follows: Following | null,
): ImportOutcome => {
  const said = { fileName, draftId, follows, sameAs };
  switch (why.kind) {
    case 'uncertain':
      return { status: 'uncertain', ...said };
    case 'scanned':
      return { status: 'scanned', pages: why.pages, ...said };
    case 'thin':
      return { status: 'thin', remarks: why.remarks, ...said };
  }
};

/** How the file of a text was read: encoding, omissions and remarks. */
const readAs = ({ encoding, leftOut = [], hidden = [], remarks = [] }: ReadText): ReadAs => ({
  encoding: encoding?.encoding ?? null,
  unreadable: encoding?.unreadable ?? 0,
  leftOut: leftOut.length,
  hiddenWords: hidden.reduce((sum, { words }) => sum + words, 0),
  remarks,
});

/** An item of a feed or a message of a mailbox is named by its title: `news.xml: Port closed`. */
const nameOfRead = ({ name }: PlacedFile, { found }: ReadText): string => {
  const [, whole] = /^(.+)#\d+$/su.exec(name) ?? [];
  const title = found.title?.value.trim() ?? '';
  return whole === undefined || title === '' ? name : `${whole}: ${title}`;
};

/** The outcome of a file that is already in the archive; `heldBack` parts of it were requested and not taken. */
export const outcomeOfDuplicate = (
  file: PlacedFile,
  read: ReadText,
  articleId: ArticleId,
  { heldBack = 0, marks = noMarksTaken }: { readonly heldBack?: number; readonly marks?: MarksTaken } = {},
): ImportOutcome => ({
  status: 'duplicate',
  fileName: nameOfRead(file, read),
  articleId,
  readAs: readAs(read),
  heldBack,
  marks,
});

const followedAs = (follows: Following | null, { carried, toReview }: SealedGroup): Followed | null => {
  if (follows === null || follows.kind === 'own') return follows;
  // A new version has carried over the passages, even if there were none.
  return carried === null ? null : { ...follows, carried, toReview };
};

const outcomeOfSealed = (file: ReadyFile, answer: SealedGroup): ImportOutcome => {
  const { text, attached, follows } = file;
  const { articleId, isNew, nearPublications, marks } = answer;
  if (!isNew)
    return outcomeOfDuplicate(file.file, text.read, articleId, { heldBack: attached.length, marks });
  return {
    status: 'imported',
    fileName: nameOfRead(file.file, text.read),
    articleId,
    isCitationIncomplete: missingForCitation(text.sealed.bibliography).length > 0,
    readAs: readAs(text.read),
    duplicates: [],
    nearPublications,
    followed: followedAs(follows, answer),
    attached: outcomesOfAttached(attached, answer.attached),
    marks,
  };
};

/** Seals files in parts, while the next are being read, and collects the outcome of each by its index. */
export type Sealer = {
  /** The outcomes by the index of the file. */
  readonly outcomes: ReadonlyMap<number, ImportOutcome>;
  /** Sets the outcome of a file that is not sealed. */
  settle(place: number, outcome: ImportOutcome): void;
  /** Adds a file to the next part; fails as the part before did. */
  add(file: ReadyFile): Promise<Result<null, AppError>>;
  /** Seals all remaining files; afterwards `outcomes` has every file that was added. */
  finish(): Promise<Result<null, AppError>>;
};

/** The sealer of one import: all that it seals is one undo step. */
export const createSealer = (deps: SealingDeps): Sealer => {
  const editId = deps.machine.newId();
  const outcomes = new Map<number, ImportOutcome>();
  let waiting: ReadyFile[] = [];
  let sealing: Promise<Result<null, AppError>> = Promise.resolve(ok(null));

  const sealPart = async (files: readonly ReadyFile[]): Promise<Result<null, AppError>> => {
    const groups = files.map(({ text, attached, follows, hereAs }) => ({
      text,
      hereAs,
      attached: attached.flatMap((each) => (each.text.ok ? [each.text.value] : [])),
      previousVersionId: follows?.kind === 'version' ? follows.of : null,
    }));
    const sealed = await sealTexts(deps, groups, { name: 'import-articles', editId });
    if (!sealed.ok) return sealed;
    for (const [index, file] of files.entries()) {
      const answer = sealed.value[index];
      if (answer === undefined) throw new Error('a text was sealed without an answer');
      outcomes.set(file.file.place, outcomeOfSealed(file, answer));
    }
    return ok(null);
  };

  const sealNext = async (): Promise<Result<null, AppError>> => {
    const before = await sealing;
    if (!before.ok) return before;
    const files = waiting;
    waiting = [];
    sealing = files.length === 0 ? sealing : sealPart(files);
    // The promise is awaited when the next part is sealed; until then its failure is unhandled.
    sealing.catch(() => undefined);
    return ok(null);
  };

  return {
    outcomes,
    settle: (place, outcome) => void outcomes.set(place, outcome),
    async add(file) {
      waiting.push(file);
      return isFull(waiting) ? sealNext() : ok(null);
    },
    async finish() {
      const before = await sealNext();
      return before.ok ? sealing : before;
    },
  };
};
