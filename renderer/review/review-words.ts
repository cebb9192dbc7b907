import { recordNames } from '#domain/contract/error-words/entry.ts';
import type {
  ConflictToReview,
  FallToReview,
  LossToReview,
  PassageToReview,
  QuoteInText,
  ReviewCandidate,
  ReviewItem,
  UnreadableToReview,
} from '#domain/contract/review.ts';
import { isInPlace } from '#domain/passage/carried.ts';
import type { AroundChange } from '#domain/passage/carry/changes-around.ts';
import { beginningOf } from '#domain/text/beginning-of.ts';
import { compareWords, type WordRun } from '#domain/text/sequences/compare-words.ts';

/** Names of the kinds in the list. */
export const kindNames: Readonly<Record<ReviewItem['kind'], string>> = {
  moved: 'Moved',
  nextToChange: 'Next to a change',
  changed: 'Changed',
  ambiguous: 'In several places',
  orphaned: 'Not in the text',
  'citation-incomplete': 'Citation incomplete',
  fallen: 'Evidence weakened',
  'event-unsupported': 'No passage left',
  'evidence-changed': 'Evidence changed',
  'translation-outdated': 'Translation out of date',
  'thing-lost': 'Missing or altered',
  conflict: 'Two versions',
  'copy-left': 'Copy not merged',
  'same-name': 'Same name',
  'file-repaired': 'File damaged',
  recovered: 'Made again',
  'text-altered': 'Text changed',
  'file-unreadable': 'Can’t be read',
};

const kindSentences: Readonly<Record<ReviewItem['kind'], string>> = {
  moved: 'The same words are in another place in the new version.',
  nextToChange:
    'The passage is the same, but something next to it, or a note on the article, is new or gone.',
  changed: 'These words are not in the new version. Similar words are below.',
  ambiguous: 'Several places in the new version match.',
  orphaned: 'Nothing in the new version resembles these words.',
  'citation-incomplete': 'The article can’t be cited in full yet.',
  fallen: 'Something that your work rests on is worth less than it was.',
  'event-unsupported': 'The passages that said so were deleted.',
  'evidence-changed': 'The evidence has changed since it was cited, or since the memo was sent.',
  'translation-outdated': 'The original has changed since these paragraphs were translated.',
  'thing-lost': 'This differs from what Precis last wrote.',
  conflict: 'Changed in two places. Choose one.',
  'copy-left': 'A sync left a second version of a file. Precis could not merge it.',
  'same-name': 'Two sources have the same name, probably because two people each added one.',
  'file-repaired': 'A file of the archive was damaged.',
  recovered: 'The record was lost, but something refers to it. A repair made it again with its id.',
  'file-unreadable': 'The contents of this file are missing from lists, counts and searches.',
  'text-altered': 'Another program changed the text of this article after the import.',
};

const lossSentences: Readonly<Record<LossToReview['how'], string>> = {
  gone: 'The file is missing from the archive’s folder, but was not deleted in Precis.',
  altered: 'Files like this never change, but another program changed it.',
  'manifest-lost':
    'The list of the archive’s contents was missing. Precis made a new one from what is there.',
  'manifest-unreadable':
    'The list of the archive’s contents can’t be read, so Precis can’t tell whether anything is missing.',
  'manifest-forged':
    'Part of the list of the archive’s contents was not made with its key. Precis ignored that part.',
};

/** What has happened to changed words, by the difference that ranks first. */
const changedSentences: Readonly<Record<ReviewCandidate['difference'], string>> = {
  none: 'These words are in the new version, but in a different context.',
  typography: 'The words are the same in the new version, with different typography.',
  words: kindSentences.changed,
};

/** Excerpts are replaced by the text that they are from. */
const overExcerpts = (item: ReviewItem, words: string): string =>
  'old' in item && item.old.isExcerpts === true ? words.replaceAll('new version', 'text') : words;

/** The question to the analyst, as a heading. */
export const questionOf = (item: ReviewItem): string => overExcerpts(item, questionFor(item));

const questionFor = (item: ReviewItem): string => {
  switch (item.kind) {
    case 'changed':
      return item.candidates[0]?.difference === 'none'
        ? 'Does this passage still say the same?'
        : 'Where is this passage in the new version?';
    case 'moved':
      return item.around.length === 0 ? kindQuestions.moved : kindQuestions.nextToChange;
    case 'orphaned':
      return 'Keep this passage, unplaced?';
    case 'same-name':
      return item.of === 'tag' ? 'Are these two tags the same?' : 'Are these two sources the same?';
    case 'evidence-changed':
      return item.isSent ? 'Does this memo need an update?' : 'Does this draft need a change?';
    case 'recovered':
      return `What was this ${item.of} called?`;
    case 'thing-lost':
      return lossQuestions[item.how];
    default:
      return kindQuestions[item.kind];
  }
};

const kindQuestions = {
  moved: 'Is this passage in the right place?',
  nextToChange: 'Does this passage still say the same?',
  ambiguous: 'Which place in the new version is meant?',
  'citation-incomplete': 'What is missing from this citation?',
  'translation-outdated': 'Does the translation still hold?',
  fallen: 'Does what rests on this still hold?',
  'event-unsupported': 'Which passage says so?',
  conflict: 'Which version do you keep?',
  'copy-left': 'Is this copy still needed?',
  'file-repaired': 'Is anything missing after the repair?',
  'text-altered': 'Do you accept the changed text?',
  'file-unreadable': 'Can you restore this file?',
} as const;

const lossQuestions: Readonly<Record<LossToReview['how'], string>> = {
  gone: 'Was this deleted on purpose?',
  altered: 'Was this changed on purpose?',
  'manifest-lost': 'Is anything missing from the archive?',
  'manifest-unreadable': 'Is anything missing from the archive?',
  'manifest-forged': 'Who changed the list of contents?',
};

/** The content of an archive's files, by the beginning of their names. */
const fileNames: readonly (readonly [begins: string, holds: string])[] = [
  ['tags', 'The tags'],
  ['sources', 'The sources'],
  ['tasks', 'The tasks'],
  ['searches', 'The saved searches'],
  ['conflicts', 'The list of conflicts'],
  ['manifest', 'The list of the archive’s contents'],
  ['archive', 'The description of the archive'],
  ['pad', 'The scratch pad'],
  ['annotations', 'Passages and notes of an article'],
  ['body', 'The text of an article'],
  ['article', 'The details of an article'],
  ['memo', 'The text of a memo'],
  ['snapshot', 'A snapshot of a memo'],
  ['form', 'A memo form'],
  ['board', 'A board'],
];

/** The content of a file, in words; its name if that is unknown. */
export const printFile = (path: string): string => {
  const name = path.split('/').at(-1) ?? path;
  return fileNames.find(([begins]) => name.startsWith(begins))?.[1] ?? name;
};

/** The place of a quote: its paragraph, and in a table the heads of its row and column. */
export const printQuotePlace = ({ paragraph, heads }: QuoteInText): string =>
  [paragraph === null ? '' : `¶${paragraph}`, heads.join(' × ')].filter((part) => part !== '').join(' · ');

const ownRuns = (runs: readonly WordRun[]): readonly string[] =>
  runs.filter(({ isShared }) => !isShared).map(({ text }) => text.trim());

/** The former words and the current ones; at least one is set. */
type Change = { readonly was: string | undefined; readonly is: string | undefined };

const changeIn = (old: string, fresh: string, end: 'first' | 'last'): Change | null => {
  const sides = compareWords(old, fresh);
  const at = end === 'first' ? 0 : -1;
  const [was, is] = [ownRuns(sides.old).at(at), ownRuns(sides.fresh).at(at)];
  return was === undefined && is === undefined ? null : { was, is };
};

/** The difference between the best match and the old words; null if there is none. */
const reasonOf = ({ old, candidates: [best] }: PassageToReview): Change | null => {
  if (best === undefined || old.region !== null) return null;
  const ofWords = changeIn(old.quote, best.quote, 'first');
  // The neighbours of an excerpt are other excerpts.
  if (old.isExcerpts === true) return ofWords;
  return (
    ofWords ??
    changeIn(old.heads.join(' × '), best.heads.join(' × '), 'first') ??
    changeIn(old.after, best.after, 'first') ??
    changeIn(old.before, best.before, 'last')
  );
};

/** As a sentence; null where the differences are listed. */
export const printReason = (item: PassageToReview): string | null => {
  if (item.around.length > 0) return null;
  const reason = reasonOf(item);
  if (reason === null) return null;
  const { was, is } = reason;
  if (was === undefined) return `“${is}” was added.`;
  return is === undefined ? `“${was}” was removed.` : `“${was}” is now “${is}”.`;
};

/** Where a difference around a passage is, in a few words. */
export const aroundNames: Readonly<Record<AroundChange['kind'], string>> = {
  own: 'In its sentence',
  before: 'Before it',
  after: 'After it',
  note: 'Elsewhere in the article',
};

const MAX_AROUND = 60;

const printAroundShort = ({ kind, was, is }: AroundChange): string =>
  is === null
    ? `${aroundNames[kind]}: “${beginningOf(was ?? '', MAX_AROUND)}” removed`
    : `${aroundNames[kind]} ${was === null ? 'is new' : 'now'}: “${beginningOf(is, MAX_AROUND)}”`;

/** For the row of the passage: "“forty” → “fifty”". */
export const printReasonShort = (item: PassageToReview): string | null => {
  const [around] = item.around;
  if (around !== undefined) return printAroundShort(around);
  const reason = isInPlace(item.kind) ? null : reasonOf(item);
  if (reason === null) return null;
  const { was, is } = reason;
  if (was === undefined) return `“${is}” added`;
  return is === undefined ? `“${was}” removed` : `“${was}” → “${is}”`;
};

const sameTags = 'Two tags have the same name, probably because two people each added one.';

/** What happened, in a sentence. Words found elsewhere in different surroundings are not called missing. */
export const printHappened = (item: ReviewItem): string =>
  item.kind === 'fallen' ? fallSentences[item.how](item) : overExcerpts(item, happenedTo(item));

const fallSentences: Readonly<Record<FallToReview['how'], (item: FallToReview) => string>> = {
  letter: ({ was, is }) =>
    `The reliability of this source was ${was ?? 'not rated'}, and is now ${is ?? 'not rated'}.`,
  grade: ({ was, is }) =>
    `The grade of this passage was ${was ?? 'not rated'}, and is now ${is ?? 'not rated'}.`,
  deleted: () => 'This passage was deleted.',
  trashed: () => 'This article was moved to the trash.',
  withdrawn: () => 'The publisher has withdrawn this article.',
};

/** For weakened evidence in the list: "was B, now D". */
export const printFall = ({ how, was, is }: FallToReview): string =>
  how === 'letter' || how === 'grade'
    ? `was ${was ?? 'not rated'}, now ${is ?? 'not rated'}`
    : fallNames[how];

const fallNames = { deleted: 'deleted', trashed: 'in the trash', withdrawn: 'withdrawn' } as const;

const isOtherwiseInItsSentence = (item: ReviewItem): boolean =>
  item.kind === 'moved' && item.around.some(({ kind }) => kind === 'own');

const happenedTo = (item: ReviewItem): string =>
  isOtherwiseInItsSentence(item)
    ? 'The words are the same, but their sentence is different in the new version.'
    : happenedToRecord(item);

const happenedToRecord = (item: ReviewItem): string => {
  if (item.kind === 'thing-lost') return lossSentences[item.how];
  if (item.kind === 'conflict' && item.from === null)
    return 'Another program replaced what you wrote with an earlier version.';
  if (item.kind === 'same-name' && item.of === 'tag') return sameTags;
  if (item.kind === 'orphaned' && item.old.region !== null)
    return 'The picture of this region is missing from the new version, or was replaced.';
  if (item.kind !== 'changed') return kindSentences[item.kind];
  const differences = item.candidates.map(({ difference }) => difference);
  if (differences[0] === 'typography') return changedSentences.typography;
  return differences.includes('none') ? changedSentences.none : changedSentences.words;
};

/** The difference of a match, if the marked words don't show it. */
export const printDifference = ({ difference }: ReviewCandidate): string | null =>
  difference === 'typography' ? 'Different typography only' : null;

/** A unique key for an item. */
export const keyOfItem = (item: ReviewItem): string => {
  switch (item.kind) {
    case 'citation-incomplete':
      return `citation ${item.articleId}`;
    case 'evidence-changed':
      return `memo ${item.memoId}`;
    case 'fallen':
      return `fall ${item.fallId}`;
    case 'event-unsupported':
      return `event ${item.eventId}`;
    case 'translation-outdated':
      return `translation ${item.articleId}`;
    case 'file-unreadable':
      return `fault ${item.fault.file}`;
    case 'text-altered':
      return `text ${item.articleId}`;
    case 'thing-lost':
      return `lost ${item.id}`;
    case 'conflict':
      return `conflict ${item.conflictId}`;
    case 'copy-left':
      return `copy ${item.name}`;
    case 'same-name':
      return `name ${item.otherId}`;
    case 'file-repaired':
      return `file ${item.file}`;
    case 'recovered':
      return `recovered ${item.id}`;
    default:
      return `passage ${item.passageId}`;
  }
};

/** Which version of an article has the words, in words. */
export const printVersion = ({ version, isExcerpts }: PassageToReview['old']): string => {
  if (isExcerpts === true) return 'the excerpts';
  return version === null ? 'an earlier version' : `version ${version}`;
};

/** The text that was searched for a match: "new version". */
export const printFresh = ({ isExcerpts }: PassageToReview['old']): string =>
  isExcerpts === true ? 'text' : 'new version';

/** How much of quote and context agrees. A score below 1 is never printed as 100 %. */
export const printScore = (score: number): string =>
  `${score === 1 ? 100 : Math.min(99, Math.round(score * 100))} %`;

const lostNames: Readonly<Record<LossToReview['what'], string>> = {
  root: 'A file of the archive',
  article: 'An article',
  memo: 'A memo',
  snapshot: 'A snapshot of a memo',
  form: 'A form of memos',
  board: 'A board',
};

/** The title of something missing or altered, if known. */
export const titleOfLoss = ({ title, what, file, how }: LossToReview): string => {
  if (what === 'root') return printFile(file);
  return title ?? `${lostNames[what]} that ${how === 'gone' ? 'is missing' : 'was altered'}`;
};

/** The name of a record with two versions, if it has one. */
export const titleOfConflict = ({ title, what }: ConflictToReview): string =>
  title === '' ? `A ${recordNames[what]} that is missing` : title;

/** The title of the record that an unreadable file belongs to, if known. */
export const titleOfFault = ({ title, memoId, isForm }: UnreadableToReview): string => {
  if (isForm) return 'A form of memos that can’t be read';
  return title ?? (memoId === null ? 'An article that can’t be read' : 'A memo that can’t be read');
};
