import { recordNames } from '#domain/contract/error-words/entry.ts';
import type { ConflictNeed, LossNeed, Need, NeedCandidate, UnreadableNeed } from '#domain/contract/needs.ts';

/** What a kind is called in the list. */
export const kindNames: Readonly<Record<Need['kind'], string>> = {
  moved: 'Moved',
  changed: 'Changed',
  ambiguous: 'In several places',
  orphaned: 'Not in the text',
  'citation-incomplete': 'Citation incomplete',
  'evidence-changed': 'Evidence changed',
  'thing-lost': 'Gone or altered',
  conflict: 'Two versions',
  'copy-left': 'Copy not merged',
  'same-name': 'Same name',
  'file-repaired': 'File damaged',
  'text-altered': 'Text changed',
  'file-unreadable': 'Can’t be read',
};

const kindSentences: Readonly<Record<Need['kind'], string>> = {
  moved: 'The same words stand in another place of the new version.',
  changed: 'These words are not in the new version. What resembles them stands below.',
  ambiguous: 'More than one place of the new version may be meant.',
  orphaned: 'Nothing in the new version resembles these words.',
  'citation-incomplete': 'The article can’t be cited in full yet.',
  'evidence-changed':
    'What this memo rests on is not what it was when it was cited, or when the memo was sent.',
  'thing-lost': 'This is not as it was when Precis last wrote it.',
  conflict: 'Changed in two places. Choose one.',
  'copy-left': 'A sync left a second version of a file in the archive, and Precis could not merge it.',
  'same-name': 'Two sources have the same name, probably because two people each added one.',
  'file-repaired': 'A file of the archive was damaged.',
  'file-unreadable': 'What this file holds is missing from lists, counts and searches.',
  'text-altered': 'The text of this article was changed after it was imported, not by Precis.',
};

const lossSentences: Readonly<Record<LossNeed['how'], string>> = {
  gone: 'It is no longer in the archive’s folder, and nobody deleted it in Precis.',
  altered: 'It is written once and never changes, but another program has changed it.',
  'manifest-lost':
    'The list of what belongs to this archive was missing. Precis made it again from what is there.',
  'manifest-unreadable':
    'The list of what belongs to this archive can’t be read, so Precis can’t tell whether anything is missing.',
  'manifest-forged':
    'Part of the list of what belongs to this archive was not made with its key. Precis ignored it.',
};

/** What has happened to changed words, by what sets those apart that stand first. */
const changedSentences: Readonly<Record<NeedCandidate['difference'], string>> = {
  none: 'These words stand in the new version, but in other surroundings.',
  typography: 'The words are the same in the new version, in other typography.',
  words: kindSentences.changed,
};

const sameTags = 'Two tags have the same name, probably because two people each added one.';

/** What has happened, in a sentence. Words that stand elsewhere in other surroundings are not said to be gone. */
export const printHappened = (need: Need): string => {
  if (need.kind === 'thing-lost') return lossSentences[need.how];
  if (need.kind === 'conflict' && need.from === null)
    return 'Another program has put an earlier version in the place of what you had written here.';
  if (need.kind === 'same-name' && need.of === 'tag') return sameTags;
  if (need.kind === 'orphaned' && need.old.region !== null)
    return 'The picture of this region is not in the new version, or is another one there.';
  if (need.kind !== 'changed') return kindSentences[need.kind];
  const differences = need.candidates.map(({ difference }) => difference);
  if (differences[0] === 'typography') return changedSentences.typography;
  return differences.includes('none') ? changedSentences.none : changedSentences.words;
};

/** What sets a candidate apart, where the marked words don't show it. */
export const printDifference = ({ difference }: NeedCandidate): string | null =>
  difference === 'typography' ? 'Other typography only' : null;

/** What tells one thing that waits from all others. */
export const keyOfNeed = (need: Need): string => {
  switch (need.kind) {
    case 'citation-incomplete':
      return `citation ${need.articleId}`;
    case 'evidence-changed':
      return `memo ${need.memoId}`;
    case 'file-unreadable':
      return `fault ${need.fault.file}`;
    case 'text-altered':
      return `text ${need.articleId}`;
    case 'thing-lost':
      return `lost ${need.id}`;
    case 'conflict':
      return `conflict ${need.conflictId}`;
    case 'copy-left':
      return `copy ${need.name}`;
    case 'same-name':
      return `name ${need.otherId}`;
    case 'file-repaired':
      return `file ${need.file}`;
    default:
      return `passage ${need.passageId}`;
  }
};

/** Which version of an article, in words. */
export const printVersion = (version: number | null): string =>
  version === null ? 'an earlier version' : `version ${version}`;

/** How much of quote and context agrees. A score below 1 is never printed as all of it. */
export const printScore = (score: number): string =>
  `${score === 1 ? 100 : Math.min(99, Math.round(score * 100))} %`;

const lostNames: Readonly<Record<LossNeed['what'], string>> = {
  root: 'A file of the archive',
  article: 'An article',
  memo: 'A memo',
  snapshot: 'A snapshot of a memo',
  form: 'A form of memos',
};

/** What is gone or was altered: by its title, where that is known. */
export const titleOfLoss = ({ title, what, file, how }: LossNeed): string => {
  if (what === 'root') return file;
  return title ?? `${lostNames[what]} that ${how === 'gone' ? 'is gone' : 'was altered'}`;
};

/** What has two versions: by its name, where it has one. */
export const titleOfConflict = ({ title, what }: ConflictNeed): string =>
  title === '' ? `A ${recordNames[what]} that is gone` : title;

/** What an unreadable file belongs to: by its title, where that is known. */
export const titleOfFault = ({ title, memoId, isForm }: UnreadableNeed): string => {
  if (isForm) return 'A form of memos that can’t be read';
  return title ?? (memoId === null ? 'An article that can’t be read' : 'A memo that can’t be read');
};
