/**
 * What only one of two versions says: sentences that the other has nowhere, so that whatever merely moved is no
 * novelty. Nothing depends on words of a language, except that `noteWords` help to know a note of the editors.
 */

import type { TextRange } from '../../text/selector.ts';
import { countWhile } from '../../text/sequences/count-while.ts';
import type { Block } from '../align-blocks.ts';
import type { Alignment } from '../align-texts.ts';
import { foldedTypography } from '../folded-typography.ts';
import { noteWordAnywhere, noteWords } from './note-words.ts';

/** A sentence of one text; what it says, regardless of its typography, is `says`. */
export type Sentence = TextRange & { readonly says: string; readonly isAside: boolean };

type Side = 'old' | 'fresh';

export type Novelties = {
  readonly sentences: Readonly<Record<Side, readonly Sentence[]>>;
  /** Whether a sentence of that side is nowhere in the other. */
  readonly isOnlyIn: (side: Side, sentence: Sentence) => boolean;
  /** Sentences that only the new text has and that comment on the article itself, such as a correction. */
  readonly notes: readonly Sentence[];
  /** All sentences that only the new text has. */
  readonly added: readonly Sentence[];
};

const timeOfDay = /\p{Nd}{1,2}[:.hH]\p{Nd}{2}(?:[:.]\p{Nd}{2})?(?!\p{Nd})/gu;
const quotes = /["']/gu;
/** Commas, stops and dashes between words: none of a number, and no question or exclamation mark. */
const pauses = /(?<!\p{Nd})[,;:.\-·•|]+|[,;:.\-·•|]+(?!\p{Nd})/gu;

/** What a text says, without typography and pauses; case and all other characters stay. */
export const saidIn = (text: string): string =>
  foldedTypography(text)
    .normalize('NFC')
    .replace(/\uFFFC/gu, ' ')
    .replace(pauses, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** The same of a sentence beside the passage, whose quotation marks and times of day change nothing. */
const saidBeside = (text: string): string =>
  saidIn(text.replace(timeOfDay, ' ').replace(quotes, '')).replace(quotes, '').replace(/\s+/gu, ' ').trim();

const endsSentence = /[.!?…。！？؟۔।։။።]["'”’»«)\]」』]*$/u;
const noStops = /[\p{Script=Thai}\p{Script=Lao}]/u;
/** A line shorter than this without the end of a sentence is a heading, a caption, a link or a time. */
const MIN_PROSE = 60;

const isWholeLine = (text: string, { start, end }: TextRange): boolean =>
  /(?:^|\n)[^\S\n]*$/u.test(text.slice(Math.max(0, start - 8), start)) &&
  /^[^\S\n]*(?:\n|$)/u.test(text.slice(end, end + 8));

/** Whether a sentence is none: a line of its own that is short and has no end, or has no word. */
const isAside = (text: string, block: Block): boolean => {
  const words = text.slice(block.start, block.end);
  if (!/\p{L}/u.test(words.replace(timeOfDay, ''))) return true;
  return (
    isWholeLine(text, block) && words.length < MIN_PROSE && !endsSentence.test(words) && !noStops.test(words)
  );
};

const sentencesIn = (text: string, blocks: readonly Block[]): readonly Sentence[] =>
  blocks.map((block) => ({
    start: block.start,
    end: block.end,
    says: saidBeside(text.slice(block.start, block.end)),
    isAside: isAside(text, block),
  }));

const lineAt = (text: string, { start, end }: TextRange): string => {
  const next = text.indexOf('\n', end);
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, next === -1 ? text.length : next).trim();
};

const inBrackets = /^[([［（【*].{8,}[)\]］）】*]\.?$/u;
/** "Correction:", "Berichtigung, 4. Mai:", "更正：": a label of few words, and what it labels. */
const labelled = /^[\p{L}\p{M}\p{N} '’.,()/-]{2,40}[:：]\s*\S/u;
const MAX_NOTE = 600;

/** Whether a word of `noteWords` is in a text, as a word where its script has spaces. */
const hasNoteWord = (text: string): boolean => noteWords.test(text);

/**
 * Whether an added sentence comments on the article: its paragraph is in brackets, or is the first or last one and
 * bears a label, or its words say so. A label elsewhere is that of an interview or a list.
 */
const isNote = ({ fresh }: Alignment, lines: readonly string[], sentence: Sentence): boolean => {
  const line = lineAt(fresh.text, sentence);
  if (line.length > MAX_NOTE) return hasNoteWord(fresh.text.slice(sentence.start, sentence.end));
  if (hasNoteWord(line) || inBrackets.test(line)) return true;
  const isAtEnd = line === lines[0] || line === lines.at(-1);
  return isAtEnd && (labelled.test(line) || noteWordAnywhere.test(line));
};

/** Compares the sentences of two versions. Linear. */
export const noveltiesOf = (alignment: Alignment): Novelties => {
  const sentences = {
    old: sentencesIn(alignment.old.text, alignment.blocks.old),
    fresh: sentencesIn(alignment.fresh.text, alignment.blocks.fresh),
  };
  const said = {
    old: new Set(sentences.old.map(({ says }) => says)),
    fresh: new Set(sentences.fresh.map(({ says }) => says)),
  };
  const isOnlyIn = (side: Side, { says }: Sentence): boolean =>
    !said[side === 'old' ? 'fresh' : 'old'].has(says);
  const added = sentences.fresh.filter((sentence) => isOnlyIn('fresh', sentence));
  const lines = alignment.fresh.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    sentences,
    isOnlyIn,
    added,
    notes: added.filter((sentence) => isNote(alignment, lines, sentence)),
  };
};

/** The nearest sentence before (-1) or after (1) a range; null where there is none. */
export const sentenceBeside = (
  sentences: readonly Sentence[],
  range: TextRange,
  step: -1 | 1,
): Sentence | null => {
  const from =
    step === -1
      ? countWhile(sentences, ({ end }) => end <= range.start) - 1
      : countWhile(sentences, ({ start }) => start < range.end);
  for (let at = from; at >= 0 && at < sentences.length; at += step) {
    const sentence = sentences[at];
    if (sentence !== undefined && !sentence.isAside) return sentence;
  }
  return null;
};
