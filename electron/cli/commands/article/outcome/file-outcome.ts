/** The outcome of an imported file as the command line prints it: the fields of --json, and the lines for a person. */
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
  /** The number of blocks left out as surroundings of the text. */
  readonly leftOut: number;
  /** The number of words inside the text that were left out because the page folds or hides them. */
  readonly hiddenWords: number;
  /** Properties that a reader of the text should know and can't see in it. */
  readonly remarks: readonly ImportRemark[];
  /** The outcome for the passages of the previous version. */
  readonly carried: CarryReport | null;
  /** The encoding with which the file was read, and the number of places that could not be decoded. */
  readonly encoding: TextEncoding | null;
  readonly unreadable: number;
  /** Known publications with a similar name, of which the publisher may be a different spelling. */
  readonly nearPublications: readonly string[];
  /** The outcome of reading scanned pages, if that was requested; null if there were none. */
  readonly scanned: Scanned | null;
  /** Its relation to existing articles, if new versions were requested; null if nothing matches. */
  readonly followed: Followed | null;
  /** The outcome of the files attached to an e-mail, if they were to be imported. */
  readonly attachments: readonly Attached[];
  /** The outcome of the marks of a PDF, if they were to be taken over. */
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

/** A failed file has the same fields as the others, so that the answers can be shown as one table. */
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

/** The fields that belong to an option are present only if that option was given. */
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
    // The outcome of each attachment makes the remark that there are attachments redundant.
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
