/**
 * A transcript with time codes: SubRip (.srt), WebVTT (.vtt), and the JSON of whisper. Its cues are joined into
 * paragraphs; each begins with its speaker, if named, and has the time at which it is said. The codes themselves are
 * not text. WebVTT: W3C Candidate Recommendation, "WebVTT: The Web Video Text Tracks Format".
 */
import { z } from 'zod';
import type { FoundMetadata } from '#domain/article/article.ts';
import type { Mark, ParagraphNode, TextNode } from '#domain/article/body/body.ts';
import { printTimeCode } from '#domain/article/pages.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';

type Cue = {
  /** Seconds from the beginning. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  /** As named in the file beside the words; null if none is. */
  readonly speaker: string | null;
  /** Whether the file marks a change of speaker here. */
  readonly isTurn: boolean;
};

const TIMING =
  /^((?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)[ \t]*-->[ \t]*((?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)/u;

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

/** Formatting and timing within a cue are not text. */
const withoutTags = (line: string): string =>
  line
    .replace(/<rt\b[^<>]*>[^<>]*(?:<\/rt>)?/giu, '')
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

/** A cue's words end at the next timing; the next cue's number right above that is not part of them. */
const withoutNumber = (lines: readonly string[], isLast: boolean): readonly string[] => {
  const at = lines.findLastIndex((line) => line !== '');
  return !isLast && /^\d+$/u.test(lines[at] ?? '') ? lines.slice(0, at) : lines;
};

/** In WebVTT a blank line ends a cue: after it comes the name of the next, a note or a style. */
const untilBlank = (lines: readonly string[]): readonly string[] => {
  const at = lines.indexOf('');
  return at === -1 ? lines : lines.slice(0, at);
};

/** The cues of a text, with or without blank lines in between; anything before the first cue is ignored. */
const cuesOfText = (text: string): readonly Cue[] => {
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r\n?|\n/u)
    .map((line) => line.trim());
  const isWebVtt = lines[0]?.startsWith('WEBVTT') === true;
  const timings = lines.flatMap((line, at) => {
    const timing = TIMING.exec(line);
    return timing === null ? [] : [{ timing, at }];
  });
  return timings.map(({ timing, at }, index) => {
    const next = timings[index + 1]?.at;
    const own = lines.slice(at + 1, next);
    return cueOf(timing, isWebVtt ? untilBlank(own) : withoutNumber(own, next === undefined));
  });
};

/** For OpenAI's program and compatible ones; times in seconds. */
const whisperSchema = z.object({
  language: z.string().optional(),
  segments: z.array(
    z.object({
      start: z.number().min(0),
      end: z.number().min(0),
      text: z.string(),
      speaker: z.string().optional(),
    }),
  ),
});

/** For whisper.cpp; times in milliseconds. */
const whisperCppSchema = z
  .object({
    result: z.object({ language: z.string().optional() }).optional(),
    transcription: z.array(
      z.object({
        offsets: z.object({ from: z.number().min(0), to: z.number().min(0) }),
        text: z.string(),
        speaker: z.string().optional(),
      }),
    ),
  })
  .transform(({ result, transcription }) => ({
    language: result?.language,
    segments: transcription.map(({ offsets, text, speaker }) => ({
      start: offsets.from / 1000,
      end: offsets.to / 1000,
      text,
      speaker,
    })),
  }));

type Heard = { readonly cues: readonly Cue[]; readonly language: string | null };

const readWhisper = (json: string): Heard => {
  try {
    const { language, segments } = z.union([whisperSchema, whisperCppSchema]).parse(JSON.parse(json));
    const cues = segments.map(({ start, end, text, speaker }) => ({
      start,
      end,
      lines: [text.replace(/\s+/gu, ' ').trim()].filter((line) => line !== ''),
      speaker: speaker?.trim() || null,
      isTurn: false,
    }));
    return { cues, language: /^[a-z]{2,3}$/u.test(language ?? '') ? (language ?? null) : null };
  } catch {
    return { cues: [], language: null };
  }
};

/** Rolling captions repeat the previous line: each line is kept once. */
const saidOnce = (cues: readonly Cue[]): readonly Cue[] => {
  let before: readonly string[] = [];
  return cues.flatMap((cue) => {
    const isRolling = cue.lines.length > 0 && before.length > 0 && cue.lines[0] === before.at(-1);
    const lines = isRolling ? cue.lines.slice(1) : cue.lines;
    if (cue.lines.length > 0) before = cue.lines;
    return lines.length === 0 ? [] : [{ ...cue, lines }];
  });
};

/**
 * Seconds of silence that separate two paragraphs, and the number of characters after which the next sentence starts a
 * new one.
 */
const PAUSE = 3;
const FULL = 400;
/** After this many characters a paragraph ends anywhere. */
const OVERFULL = 1200;

const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»)\]]*$/u;
/** A line that names a speaker, in capitals or after a dash, as in typed transcripts. */
const NEW_VOICE = /^(?:[-–—]\s*\S|\p{Lu}[\p{Lu}\p{M}\s.'’-]{1,40}:\s)/u;

/** A name in capitals before the words of a line: “MR. PRICE:”, “SENATOR McCAIN (by phone):”, “- SPEAKER 2:”. */
const NAMED =
  /^(?:[-–—]\s*)?((?:Ma?c)?\p{Lu}(?:[\p{Lu}\p{M}\p{N} .'’_&/#-]|Ma?c(?=\p{Lu})){1,39}(?:\([^():]{1,40}\))?):(?:\s+|$)/u;
/** Words in capitals before a colon that name nobody. */
const notNames: ReadonlySet<string> = new Set([
  ...['ANNOUNCEMENT', 'BREAKING', 'BREAKING NEWS', 'CHAPTER', 'CORRECTION', 'EXAMPLE', 'FACT', 'FOOTNOTE'],
  ...['HINT', 'IMPORTANT', 'LYRICS', 'MUSIC', 'NOTE', 'NOTES', 'PART', 'SCENE', 'SOURCE', 'SOURCES', 'STEP'],
  ...[
    'SUBTITLES',
    'SUMMARY',
    'TIP',
    'TRANSLATION',
    'UPDATE',
    'WARNING',
    'ACHTUNG',
    'HINWEIS',
    'QUELLE',
    'TEIL',
  ],
  ...['ATTENTION', 'REMARQUE', 'NOTA', 'ATENCIÓN', 'FUENTE', 'ВНИМАНИЕ', 'ПРИМЕЧАНИЕ', 'ИСТОЧНИК'],
]);

type Opening = { readonly name: string; readonly rest: string };

const openingOf = (line: string): Opening | null => {
  const [all, name = ''] = NAMED.exec(line) ?? [];
  const isName = (name.match(/\p{Lu}/gu) ?? []).length > 1 && !notNames.has(name.replace(/[\s\d#.]+$/u, ''));
  return all !== undefined && isName ? { name, rest: line.slice(all.length) } : null;
};

/** Capitals mark no names where all is written in them. */
const isMostlySmall = (cues: readonly Cue[]): boolean => {
  const text = cues.flatMap(({ lines }) => lines.map((line) => openingOf(line)?.rest ?? line)).join(' ');
  return (text.match(/\p{Ll}/gu) ?? []).length > (text.match(/\p{Lu}/gu) ?? []).length;
};

/** Whether a cue may begin with the name of a speaker, and not in the middle of a sentence that has one. */
const followsEnd = ({ start, isTurn }: Cue, before: Cue | undefined): boolean =>
  before === undefined ||
  isTurn ||
  start - before.end >= PAUSE ||
  SENTENCE_END.test(before.lines.at(-1) ?? '') ||
  /[-–—:]$/u.test(before.lines.at(-1) ?? '');

/** The names with which cues of the file open; empty unless there are two. */
const namesIn = (cues: readonly Cue[]): ReadonlySet<string> => {
  const names = cues.flatMap((cue, at) => {
    const opening = openingOf(cue.lines[0] ?? '');
    return opening !== null && followsEnd(cue, cues[at - 1]) ? [opening.name] : [];
  });
  const all = new Set(names);
  return all.size > 1 && isMostlySmall(cues) ? all : new Set();
};

/** A cue for each of its lines. */
const lineByLine = (cue: Cue): readonly Cue[] =>
  cue.lines.map((line, at) => ({ ...cue, lines: [line], isTurn: cue.isTurn && at === 0 }));

/**
 * Sets apart the speakers of files that only write them in capitals before what they say. Who is named speaks until
 * somebody else does; whoever begins without a name is nobody known.
 */
const withSpeakers = (cues: readonly Cue[]): readonly Cue[] => {
  const names = cues.some(({ speaker }) => speaker !== null) ? new Set() : namesIn(cues);
  if (names.size === 0) return cues;
  let speaker: string | null = null;
  return cues.flatMap(lineByLine).flatMap((cue): readonly Cue[] => {
    const [line = ''] = cue.lines;
    const opening = openingOf(line);
    if (opening !== null && names.has(opening.name)) {
      speaker = opening.name;
      return opening.rest === '' ? [] : [{ ...cue, lines: [opening.rest], speaker }];
    }
    if (NEW_VOICE.test(line) || cue.isTurn) speaker = null;
    return [{ ...cue, speaker }];
  });
};

/** Scripts without spaces between words join their lines without one. */
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

/** Null if nothing is said. */
export const parseTranscript = (text: string): ParsedArticle | null => {
  const isJson = /^\s*\{/u.test(text);
  const { cues, language } = isJson ? readWhisper(text) : { cues: cuesOfText(text), language: null };
  const said = paragraphsOf(withSpeakers(saidOnce(cues)));
  const [first, ...others] = said.map((each, at) => nodeOf(each, at, said[at - 1]));
  if (first === undefined) return null;
  const found: FoundMetadata = {
    // A recording is cited as a broadcast until the analyst chooses another type.
    type: { value: 'broadcast', foundIn: 'text-header' },
    ...(language === null ? {} : { language: { value: language, foundIn: 'document-properties' } }),
  };
  return { body: { type: 'doc', content: [first, ...others] }, found };
};
