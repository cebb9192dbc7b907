/**
 * The tense of the verb that governs a date, determined by words only. The Associated Press leaves it to the verb
 * which Tuesday is meant (Stylebook, "days of the week"); so do we, but only where the verb is beyond doubt.
 *
 * In the clause of the date the nearest verb before it governs, otherwise the nearest after it; a clause without a
 * verb takes the tense on which all verbs of its sentence agree. Anything that could be read otherwise is `open`.
 */
import type { TextRange } from '../text/selector.ts';
import type { Tense } from './date-expression.ts';

/** "will be", "is not to have": the words between an auxiliary and its participle, and the participle. */
const REST = '(?:\\s+(?:not|also|be|have|been|to))*(?:\\s+\\w+ed\\b)?';
const PARTICIPLE = '(?:\\s+\\w+ly)?\\s+\\w+(?:ed|en)\\b';

const verbs = [
  // It would be, it was to be, they agreed to meet: seen from a day that is not that of publication.
  `(?<open>\\b(?:would|could|might|may|should|must|can)\\b${REST}|\\b(?:was|were|been)\\s+(?:\\w+\\s+)?(?:due|set|expected|scheduled|slated|planned|supposed|going|to)\\b${REST}|\\b(?:was|were)\\s+(?:not\\s+)?\\w+ing\\b)`,
  `(?<future>(?:\\b(?:will|shall|won['’]t)\\b|['’]ll\\b|\\b(?:is|are|am)\\s+(?:\\w+\\s+)?(?:due|set|expected|scheduled|slated|planned|likely|poised|about|to)\\b)${REST})`,
  `(?<ahead>\\b(?:is|are|am)\\s+(?:not\\s+)?\\w+ing\\b|\\b(?:plans?|hopes?|intends?|expects?|aims?|due|set|scheduled|slated|poised|expected)\\s+to\\b${REST}|\\b(?:meets|arrives|begins|opens|runs|ends|departs|expires|takes|goes|travels)\\b)`,
  '(?<infinitive>\\bto\\s+(?!the\\b|an?\\b|his\\b|her\\b|its\\b|their\\b|[a-z]+s\\b)[a-z]+\\b)',
  '(?<reported>\\b(?:said|told|announced|reported|confirmed|warned|added|stated|claimed|wrote)\\b)',
  `(?<strong>\\b(?:was|were|had)\\b(?:${PARTICIPLE})?|\\b(?:has|have)${PARTICIPLE}|\\b(?:did|met|took|held|went|came|began|made|gave|found|saw|won|lost|sent|spoke|flew|fell|rose|became|brought|kept|led|paid|ran|sat|shot|struck)\\b)`,
  '(?<weak>\\b(?!need|seed|feed|speed|indeed|hundred|exceed|proceed|succeed)[a-z]{2,}ed\\b)',
];
const anyVerb = new RegExp(verbs.join('|'), 'g');

type Verb = TextRange & { readonly tense: Tense; readonly kind: string };

const tenses: Readonly<Record<string, Tense>> = {
  open: 'open',
  future: 'future',
  ahead: 'future',
  infinitive: 'open',
  reported: 'past',
  strong: 'past',
  weak: 'past',
};

/** The verbs of a text that tell a tense, in order. */
export const verbsIn = (text: string): readonly Verb[] =>
  [...text.matchAll(anyVerb)].map(({ groups = {}, index, 0: words }) => {
    const kind = Object.keys(tenses).find((name) => groups[name] !== undefined) ?? 'open';
    return { start: index, end: index + words.length, kind, tense: tenses[kind] ?? 'open' };
  });

const border = /[,;:()“”"—]|\b(?:and|but|while)\b/g;
const clauseBefore = (text: string): string => text.split(border).at(-1) ?? '';
const clauseAfter = (text: string): string => text.split(border)[0] ?? '';

const agreed = (all: readonly Verb[]): Tense => {
  const [first, ...rest] = all;
  return first !== undefined && rest.every(({ tense }) => tense === first.tense) ? first.tense : 'open';
};

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/**
 * A statement at a place or a time was made on that date; with any other words between, the date may be part of
 * the statement.
 */
const saidThere = /^\s*(?:in|at|during|from|by|via|through|after|before|of)\s/i;
/** An event before its date may be in the future, whatever was done about it: "discussed talks on Friday". */
const eventBefore =
  /\b(?:meetings?|talks|summit|votes?|hearings?|visits?|trips?|elections?|strikes?|sessions?|conference|debate|rally|protests?|ceremony|launch|deadline|referendum|ballot|speech|negotiations)\s+(?:on\s+)?$/i;
const takesPlace =
  /\b(?:held|had|met|attended|began|opened|hosted|chaired|concluded|ended|addressed|joined)$/;

type Clause = { readonly before: string; readonly verbs: readonly Verb[] };

const tenseAfter = (governing: Verb, { before, verbs }: Clause): Tense => {
  const gap = before.slice(governing.end);
  if (governing.kind === 'reported' && wordCount(gap) > 2)
    return saidThere.test(gap) ? agreed(verbs) : 'open';
  if (
    governing.tense === 'past' &&
    eventBefore.test(gap) &&
    !takesPlace.test(before.slice(0, governing.end))
  ) {
    return 'open';
  }
  // A participle may only look like the verb: "will hear charged men".
  return governing.kind === 'weak' ? agreed(verbs) : governing.tense;
};

const nothingBefore = /^\s*(?:(?:on|late|early)\s+)*$/i;

/** "The meeting on Friday was put off" may be of a Friday to come; "On Friday he was put off" is not. */
const tenseBefore = (first: Verb, { before }: Clause): Tense =>
  first.tense === 'past' && !nothingBefore.test(before) ? 'open' : first.tense;

const tenseOfClause = (before: string, after: string): Tense | null => {
  const preceding = verbsIn(before);
  const following = verbsIn(after);
  const clause = { before, verbs: [...preceding, ...following] };
  const governing = preceding.at(-1);
  if (governing !== undefined) return tenseAfter(governing, clause);
  return following[0] === undefined ? null : tenseBefore(following[0], clause);
};

const sinceBefore = /\bsince\s+(?:late\s+|early\s+)?$/i;
const startBefore = /\b(?:starting|beginning|until|till|by|through|as of)\s+(?:on\s+|in\s+)?$/i;

/** "starting Wednesday" is in the future where nothing in the sentence is past. */
const tenseOfStart = (before: string, after: string): Tense =>
  [...verbsIn(before), ...verbsIn(after)].some(({ tense }) => tense !== 'future') ? 'open' : 'future';

/** The tense that governs the part `at` of `sentence` (UTF-16 of it). */
export const tenseNear = (sentence: string, at: TextRange): Tense => {
  const before = sentence.slice(0, at.start);
  const after = sentence.slice(at.end);
  // No verb shows whether "Wednesday’s vote" is past.
  if (/^['’]s?\b/.test(after)) return 'open';
  if (sinceBefore.test(before)) return 'past';
  const clause = [clauseBefore(before), clauseAfter(after)] as const;
  const own = tenseOfClause(...clause);
  if (own === 'future' || !startBefore.test(before)) {
    return own ?? agreed([...verbsIn(before), ...verbsIn(after)]);
  }
  return tenseOfStart(...clause);
};
