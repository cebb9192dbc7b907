import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoBlock, MemoSection } from '#domain/memo/memo-content.ts';
import type { DocumentBlock, MemoDocument, Run } from '#domain/memo/memo-document.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { sampleSource, sampleTask } from '../../../support/archive/sample-records.ts';
import { dispatch, official, saidByOfficial } from '../../../support/memo/said-by-official.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  writeMemo,
} from '../../../support/memo/written-memo.ts';

const article = writeArticle(
  [
    'The envoy left.',
    'He said “We see China sharing machine tools” and left.',
    'Support, he said, will go on.\nSo he said.',
  ],
  [
    'We see China sharing machine tools',
    '“We see China sharing machine tools”',
    ['Support', 'will go on'],
    'He said “We see',
  ],
);

const build = (
  sections: readonly MemoSection[],
  articles: readonly WrittenArticle[] = [article],
): MemoDocument => buildMemoDocument(writeMemo(sections), materialOf(articles));

const blocksOf = (block: MemoBlock, articles?: readonly WrittenArticle[]): readonly DocumentBlock[] =>
  build([section('analysis', 'Analysis', block)], articles).sections[0]?.blocks ?? [];

const runsOf = (block: MemoBlock, articles?: readonly WrittenArticle[]): readonly Run[] => {
  const [printed] = blocksOf(block, articles);
  return printed?.kind === 'paragraph' ? printed.runs : [];
};

/** The words of runs as a reader sees them. */
const printed = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      if (run.kind === 'citation') {
        return ` [${run.pinpoints.map((pin) => `${pin.source} ¶${pin.paragraph}`).join(', ')}]`;
      }
      return 'text' in run ? run.text : '\n';
    })
    .join('');

describe('a citation in running text', () => {
  it('prints the whole quote between marks, then its pinpoint', () => {
    expect(printed(runsOf(paragraph('He is clear: ', cite(article, 0, 'whole'), '.')))).toBe(
      'He is clear: “We see China sharing machine tools” [1 ¶2].',
    );
  });

  it('takes the quote’s own marks where it has them, and sets inner ones a level down', () => {
    expect(printed(runsOf(paragraph(cite(article, 1, 'whole'))))).toBe(
      '“We see China sharing machine tools” [1 ¶2]',
    );
    expect(printed(runsOf(paragraph(cite(article, 3, 'whole'))))).toBe('“He said ‘We see” [1 ¶2]');
  });

  it('says where an interrupted quotation leaves words out', () => {
    expect(printed(runsOf(paragraph(cite(article, 2, 'whole'))))).toBe('“Support […] will go on” [1 ¶3]');
  });

  it('is a bare pinpoint after own words, set off by the writer alone', () => {
    expect(printed(runsOf(paragraph('Support goes on ', cite(article, 2, 'paraphrase'), '.')))).toBe(
      'Support goes on [1 ¶3].',
    );
  });

  it('joins its neighbours in one bracket, each place once', () => {
    const runs = runsOf(paragraph('So.', cite(article, 0), ' ', cite(article, 2), cite(article, 0)));
    expect(printed(runs)).toBe('So. [1 ¶2, 1 ¶3]');
  });

  it('is parted from a word that it follows directly', () => {
    expect(printed(runsOf(paragraph('He said:', cite(article, 0, 'whole'))))).toMatch(/^He said: “We/);
  });

  it('is printed as missing where its evidence is', () => {
    expect(printed(runsOf(paragraph(cite(article, 0, 'whole')), []))).toBe('[evidence missing] [1 ¶null]');
  });

  it('carries language and direction of an article in another language', () => {
    const arabic = writeArticle(['قال الوزير نعم اليوم'], ['قال الوزير'], {
      bibliography: { language: 'ar' },
    });
    const quote = runsOf(paragraph(cite(arabic, 0, 'whole')), [arabic]).find((run) => run.kind === 'quote');
    expect(quote).toMatchObject({ lang: 'ar', dir: 'rtl', text: 'قال الوزير' });
  });
});

describe('a block quotation', () => {
  it('is verbatim, one part per selector, with attribution and grade', () => {
    const quoted = writeArticle(
      ['One.', 'Support, he said, will “go on”.'],
      [
        {
          quote: ['Support', 'will “go on”'],
          passage: saidByOfficial,
        },
      ],
      { about: { publicationId: dispatch.id } },
    );
    const memo = writeMemo([section('background', 'Background', quoteBlock(quoted, 0))]);
    const document = buildMemoDocument(memo, materialOf([quoted], { sources: [official, dispatch] }));
    expect(document.sections[0]?.blocks).toEqual([
      {
        kind: 'quotation',
        passageId: quoted.passages[0]?.id,
        quotes: ['Support', 'will “go on”'],
        label: 'claim',
        lang: null,
        dir: 'ltr',
        pinpoint: { source: 1, paragraph: 2, place: null },
        attribution:
          'State Department official (unnamed), quoted in Harbour Dispatch, 22 April 2024, para. 2',
        grade: 'B3 via Harbour Dispatch (C)',
      },
    ]);
  });

  it('prints a picture as a note', () => {
    const withPicture = writeArticle(['Before \uFFFC after.'], ['Before \uFFFC after']);
    const [block] = blocksOf(quoteBlock(withPicture, 0), [withPicture]);
    expect(block).toMatchObject({ quotes: ['Before [image] after'] });
  });
});

describe('a citation of what carries no paragraph number', () => {
  const text = (words: string) => [{ type: 'text' as const, text: words }];
  const row = (...cells: readonly string[]) => ({
    type: 'tableRow' as const,
    content: cells.map((words) => ({
      type: 'tableCell' as const,
      attrs: { colspan: 1, rowspan: 1 },
      content: [{ type: 'paragraph' as const, content: text(words) }],
    })),
  });
  const tabled = writeArticle(
    [
      'The port closed.',
      { type: 'table', content: [row('Month', 'Ships'), row('March', '40 ships')] },
      {
        type: 'heading',
        attrs: { level: 2 },
        content: text('What the controls “on paper” mean for the crews'),
      },
      {
        type: 'blockquote',
        content: [
          { type: 'table', content: [row('Month', 'Crews'), row('April', '9 crews'), row('May', '8 crews')] },
        ],
      },
      { type: 'codeBlock', content: text('total = 48') },
      {
        type: 'heading',
        attrs: { level: 2 },
        content: text('A heading that goes on and on, over much more than a line of a memo could hold'),
      },
    ],
    ['40 ships', '8 crews', 'on paper', 'total = 48', 'A heading that', 'The port'],
  );
  const pinpoints = (passage: number) =>
    runsOf(paragraph(cite(tabled, passage)), [tabled]).flatMap((run) =>
      run.kind === 'citation' ? run.pinpoints : [],
    );

  it.each([
    [0, 'table 1, row 2'],
    [1, 'table 2, row 3'],
    [2, 'heading “What the controls ‘on paper’ mean for the crews”'],
    [3, 'code 1'],
    [4, 'heading “A heading that goes on and on, over much more than a line…”'],
  ])('names the place: passage %i', (passage, place) => {
    expect(pinpoints(passage)).toEqual([{ source: 1, paragraph: null, place }]);
    expect(blocksOf(quoteBlock(tabled, passage), [tabled])[0]).toMatchObject({
      attribution: expect.stringMatching(new RegExp(`, ${place}$`, 'u')),
    });
  });

  it('names the paragraph where there is one', () => {
    expect(pinpoints(5)).toEqual([{ source: 1, paragraph: 1, place: null }]);
  });

  it('joins two rows of one table as two places', () => {
    const runs = runsOf(paragraph('So', cite(tabled, 0), cite(tabled, 1), cite(tabled, 0)), [tabled]);
    expect(runs.at(-1)).toMatchObject({
      pinpoints: [{ place: 'table 1, row 2' }, { place: 'table 2, row 3' }],
    });
  });
});

describe('a judgement', () => {
  const statement = (block: MemoBlock): readonly Run[] => {
    const [printedBlock] = blocksOf(block);
    return printedBlock?.kind === 'judgement' ? printedBlock.statement : [];
  };

  it('has its likelihood in bold where it is written', () => {
    const runs = statement(judgement(['It is very likely to go on.'], { likelihood: 'very-likely' }));
    expect(runs).toEqual([
      { kind: 'text', text: 'It is ' },
      { kind: 'text', text: 'very likely', bold: true },
      { kind: 'text', text: ' to go on.' },
    ]);
  });

  it('has it in bold across a change of format, and where it is denied, before it', () => {
    const split = judgement(
      [
        { type: 'text', text: 'It is very ' },
        { type: 'text', text: 'likely', marks: [{ type: 'italic' }] },
      ],
      { likelihood: 'very-likely' },
    );
    expect(statement(split).filter((run) => run.kind === 'text' && run.bold === true)).toMatchObject([
      { text: 'very ' },
      { text: 'likely' },
    ]);
    const denied = judgement(['It is not likely to stop.'], { likelihood: 'likely' });
    expect(statement(denied)[0]).toEqual({ kind: 'text', text: 'Likely:', bold: true });
  });

  it('has its likelihood before it where it is not written', () => {
    const runs = statement(
      judgement(['Support goes on, and it is unlikely to stop.'], { likelihood: 'likely' }),
    );
    expect(runs.slice(0, 2)).toEqual([
      { kind: 'text', text: 'Likely:', bold: true },
      { kind: 'text', text: ' ' },
    ]);
  });

  it('keeps likelihood and confidence in sentences of their own', () => {
    const [block] = blocksOf(
      judgement(['It is likely.'], {
        confidence: 'low',
        confidenceReason: ' all statements come from one government ',
        assumptions: 'Controls stay as they are',
        wouldChange: 'Two quarters of falling series.',
      }),
    );
    expect(block).toMatchObject({
      likelihood: 'likely',
      confidence: 'Confidence: low; all statements come from one government.',
      assumptions: 'Controls stay as they are.',
      wouldChange: 'Two quarters of falling series.',
    });
  });

  it('prints a reason that begins as a sentence as one', () => {
    const [block] = blocksOf(
      judgement(['It is likely.'], { confidence: 'moderate', confidenceReason: 'Two sources agree.' }),
    );
    expect(block).toMatchObject({ confidence: 'Confidence: moderate. Two sources agree.' });
  });

  it('is numbered through the memo; one without a statement is neither printed nor counted', () => {
    const { sections } = build([
      section(
        'key-judgements',
        'Key judgements',
        judgement(['One is likely.']),
        judgement([]),
        judgement(['Two is likely.']),
      ),
      section('analysis', 'Analysis', judgement(['Three is likely.'])),
    ]);
    const numbers = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'judgement' ? block.number : [])),
    );
    expect(numbers).toEqual([1, 2, 3]);
  });
});

describe('a memo’s document', () => {
  it('leaves out what says nothing', () => {
    const { sections } = build([
      section('bottom-line', 'Bottom line'),
      section('background', 'Background', paragraph('   '), paragraph('Said.'), {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      }),
    ]);
    expect(sections.map(({ heading, blocks }) => [heading, blocks.length])).toEqual([['Background', 1]]);
  });

  it('lists its sources by number as open-source citations, with letter, descriptor and hash', () => {
    const dispatch = sampleSource('Harbour Dispatch', {
      kind: 'publication',
      reliability: 'C',
      descriptor: { access: 'Correspondent in the capital', possibleBias: 'Close to the port lobby.' },
    });
    const cited = writeArticle(['A.'], ['A'], {
      bibliography: { byline: 'A. Writer', title: 'What “help” means' },
      about: { publicationId: dispatch.id },
    });
    const memo = writeMemo([section('analysis', 'Analysis', paragraph('So.', cite(cited, 0)))]);
    expect(buildMemoDocument(memo, materialOf([cited], { sources: [dispatch] })).sources).toEqual([
      {
        number: 1,
        text: 'A. Writer, “What ‘help’ means”, Harbour Dispatch, newspaper article, 22 April 2024, accessed 23 April 2024.',
        url: 'https://harbour.example/world/envoy',
        reliability: 'Reliability C, fairly reliable.',
        descriptor: 'Correspondent in the capital. Close to the port lobby.',
        textSha256: cited.cited.article.textSha256,
        importedOn: '23 April 2024',
      },
    ]);
  });

  it('says what a source lacks, and never spells a name anew', () => {
    const sourceOf = (bibliography: Parameters<typeof writeArticle>[2]): string => {
      const cited = writeArticle(['A.'], ['A'], bibliography);
      const memo = writeMemo([section('analysis', 'Analysis', paragraph('So.', cite(cited, 0)))]);
      return buildMemoDocument(memo, materialOf([cited])).sources[0]?.text ?? '';
    };
    const nothing = { title: null, publisher: null, publishedAt: null, accessedAt: null };
    expect(sourceOf({ bibliography: nothing })).toBe('Untitled, newspaper article, undated.');
    expect(sourceOf({ bibliography: { ...nothing, publisher: 'de Haven' } })).toMatch(
      /^de Haven, untitled, /,
    );
  });

  it('prints the ticked tasks only, in the order of ticking, without what was deleted or given up', () => {
    const [first, second, cancelled, unticked] = [
      sampleTask('First', { owner: 'Trade desk' }),
      sampleTask('Second', { state: 'done', due: null }),
      sampleTask('Third', { state: 'cancelled' }),
      sampleTask('Fourth'),
    ];
    const memo = writeMemo([], {}, { printedTaskIds: [second.id, cancelled.id, first.id] });
    const material = materialOf([], { tasks: [first, second, cancelled, unticked] });
    expect(buildMemoDocument(memo, material).tasks).toEqual([
      { title: 'Second', owner: '', due: '', isDone: true },
      { title: 'First', owner: 'Trade desk', due: '26 April 2024', isDone: false },
    ]);
  });

  it('carries the marking in its doctrine colours, and an own banner in other ones', () => {
    const amber = buildMemoDocument(writeMemo([]), materialOf([]));
    expect(amber.marking).toEqual({
      text: 'TLP:AMBER',
      textColour: '#FFC000',
      background: '#000000',
      disclosure: 'need to know, organisation and its clients',
    });
    const banner = writeMemo([], { marking: { kind: 'banner', text: 'HOUSE ONLY' } });
    expect(buildMemoDocument(banner, materialOf([])).marking).toMatchObject({
      text: 'HOUSE ONLY',
      disclosure: null,
    });
    expect(buildMemoDocument(banner, materialOf([])).marking?.background).not.toBe('#000000');
  });

  it('counts a day as cut-off from its first second', () => {
    const memo = writeMemo([], { asOf: calendarDateSchema.parse('2024-04-24') });
    expect(buildMemoDocument(memo, materialOf([]))).toMatchObject({
      asOf: '24 April 2024',
      asOfEpochSeconds: Date.UTC(2024, 3, 24) / 1000,
    });
  });

  it('notes the terms of judgements and of prose', () => {
    const { lexiconNote } = build([
      section('bottom-line', 'Bottom line', paragraph('Measures are unlikely.')),
      section('key-judgements', 'Key judgements', judgement(['It goes on.'], { likelihood: 'very-likely' })),
    ]);
    expect(lexiconNote).toBe('unlikely = 20 to 45 %, very likely = 80 to 95 % (ICD 203).');
  });

  it('lays a table on a grid, with the header rows that all its columns share', () => {
    const cell = (type: 'tableCell' | 'tableHeader', text: string) => ({
      type,
      attrs: { colspan: 1, rowspan: 1 },
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    });
    const [table] = blocksOf({
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Partner'), cell('tableHeader', '2023')] },
        { type: 'tableRow', content: [cell('tableCell', 'A')] },
      ],
    });
    expect(table).toMatchObject({ kind: 'table', columns: 2, headerRows: 1 });
    expect(table?.kind === 'table' ? table.cells.map(({ blocks }) => blocks.length) : []).toEqual([
      1, 1, 1, 0,
    ]);
  });

  it('is the same for the same memo on the same evidence', () => {
    const memo = writeMemo([section('analysis', 'Analysis', paragraph('So.', cite(article, 0, 'whole')))]);
    expect(buildMemoDocument(memo, materialOf([article]))).toEqual(
      buildMemoDocument(memo, materialOf([article])),
    );
  });
});
