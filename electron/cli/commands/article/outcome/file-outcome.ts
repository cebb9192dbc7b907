/** What became of a file, as the command line answers it: the fields of --json, and the lines that a person reads. */
import { type ImportRemark, sayRemark } from '#domain/article/draft/import-remarks.ts';
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import { sayReading } from '#domain/article/machine/machine-page.ts';
import type { ArticleId } from '#domain/ids.ts';
import { type CarryReport, carriedStates } from '#domain/passage/carried.ts';
import { type Followed, sayFollowed } from '#domain/passage/carry/followed.ts';
import { type MarksTaken, noMarksTaken, sayMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { printCount } from '#domain/print-count.ts';
import type { ArticleFacts } from '../article-facts.ts';
import type { ImportHow, Scanned } from '../read-file.ts';
import { mentionDuplicate, type ToldDuplicate } from '../tell-duplicates.ts';
import { type Attached, printAttached } from './attached-outcome.ts';
import { type CliError, describeError, type ImportError } from './import-error.ts';

export type Sealed = {
  readonly status: 'imported' | 'duplicate';
  readonly id: ArticleId;
  /** How many blocks were left out as surroundings of the text. */
  readonly leftOut: number;
  /** How many words inside the text were left out because the page folds them away or hides them. */
  readonly hiddenWords: number;
  /** What a reader of the text has to be told and can't see in it. */
  readonly remarks: readonly ImportRemark[];
  /** What became of the passages of the version before it. */
  readonly carried: CarryReport | null;
  /** The encoding in which the file was read, and how many places of it could not be. */
  readonly encoding: TextEncoding | null;
  readonly unreadable: number;
  /** Publications that its publisher may be and is not: it is written otherwise. */
  readonly nearPublications: readonly string[];
  /** What became of its scanned pages, where they were to be read; null where none was. */
  readonly scanned: Scanned | null;
  /** How it stands to what was here, where new versions were asked for; null where nothing matches. */
  readonly followed: Followed | null;
  /** What became of the files that are attached to a mail, where they were to be imported. */
  readonly attachments: readonly Attached[];
  /** What became of the marks of a PDF, where they were to be taken. */
  readonly marks: MarksTaken;
};

export type Outcome =
  | ({ readonly file: string } & Sealed & ArticleFacts)
  | ({
      readonly file: string;
      readonly status: 'failed';
      readonly id: null;
      readonly leftOut: null;
      readonly hiddenWords: null;
      readonly remarks: readonly [];
      readonly carried: null;
      readonly encoding: null;
      readonly unreadable: null;
      readonly nearPublications: readonly [];
      readonly scanned: null;
      readonly followed: null;
      readonly attachments: readonly [];
      readonly marks: MarksTaken;
      readonly error: CliError;
    } & typeof noFacts);

export type Told = Outcome & { readonly duplicates: readonly ToldDuplicate[] };

/** A file that failed has the same fields as the others, so that a table can be made of the answer. */
const noFacts = {
  title: null,
  byline: null,
  publisher: null,
  publishedAt: null,
  url: null,
  language: null,
  words: null,
  sha256: null,
} satisfies Readonly<Record<keyof ArticleFacts, null>>;

export const failed = (file: string, error: ImportError): Outcome => ({
  file,
  status: 'failed',
  id: null,
  leftOut: null,
  hiddenWords: null,
  remarks: [],
  carried: null,
  encoding: null,
  unreadable: null,
  nearPublications: [],
  scanned: null,
  followed: null,
  attachments: [],
  marks: noMarksTaken,
  ...noFacts,
  error: describeError(error),
});

type FollowedFields = {
  readonly versionOf: ArticleId | null;
  readonly matchedBy: Followed['by'] | null;
  readonly toReview: number | null;
  readonly undecided: Extract<Followed, { readonly kind: 'own' }>['why'] | null;
  readonly candidates: readonly ArticleId[];
};

const followedFields = (followed: Followed | null): FollowedFields => ({
  versionOf: followed?.kind === 'version' ? followed.of : null,
  matchedBy: followed?.by ?? null,
  toReview: followed?.kind === 'version' ? followed.toReview : null,
  undecided: followed?.kind === 'own' ? followed.why : null,
  candidates: followed?.kind === 'own' ? followed.candidates : [],
});

/** The fields that an option alone fills are there where it was given. */
export const fieldsAskedFor = (
  { carried, followed, attachments, marks, ...outcome }: Told,
  how: Pick<ImportHow, 'asVersionOf' | 'hasAttachments' | 'asNewVersions' | 'takesMarks'>,
) => ({
  ...outcome,
  ...(how.asVersionOf === null && !how.asNewVersions ? {} : { carried }),
  ...(how.asNewVersions ? followedFields(followed) : {}),
  ...(how.hasAttachments ? { attachments } : {}),
  ...(how.takesMarks ? { marks } : {}),
});

export function describeOutcome(outcome: Told): string {
  if (outcome.status === 'failed') return `failed     ${outcome.file}: ${outcome.error.message}`;
  const title = outcome.title ?? 'without a title';
  const { unreadable } = outcome;
  const broken = unreadable === 0 ? '' : `, ${printCount(unreadable, 'place')} that can't be read`;
  const line = `${outcome.status.padEnd(10)} ${outcome.file}: ${outcome.id}  ${title}, ${printCount(outcome.words, 'word')}${broken}`;
  const below = [
    ...(outcome.leftOut === 0
      ? []
      : [
          `left out: ${printCount(outcome.leftOut, 'block')} around the text (menus, teasers, advertisements)`,
        ]),
    ...(outcome.hiddenWords === 0
      ? []
      : [`left out: ${printCount(outcome.hiddenWords, 'word')} folded or hidden on the page`]),
    // What became of each attachment says more than that there are some.
    ...outcome.remarks
      .filter(
        ({ kind }) => (kind !== 'attachments' && kind !== 'more-pages') || outcome.attachments.length === 0,
      )
      .map(sayRemark),
    ...outcome.attachments.map(printAttached),
    ...[sayMarksTaken(outcome.marks)].filter((words) => words !== ''),
    ...(outcome.scanned === null || outcome.scanned.unread.length === 0
      ? []
      : [sayReading(outcome.scanned.read, outcome.scanned.unread)]),
    ...(outcome.followed === null ? [] : [sayFollowed(outcome.followed)]),
    ...(outcome.carried === null || outcome.followed !== null
      ? []
      : [`carried over: ${describeCarried(outcome.carried)}`]),
    ...outcome.duplicates.map((duplicate) => mentionDuplicate(duplicate, outcome.id)),
    ...outcome.nearPublications.map((name) => `new publication: ${name} is spelt differently`),
  ];
  return [line, ...below.map((each) => `           ${each}`)].join('\n');
}

const describeCarried = (carried: CarryReport): string =>
  carriedStates.map((state) => `${carried[state]} ${state}`).join(', ');
