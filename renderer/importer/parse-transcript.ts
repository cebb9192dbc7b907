/**
 * A transcript with time codes: SubRip (.srt), WebVTT (.vtt), and the JSON of whisper. Its cues are joined to
 * paragraphs; each begins with its speaker, where one is named, and knows the time at which it is said. The codes
 * themselves are no words. WebVTT: W3C Candidate Recommendation, "WebVTT: The Web Video Text Tracks Format".
 */
import { z } from 'zod';
import type { Mark, ParagraphNode, TextNode } from '#domain/article/body/body.ts';
import { printTimeCode } from '#domain/article/pages.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';

type Cue = {
  /** Seconds from the beginning. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  /** As the file names them beside the words; null where it names none. */
  readonly speaker: string | null;
  /** Whether the file says that somebody else speaks from here on. */
  readonly isTurn: boolean;
};

const TIMING =
  /^((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})[ \t]+-->[ \t]+((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})/u;

const secondsOf = (code: string): number =>
  code
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
  '&quot;': '"',
  '&#39;': "'",
};

/** How words are set, and when within a cue they appear, are no words. */
const withoutTags = (line: string): string =>
  line
    .replace(/<\/?(?:[a-z][^<>]*|\d[\d:.]*)>/giu, '')
    .replace(/\{\\[^{}]*\}/gu, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm|quot|#39);/gu, (entity) => entities[entity] ?? entity)
    .replace(/[ \t]+/gu, ' ')
    .trim();

const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]+)>/iu;
const TURN = /^(?:>>+|&gt;&gt;)\s*/u;

const cueOf = (timing: RegExpExecArray, lines: readonly string[]): Cue => {
  const words = lines.map((line) => line.replace(TURN, ''));
  return {
    start: secondsOf(timing[1] ?? '0'),
    end: secondsOf(timing[2] ?? '0'),
    lines: words.map(withoutTags).filter((line) => line !== ''),
    speaker: VOICE.exec(lines.join('\n'))?.[1]?.trim() || null,
    isTurn: lines.some((line) => TURN.test(line)),
  };
};

/** The cues of a text; what stands in no cue, such as a note or a style, is no words of anybody. */
const cuesOfText = (text: string): readonly Cue[] =>
  text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n+/u)
    .flatMap((block) => {
      const lines = block.split('\n').map((line) => line.trim());
      const at = lines.findIndex((line) => TIMING.test(line));
      const timing = TIMING.exec(lines[at] ?? '');
      return timing === null || at > 1 ? [] : [cueOf(timing, lines.slice(at + 1))];
    });

const whisperSchema = z.object({
  segments: z.array(
    z.object({
      start: z.number().min(0),
      end: z.number().min(0),
      text: z.string(),
      speaker: z.string().optional(),
    }),
  ),
});

const cuesOfWhisper = (text: string): readonly Cue[] => {
  try {
    return whisperSchema.parse(JSON.parse(text)).segments.map(({ start, end, text: words, speaker }) => ({
      start,
      end,
      lines: [words.replace(/\s+/gu, ' ').trim()].filter((line) => line !== ''),
      speaker: speaker?.trim() || null,
      isTurn: false,
    }));
  } catch {
    return [];
  }
};

/** Captions that roll show the line before once more: each line is said once. */
const saidOnce = (cues: readonly Cue[]): readonly Cue[] => {
  let before: readonly string[] = [];
  return cues.flatMap((cue) => {
    const isRolling = cue.lines.length > 0 && before.length > 0 && cue.lines[0] === before.at(-1);
    const lines = isRolling ? cue.lines.slice(1) : cue.lines;
    if (cue.lines.length > 0) before = cue.lines;
    return lines.length === 0 ? [] : [{ ...cue, lines }];
  });
};

/** Seconds of silence that part two paragraphs, and characters after which the next sentence begins a new one. */
const PAUSE = 3;
const FULL = 400;
/** After so many characters a paragraph ends wherever it is. */
const OVERFULL = 1200;

const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»)\]]*$/u;
/** A line that names who speaks, in capitals or behind a dash, as transcripts are typed. */
const NEW_VOICE = /^(?:[-–—]\s*\S|\p{Lu}[\p{Lu}\p{M}\s.'’-]{1,40}:\s)/u;

/** Scripts that part no words by spaces join their lines without one. */
const joinWords = (a: string, b: string): string =>
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]$/u.test(a) &&
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(b)
    ? `${a}${b}`
    : `${a} ${b}`;

type Said = { readonly start: number; end: number; words: string; readonly speaker: string | null };

const beginsAnew = (said: Said, cue: Cue, line: string, isFirst: boolean): boolean =>
  NEW_VOICE.test(line) ||
  (isFirst &&
    (cue.isTurn ||
      cue.speaker !== said.speaker ||
      cue.start - said.end >= PAUSE ||
      said.words.length >= OVERFULL ||
      (said.words.length >= FULL && SENTENCE_END.test(said.words))));

/** Cues as paragraphs. */
const paragraphsOf = (cues: readonly Cue[]): readonly Said[] => {
  const all: Said[] = [];
  for (const cue of cues) {
    for (const [at, line] of cue.lines.entries()) {
      const last = all.at(-1);
      if (last === undefined || beginsAnew(last, cue, line, at === 0))
        all.push({ start: cue.start, end: cue.end, words: line, speaker: cue.speaker });
      else {
        last.words = joinWords(last.words, line);
        last.end = cue.end;
      }
    }
  }
  return all;
};

const nodeOf = ({ start, words, speaker }: Said, at: number, before: Said | undefined): ParagraphNode => {
  const time: Mark = {
    type: 'page',
    attrs: { index: at + 1, label: printTimeCode(start), box: [0, 0, 10_000, 10_000] },
  };
  const isNamed = speaker !== null && speaker !== before?.speaker;
  const name: readonly TextNode[] = isNamed
    ? [{ type: 'text', text: `${speaker}: `, marks: [{ type: 'bold' }, time] }]
    : [];
  return { type: 'paragraph', content: [...name, { type: 'text', text: words, marks: [time] }] };
};

/** Null where nothing is said. */
export const parseTranscript = (text: string): ParsedArticle | null => {
  const cues = /^\s*\{/u.test(text) ? cuesOfWhisper(text) : cuesOfText(text);
  const said = paragraphsOf(saidOnce(cues));
  const [first, ...others] = said.map((each, at) => nodeOf(each, at, said[at - 1]));
  return first === undefined ? null : { body: { type: 'doc', content: [first, ...others] }, found: {} };
};
