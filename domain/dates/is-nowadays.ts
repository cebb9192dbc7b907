/**
 * Whether "today" means the present age and not the day of publication: "most people live in cities today". A
 * state ("is", "has", "lives") refers to an age; something done, or yet to be done, refers to a day.
 */
import type { TextRange } from '../text/selector.ts';
import { verbsIn } from './tense-near.ts';

/** Verbs of states, in the present tense. */
const stateVerbs = [
  ...['is', 'are', 'am', "isn[’']t", "aren[’']t", 'has', 'have', "hasn[’']t", "haven[’']t", 'do', 'does'],
  ...[
    'lives?',
    'remains?',
    'exists?',
    'knows?',
    'uses?',
    'owns?',
    'employs?',
    'numbers?',
    'stands?',
    'faces?',
  ],
  ...['needs?', 'wants?', 'works?', 'means?', 'seems?', 'looks?', 'feels?', 'belongs?', 'makes? up', 'lies'],
  ...[
    'accounts? for',
    'represents?',
    'contains?',
    'consists? of',
    'depends? on',
    'earns?',
    'costs?',
    'speaks?',
  ],
  ...[
    'believes?',
    'thinks?',
    'sees?',
    'relies',
    'rely',
    'enjoys?',
    'suffers?',
    'can',
    'survives?',
    'serves?',
  ],
  ...[
    'houses?',
    'holds?',
    'counts?',
    'boasts?',
    'dominates?',
    'controls?',
    'produces?',
    'exports?',
    'imports?',
  ],
];
const state = new RegExp(`\\b(?:${stateVerbs.join('|')})\\b`, 'gi');

const phraseBefore =
  /\b(?:even|still|of|than|like|unlike|alive|(?<!\b(?:due|back|return|until|up|moved|brought forward) )to)\s+$/i;
const phraseAfter =
  /^,?\s+(?:more than ever|as (?:ever|always|in|it was|they were|then|back then)|and (?:always|forever|in the past))\b|^\s+than\b/i;
/** With an hour, or a part of the day, it is one. */
const dayBefore = /\b(?:earlier|later|early|late|as of|until|from)\s+$/i;
const dayAfter = /^\s+at\s+(?:\d|noon|midday|midnight|dawn|dusk)/i;
const participleAfter = /^\s+(?:\w+ly\s+)?\w+(?:ed|en|ing)\b/;

const border = /[.;:()“”"—]/;

type Verb = { readonly start: number; readonly end: number; readonly isState: boolean };

const verbsOf = (text: string): readonly Verb[] => {
  const events = verbsIn(text).map(({ start, end }) => ({ start, end, isState: false }));
  const states = [...text.matchAll(state)]
    .map(({ index, 0: words }) => ({ start: index, end: index + words.length, isState: true }))
    .filter(({ start, end }) => events.every((event) => end <= event.start || event.end <= start));
  return [...events, ...states].toSorted((a, b) => a.start - b.start);
};

/** Whether the "today" at `at` of `sentence` (UTF-16 of it) means nowadays. */
export const isNowadays = (sentence: string, at: TextRange): boolean => {
  const before = sentence.slice(0, at.start);
  const after = sentence.slice(at.end);
  if (dayBefore.test(before) || dayAfter.test(after)) return false;
  if (phraseBefore.test(before) || phraseAfter.test(after)) return true;
  const governing = verbsOf(before.split(border).at(-1) ?? '').at(-1);
  if (governing === undefined) return verbsOf(after.split(border)[0] ?? '')[0]?.isState ?? false;
  // "have today agreed", "is today meeting"
  const isAuxiliary = /\b(?:is|are|has|have)\s+$/i.test(before) && participleAfter.test(after);
  return governing.isState && !isAuxiliary;
};
