// What editors do to an article, each with the truth of what became of a passage in it. The passage is marked in the
// text by two characters that no text has, so that the truth goes along with every edit.
import { type LanguageName, makeParagraph, makeSentence, type Random, sentenceGap } from './made-texts.ts';

export const BEGIN = '\ue000';
export const END = '\ue001';

export const unmark = (text: string): string => text.replace(/[\ue000\ue001]/gu, '');

/** A text of which one paragraph holds the marked passage. */
export type Marked = {
  readonly paragraphs: readonly string[];
  readonly at: number;
  readonly language: LanguageName;
};

/** `same`: the words stand where the marks are; `changed`: something else does; `gone`: nothing of it is left. */
export type Truth = 'same' | 'changed' | 'gone';
export type Mutated = {
  readonly old: readonly string[];
  readonly paragraphs: readonly string[];
  readonly truth: Truth;
};
export type Mutation = (marked: Marked, random: Random) => Mutated | null;

const sentencesOf = (paragraph: string): readonly string[] =>
  paragraph.match(/[^.。]*(?:[.。](?=\d)[^.。]*)*[.。)]*\ue001?\s*/gu)?.filter((part) => part !== '') ?? [];
const holds = (part: string): boolean => part.includes(BEGIN) || part.includes(END);
const isWithinOne = (sentences: readonly string[]): boolean => sentences.filter(holds).length === 1;
const exactOf = ({ paragraphs, at }: Marked): string => paragraphs[at]?.split(BEGIN)[1]?.split(END)[0] ?? '';

const withParagraph = (marked: Marked, change: (paragraph: string) => string): readonly string[] =>
  marked.paragraphs.map((each, at) => (at === marked.at ? change(each) : each));
const same = (marked: Marked, paragraphs: readonly string[]): Mutated => ({
  old: marked.paragraphs,
  paragraphs,
  truth: 'same',
});
const insertAt = (
  paragraphs: readonly string[],
  at: number,
  ...added: readonly string[]
): readonly string[] => paragraphs.toSpliced(at, 0, ...added);

/** A place at least three paragraphs away from the passage. */
const farFrom = ({ paragraphs, at }: Marked, random: Random): number => {
  for (;;) {
    const place = random.below(paragraphs.length + 1);
    if (Math.abs(place - at) > 2 || paragraphs.length < 6) return place;
  }
};

const changeWords = (text: string, share: number, random: Random, fresh: string): string => {
  const words = fresh.split(/\s+/u);
  return text.replace(/[^\s\ue000\ue001]+/gu, (word) => (random.next() < share ? random.pick(words) : word));
};

const sentenceOnTop: Mutation = (marked, random) =>
  same(marked, [makeSentence(marked.language, random), ...marked.paragraphs]);

const editedElsewhere: Mutation = (marked, random) =>
  same(
    marked,
    marked.paragraphs.map((each, at) =>
      at === marked.at ? each : changeWords(each, 0.05, random, makeSentence(marked.language, random)),
    ),
  );

const contextRewritten: Mutation = (marked, random) => {
  const sentences = sentencesOf(marked.paragraphs[marked.at] ?? '');
  if (!isWithinOne(sentences)) return null;
  const gap = sentenceGap(marked.language);
  const rewritten = sentences.map((each) =>
    holds(each) ? each : makeSentence(marked.language, random) + gap,
  );
  return same(
    marked,
    marked.paragraphs.map((each, at) => {
      if (at === marked.at) return rewritten.join('');
      return Math.abs(at - marked.at) === 1 ? makeParagraph(marked.language, random) : each;
    }),
  );
};

const copyAdded: Mutation = (marked, random) => {
  const sentence = sentencesOf(marked.paragraphs[marked.at] ?? '').find(holds);
  if (sentence === undefined || !isWithinOne(sentencesOf(marked.paragraphs[marked.at] ?? ''))) return null;
  return same(marked, insertAt(marked.paragraphs, farFrom(marked, random), unmark(sentence).trim()));
};

const paragraphCopied: Mutation = (marked, random) =>
  same(
    marked,
    insertAt(marked.paragraphs, farFrom(marked, random), unmark(marked.paragraphs[marked.at] ?? '')),
  );

const paragraphMoved: Mutation = (marked, random) => {
  const paragraph = marked.paragraphs[marked.at] ?? '';
  const rest = marked.paragraphs.toSpliced(marked.at, 1);
  return same(marked, insertAt(rest, Math.min(rest.length, farFrom(marked, random)), paragraph));
};

const paragraphsMerged: Mutation = (marked) => {
  const next = marked.paragraphs[marked.at + 1];
  if (next === undefined) return null;
  const gap = marked.language === 'japanese' ? '\u3000' : ' ';
  const merged = marked.paragraphs[marked.at] + gap + next;
  return same(marked, marked.paragraphs.toSpliced(marked.at, 2, merged));
};

/** Typography of the whole text; the passage counts as the same where none of it is hit. */
const everywhere =
  (change: (text: string) => string): Mutation =>
  (marked) => {
    const paragraphs = marked.paragraphs.map(change);
    const changed = { ...marked, paragraphs };
    const isSame = exactOf(changed) === exactOf(marked);
    return { old: marked.paragraphs, paragraphs, truth: isSame ? 'same' : 'changed' };
  };
const typography = everywhere((text) =>
  text
    .replace(/[’']/gu, (mark) => (mark === '’' ? "'" : '’'))
    .replace(/[“”„«»]/gu, '"')
    .replace(/ - /gu, ' – '),
);
const noBreakSpaces = everywhere((text) => text.replace(/ (?=\d)|(?<=\d) /gu, '\u00a0'));
const decomposed = everywhere((text) => text.normalize('NFD'));
const softHyphens = everywhere((text) => text.replace(/(\p{L}{5})(\p{L}{4})/gu, '$1\u00ad$2'));

const inPassage =
  (change: (exact: string, random: Random, marked: Marked) => string | null): Mutation =>
  (marked, random) => {
    const exact = exactOf(marked);
    const changed = change(exact, random, marked);
    if (changed === null || changed === exact) return null;
    return {
      old: marked.paragraphs,
      paragraphs: withParagraph(marked, (each) => each.replace(BEGIN + exact, () => BEGIN + changed)),
      truth: 'changed',
    };
  };

const splitSentence = inPassage((exact) => {
  if (exact.length < 50) return null;
  const split = exact.replace(/ (and|und|et|и|ولم|as|wie|comme|как) /u, (_, word: string) => `. ${word} `);
  return split === exact ? null : split;
});
const wordsChanged = inPassage((exact, random, { language }) =>
  exact.length < 30 || language === 'japanese'
    ? null
    : changeWords(exact, 0.2, random, makeSentence(language, random)),
);
const numberChanged = inPassage((exact) =>
  /\d/u.test(exact) && exact.length >= 16
    ? exact.replace(/\d+/u, (digits) => String(Number(digits) * 3 + 1))
    : null,
);

/** The characters of the passage stay, and are part of another word or number now. */
const edgeGrown: Mutation = (marked, random) => {
  const exact = exactOf(marked);
  const grown = /\d$/u.test(exact)
    ? random.pick(['4', '.5', ',000', '%', ' per cent', ' million', '-5'])
    : random.pick(['s', 'ed', 'ing', '\u0301', '-like', '’s']);
  const before = /^\d/u.test(exact) ? random.pick(['-', '0.', '1', '$']) : random.pick(['non-', 're', 'un']);
  if (!/[\p{L}\d]$/u.test(exact) || !/^[\p{L}\d]/u.test(exact) || marked.language === 'japanese') return null;
  const isAfter = random.next() < 0.6;
  const change = (each: string): string =>
    isAfter ? each.replace(END, () => grown + END) : each.replace(BEGIN, () => BEGIN + before);
  return { old: marked.paragraphs, paragraphs: withParagraph(marked, change), truth: 'changed' };
};

const gone = (old: readonly string[], paragraphs: readonly string[]): Mutated => ({
  old,
  paragraphs,
  truth: 'gone',
});

const sentenceDeleted: Mutation = (marked) => {
  const sentences = sentencesOf(marked.paragraphs[marked.at] ?? '');
  if (!isWithinOne(sentences)) return null;
  const rest = sentences.filter((each) => !holds(each)).join('');
  return gone(
    marked.paragraphs,
    withParagraph(marked, () => rest).filter((each) => each.trim() !== ''),
  );
};
const paragraphDeleted: Mutation = (marked) =>
  gone(marked.paragraphs, marked.paragraphs.toSpliced(marked.at, 1));
const sentenceReplaced: Mutation = (marked, random) => {
  const sentences = sentencesOf(marked.paragraphs[marked.at] ?? '');
  if (!isWithinOne(sentences)) return null;
  const gap = sentenceGap(marked.language);
  const other = sentences.map((each) => (holds(each) ? makeSentence(marked.language, random) + gap : each));
  return gone(
    marked.paragraphs,
    withParagraph(marked, () => other.join('')),
  );
};
/** It stood twice, and the one that was marked was taken out. */
const otherCopyLeft: Mutation = (marked, random) => {
  const sentences = sentencesOf(marked.paragraphs[marked.at] ?? '');
  const sentence = sentences.find(holds);
  if (sentence === undefined || !isWithinOne(sentences)) return null;
  const place = farFrom(marked, random);
  const copy = unmark(sentence).trim();
  const rest = withParagraph(marked, () => sentences.filter((each) => !holds(each)).join(''));
  const without = (paragraphs: readonly string[]): readonly string[] =>
    paragraphs.filter((each) => each.trim() !== '');
  return gone(insertAt(marked.paragraphs, place, copy), without(insertAt(rest, place, copy)));
};

export const mutations: Readonly<Record<string, Mutation>> = {
  'a sentence on top': sentenceOnTop,
  'words changed elsewhere': editedElsewhere,
  'context rewritten': contextRewritten,
  'a copy added': copyAdded,
  'its paragraph copied': paragraphCopied,
  'its paragraph moved': paragraphMoved,
  'two paragraphs merged': paragraphsMerged,
  'other typography': typography,
  'no-break spaces': noBreakSpaces,
  'accents decomposed': decomposed,
  'soft hyphens': softHyphens,
  'sentence split': splitSentence,
  'words of it changed': wordsChanged,
  'a number of it changed': numberChanged,
  'an edge grown': edgeGrown,
  'sentence deleted': sentenceDeleted,
  'sentence replaced': sentenceReplaced,
  'paragraph deleted': paragraphDeleted,
  'deleted, a copy left': otherCopyLeft,
};
