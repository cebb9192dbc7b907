import { describe, expect, it } from 'vitest';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import { printPinpoint } from '#domain/memo/document/print-pinpoints.ts';
import { parseTranscript } from '#renderer/importer/parse-transcript.ts';

/** The paragraphs of a transcript, each with its time. */
const read = (text: string) => {
  const parsed = parseTranscript(text);
  if (parsed === null) return null;
  const spans = textBlockSpans(parsed.body);
  const times = pagedRanges(spans);
  const all = canonicalText(parsed.body);
  return spans.map(({ start, end }) => [
    times.find((range) => range.start === start)?.label,
    all.slice(start, end),
  ]);
};

it('joins the cues of SubRip to paragraphs, by pauses, and leaves codes and settings out', () => {
  const text = [
    '\ufeff1\r\n00:00:01,000 --> 00:00:03,500\r\nThe strait is <i>closed</i>\r\nto tankers,',
    '2\r\n00:00:03,600 --> 00:00:05,000\r\n{\\an8}the minister said.',
    '3\r\n01:02:09,000 --> 01:02:11,000\r\nInsurers &amp; brokers disagree.',
  ].join('\r\n\r\n');
  expect(read(text)).toEqual([
    ['00:00:01', 'The strait is closed to tankers, the minister said.'],
    ['01:02:09', 'Insurers & brokers disagree.'],
  ]);
});

it('names the speakers of WebVTT where they change, and reads no note and no style', () => {
  const text = [
    'WEBVTT - Hearing',
    'STYLE\n::cue { color: lime }',
    'NOTE from 00:00 to the end',
    'intro\n00:01.000 --> 00:02.000 align:start\n<v.loud Ilse Marrow>We kept a log.</v>',
    '00:02.100 --> 00:03.000\n<v Ilse Marrow>For eleven years.',
    '00:03.100 --> 00:04.000\n<v Chair>Thank <00:03.500>you.',
  ].join('\n\n');
  expect(read(text)).toEqual([
    ['00:00:01', 'Ilse Marrow: We kept a log. For eleven years.'],
    ['00:00:03', 'Chair: Thank you.'],
  ]);
});

it('says each line of rolling captions once, and begins anew where somebody else speaks', () => {
  const text = [
    'WEBVTT',
    '00:00:01.000 --> 00:00:02.000\nit was closed',
    '00:00:02.000 --> 00:00:03.000\nit was closed\non Monday',
    '00:00:03.000 --> 00:00:04.000\non Monday\n>> Who said so?',
    '00:00:04.100 --> 00:00:05.000\nMARROW: I did.',
  ].join('\n\n');
  expect(read(text)).toEqual([
    ['00:00:01', 'it was closed on Monday'],
    ['00:00:03', 'Who said so?'],
    ['00:00:04', 'MARROW: I did.'],
  ]);
});

/** A SubRip file of those cues, each a second long and a second after the last. */
const subRip = (...cues: readonly string[]): string =>
  cues
    .map((words, at) => {
      const second = String(at).padStart(2, '0');
      return `${at + 1}\n00:00:${second},000 --> 00:00:${second},900\n${words}`;
    })
    .join('\n\n');
const wordsOf = (...cues: readonly string[]) => read(subRip(...cues))?.map(([, words]) => words);
/** What is bold: the speakers. */
const boldOf = (...cues: readonly string[]) =>
  JSON.stringify(parseTranscript(subRip(...cues))?.body).match(/"text":"[^"]*","marks":\[\{"type":"bold"/gu)
    ?.length ?? 0;

describe('speakers in capitals before their words', () => {
  it('are set apart where at least two open cues, and speak until somebody else does', () => {
    const cues = [
      'MODERATOR: Thank you all. Minister, when will',
      'MODERATOR: the port open?',
      '- MR. O’NEILL-ŁUK (by phone): In two weeks,\nif the navy agrees.',
      'I can’t say more.',
      'SENATOR McCAIN: Why?\nMODERATOR: No follow-ups.',
      '- Shame!',
      'MODERATOR:',
      'We close here.',
    ];
    expect(wordsOf(...cues)).toEqual([
      'MODERATOR: Thank you all. Minister, when will the port open?',
      'MR. O’NEILL-ŁUK (by phone): In two weeks, if the navy agrees. I can’t say more.',
      'SENATOR McCAIN: Why?',
      'MODERATOR: No follow-ups.',
      '- Shame!',
      'MODERATOR: We close here.',
    ]);
    expect(boldOf(...cues)).toBe(5);
  });

  it.each([
    ['one name alone', ['MODERATOR: We begin.', 'MODERATOR: We end.']],
    ['a note beside one name', ['MODERATOR: We begin.', 'NOTE: The sound is bad.', 'PART 2: The answers.']],
    ['letters of a list', ['A: It opens again.', 'B: It stays closed.']],
    ['a file in capitals', ['THE MINISTER SAID: WE GO.', 'HE ADDED: WE STAY.']],
    ['a name within a sentence', ['MODERATOR: It was said by the', 'BBC: the port is closed.']],
    ['times and addresses', ['AT 10:30 it opens. See', 'HTTPS://example.org or call', 'EXT:44 today.']],
    ['small letters', ['Moderator: We begin.', 'Witness: We end.']],
    ['other letters than capitals', ['主持人: 开始。', '证人: 结束。']],
  ])('are left in the words of %s', (_what, cues) => {
    expect(boldOf(...cues)).toBe(0);
    expect(wordsOf(...cues)?.join(' ')).toBe(cues.join(' '));
  });

  it('leave a note between them to nobody', () => {
    const cues = [
      'ANNA: We begin.',
      'NOTE: The sound is bad.',
      'It is better now.',
      'BO: We end.',
      'ANNA: Yes.',
    ];
    expect(wordsOf(...cues)).toEqual([
      'ANNA: We begin.',
      'NOTE: The sound is bad. It is better now.',
      'BO: We end.',
      'ANNA: Yes.',
    ]);
    expect(boldOf(...cues)).toBe(3);
  });

  it('are read in Cyrillic and in WebVTT without voices, and give way to voices', () => {
    expect(boldOf('ВЕДУЩИЙ: Начнём.', 'ПЕСКОВ: Да, начнём.')).toBe(2);
    const cues = '00:01.000 --> 00:02.000\nANNA: We begin.\n\n00:02.000 --> 00:03.000\n';
    expect(read(`WEBVTT\n\n${cues}BO: We end.`)).toHaveLength(2);
    expect(read(`WEBVTT\n\n${cues}<v Bo>NATO: We end.`)?.[1]).toEqual(['00:00:02', 'Bo: NATO: We end.']);
  });
});

it('reads the JSON of whisper, and joins no words of a script without spaces by one', () => {
  const segments = [
    { start: 0, end: 2.5, text: ' 海峡は閉鎖された', speaker: 'SPEAKER_00' },
    { start: 2.5, end: 4, text: ' と述べた。', speaker: 'SPEAKER_00' },
  ];
  expect(read(JSON.stringify({ text: '', segments }))).toEqual([
    ['00:00:00', 'SPEAKER_00: 海峡は閉鎖されたと述べた。'],
  ]);
});

it('tells the cues of SubRip apart without blank lines, and keeps what stands behind one', () => {
  const text = [
    '1\n00:00:01,000 --> 00:00:04,500\nThe ferry stopped at noon.',
    '2\n00:00:14,600 --> 00:00:18,000\nIt was open in\n1999\n\nand again later.',
    '3\n100:14:07,250-->100:14:12.000 X1:63 X2:223 Y1:43 Y2:58\nA long day.\n',
    '4\n1000:0:5,5 --> 1000:0:7\nThe end, in\n2001',
  ].join('\n');
  expect(read(text)).toEqual([
    ['00:00:01', 'The ferry stopped at noon.'],
    ['00:00:14', 'It was open in 1999 and again later.'],
    ['100:14:07', 'A long day.'],
    ['1000:00:05', 'The end, in 2001'],
  ]);
});

it('reads of signs with a reading above them the signs alone, and no note behind a cue of WebVTT', () => {
  const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>海峡<rt>かいきょう</rt></ruby>は\n\nNOTE unsure\n';
  expect(read(text)).toEqual([['00:00:01', '海峡は']]);
});

it('reads the JSON of whisper.cpp, with its language', () => {
  const json = JSON.stringify({
    systeminfo: 'AVX',
    result: { language: 'de' },
    transcription: [{ offsets: { from: 847_250, to: 852_000 }, text: ' Der Hafen war zu.' }],
  });
  expect(read(json)).toEqual([['00:14:07', 'Der Hafen war zu.']]);
  expect(parseTranscript(json)?.found).toMatchObject({
    language: { value: 'de' },
    type: { value: 'broadcast' },
  });
});

it('is nothing where nobody speaks', () => {
  expect(read('WEBVTT\n\n00:01.000 --> 00:02.000\n')).toBeNull();
  expect(read('{"segments": 3}')).toBeNull();
});

it('is cited by its time', () => {
  const place = { source: 3, paragraph: 12, place: null } as const;
  expect(printPinpoint({ ...place, page: '00:14:07' })).toBe('3\u00a000:14:07\u00a0¶12');
  expect(printPinpoint({ ...place, page: '14' })).toBe('3\u00a0p.\u00a014\u00a0¶12');
});
