import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceTextOf } from '#domain/memo/verbatim/source-text.ts';
import { verifyParts, verifyQuote } from '#domain/memo/verbatim/verify-quote.ts';
import { readingTextOf } from '#domain/reading/reading-text.ts';
import { runSteps } from '#domain/steps.ts';

const sourceOf = (paragraphs: readonly string[], language: string | null = 'en') => {
  let start = 0;
  const ranges = paragraphs.map((paragraph) => {
    const range = { start, end: start + paragraph.length };
    start = range.end + 1;
    return range;
  });
  return sourceTextOf(readingTextOf(paragraphs.join('\n'), ranges, language));
};

const faultsOf = (printed: string, paragraphs: readonly string[], language = 'en') =>
  runSteps(verifyQuote(printed, sourceOf(paragraphs, language))).map(({ kind }) => kind);

const text = [
  'The minister said that the ban “will hold, as ‘promised’ to all”.',
  'It does not touch firms that, he said, are not on the list. A picture: \uFFFC there.',
];

describe('words that may be printed between quotation marks', () => {
  it.each([
    ['as they stand', 'It does not touch firms'],
    ['with a dropped end punctuation', 'are not on the list'],
    ['with the nested marks one level down', 'the ban ‘will hold, as “promised” to all’'],
    ['with a bracketed capital', '[T]he ban ‘will hold'],
    ['with a bracketed small letter', '[t]he minister said'],
    ['with an omission', 'It does not touch firms […] on the list'],
    ['with an omission as it is typed', 'It does not touch firms [...] on the list'],
    ['over a paragraph end', 'to all”.\nIt does not'],
    ['with a picture as a note', 'A picture: [image] there.'],
  ])('may stand %s', (_, printed) => {
    const allowed = printed.includes('touch firms [') ? ['negation-omitted'] : [];
    expect(faultsOf(printed, text)).toEqual(allowed);
  });

  it.each([
    ['with another word', 'It does not touch companies'],
    ['with another letter case', 'it does not touch firms'],
    ['with a straight mark for one of the same level', 'the ban "will hold'],
    ['with white space changed', 'It does not  touch firms'],
    ['with punctuation of their own', 'It does not touch firms.'],
    ['with parts in another order', 'are not on the list […] It does not touch'],
    ['with nothing in them', ' '],
    ['with a bracketed capital of another letter', '[A]t does not touch firms'],
    ['with an apostrophe made a mark', 'the firms” own'],
  ])('may not stand %s', (_, printed) => {
    expect(faultsOf(printed, [...text, 'It is the firms’ own.'])).toEqual(['differs']);
  });

  it.each([
    ['straight nested marks made curly', 'He said ‘no’ twice', 'He said "no" twice.'],
    ['straight nested marks made straight single ones', "He said 'no' twice", 'He said "no" twice.'],
    ['nested marks that are single already', 'He called it ‘absurd’ again', 'He called it ‘absurd’ again.'],
    [
      'a bracketed capital in a later sentence',
      'We wait. […] [T]hey left at once',
      'We wait. And so they left at once.',
    ],
    ['a bracketed capital within a nested mark', 'He said ‘[W]e will act’', 'He said “we will act” today.'],
    [
      'end punctuation dropped before a nested mark',
      'He said ‘we will act’',
      'He said “we will act.” Then he left.',
    ],
    ['the ellipsis of the source', 'We see… a threat', 'We see… a threat, he said.'],
    ['brackets of the source', '[T]hey left […] at noon', 'So “[T]hey left […] at noon,” it said.'],
    ['a part of a compound of Han characters', '宣布新的', '外交部宣布新的制裁。'],
  ])('may have %s', (_, printed, source) => {
    expect(faultsOf(printed, [source])).toEqual([]);
  });
});

describe('a cut', () => {
  it.each([
    ['founded claims', 'These are unfounded claims.', 'cut-inside-word'],
    ['war talks', 'The anti-war talks failed.', 'cut-inside-word'],
    ['They do', 'They don’t know.', 'cut-inside-word'],
    ['45 ships', 'It has 245 ships.', 'cut-inside-number'],
    ['2 million people', 'About 12 million people fled.', 'cut-inside-number'],
    ['rose to 3', 'It rose to 34 at noon.', 'cut-inside-number'],
    ['rose to 24', 'It rose to 24.5 at noon.', 'cut-inside-number'],
    ['rose to 12', 'It rose to 12,000 at noon.', 'cut-inside-number'],
    ['rose to 12', 'It rose to 12 000 at noon.', 'cut-inside-number'],
    ['3 points', 'It changed by -3 points.', 'cut-inside-number'],
    ['rose by 3', 'It rose by 3 % at noon.', 'cut-inside-number'],
    ['costs 12', 'It costs 12 million a day.', 'cut-inside-number'],
    ['kostet 12', 'Es kostet 12 Millionen am Tag.', 'cut-inside-number'],
    ['5 a day', 'It costs $5 a day.', 'cut-inside-number'],
    ['the cafe', 'In the cafe\u0301 they met.', 'cut-inside-character'],
  ])('“%s” of “%s” is refused', (printed, source, fault) => {
    expect(faultsOf(printed, [source])).toEqual([fault]);
  });

  it.each([
    ['in 2024', 'It fell in 2024.'],
    ['rose to 3', 'It rose to 3, he said.'],
    ['22 April', 'On 22 April 2024 it fell.'],
    ['the F-16 fleet', 'It has the F-16 fleet.'],
    ['the U.S. said', 'So the U.S. said.'],
    ['he waited', 'Then he waited—and left.'],
  ])('“%s” of “%s” may stand', (printed, source) => {
    expect(faultsOf(printed, [source])).toEqual([]);
  });

  it('counts where the passage is known to stand, whatever stands elsewhere', () => {
    const source = sourceOf(['It has 245 ships, not 45 ships.']);
    const quote = { parts: ['45 ships'], form: 'running' } as const;
    expect(runSteps(verifyParts(quote, source))).toEqual([]);
    expect(runSteps(verifyParts({ ...quote, places: [{ start: 8, end: 16 }] }, source))).toMatchObject([
      { kind: 'cut-inside-number', shown: '45', whole: '245' },
    ]);
  });
});

describe('an omission', () => {
  it.each([
    ['We are […] at war with Iran', 'We are not at war with Iran.', ['negation-omitted', 'part-too-short']],
    [
      'We will act now […] in the strait',
      'We will act now, if they fire first, in the strait.',
      ['hedge-omitted'],
    ],
    [
      'the United States […] attacked the city',
      'So the United States denied it. Iran attacked the city.',
      ['omission-across-sentences', 'negation-omitted'],
    ],
    ['He says that […] they will act', 'He says that it is false that they will act.', ['negation-omitted']],
    ['We see a […] threat to all', 'We see a … threat to all.', ['nothing-omitted']],
    ['a […] b', 'There is a cat and a bird or b.', ['part-too-short', 'part-too-short']],
    ['We will act … in the strait', 'We will act at once in the strait.', ['omission-without-brackets']],
    [
      'they rejected the […] [a]pple pie at last',
      'And they rejected the new phone of Apple pie at last.',
      ['bracketed-letter'],
    ],
  ])('“%s” of “%s” is refused', (printed, source, faults) => {
    expect([...faultsOf(printed, [source])].sort()).toEqual([...faults].sort());
  });

  it('does not lead over paragraphs', () => {
    expect(
      faultsOf('We will hold the line […] in the strait today', [
        'We will hold the line.',
        'It is calm in the strait today.',
      ]),
    ).toEqual(['omission-across-paragraphs']);
  });

  it('does not lead from one speaker to another, nor into what the text says', () => {
    const two = ['“We will hold the line,” said Roe. “It is calm in the strait,” said Doe.'];
    expect(faultsOf('We will hold the line […] It is calm in the strait', two)).toEqual([
      'omission-across-speakers',
    ]);
    expect(faultsOf('We will hold the line,’ said Roe. ‘It is calm', two)).toEqual([
      'omission-across-speakers',
    ]);
    const mixed = ['The minister told all of them that the ban “will hold for years to come”.'];
    expect(faultsOf('The minister told all […] hold for years to come', mixed)).toEqual([
      'omission-across-speakers',
    ]);
  });

  it('may leave out who speaks in an interrupted quotation', () => {
    const source = ['“We wait,” an official said. “They have not stopped.”'];
    expect(faultsOf('We wait […] They have not stopped', source)).toEqual([]);
    expect(faultsOf('We wait […] [t]hey have not stopped', source)).toEqual(['omission-across-sentences']);
  });

  it('may leave out whole sentences, and what they deny', () => {
    const source = ['We will act at once. They do not know it. We are ready for all of it.'];
    expect(faultsOf('We will act at once. […] We are ready for all of it', source)).toEqual([]);
    expect(faultsOf('We will act at once […] We are ready', source)).toEqual([]);
  });

  it('is not made by a bracketed capital in the place of a denial', () => {
    expect(faultsOf('[W]e attacked the city', ['It is not true that we attacked the city.'])).toEqual([
      'negation-omitted',
    ]);
    expect(
      faultsOf('[W]e attacked the city', ['He could not say more than “we attacked the city”.']),
    ).toEqual([]);
  });

  it.each([
    [
      'de',
      'Wir werden die Stadt […] am Montag angreifen',
      'Wir werden die Stadt nicht am Montag angreifen.',
      'negation-omitted',
    ],
    [
      'fr',
      'Le ministre dit que […] attaqueront la ville',
      'Le ministre dit que les forces n’attaqueront la ville.',
      'negation-omitted',
    ],
    [
      'fr',
      'Le ministre dit que […] les forces ont attaqué',
      'Le ministre dit que, peut-être, les forces ont attaqué.',
      'hedge-omitted',
    ],
    [
      'es',
      'El ministro dice que […] van a atacar',
      'El ministro dice que no van a atacar.',
      'negation-omitted',
    ],
    [
      'pl',
      'Minister mówi, że wojska […] zaatakują miasto jutro',
      'Minister mówi, że wojska nie zaatakują miasto jutro.',
      'negation-omitted',
    ],
    [
      'en',
      'In the port of Varna […] exports rose again',
      'In the port of Varna in May 2024 exports rose again.',
      undefined,
    ],
  ])('in %s: “%s”', (language, printed, source, fault) => {
    expect(faultsOf(printed, [source], language)).toEqual(fault === undefined ? [] : [fault]);
  });
});

describe('a bracketed letter', () => {
  it('changes no name', () => {
    const source = ['Apple said so. Then Apple left. Workers of the firm stayed. The workers won.'];
    expect(faultsOf('[a]pple said so', source)).toEqual(['bracketed-letter']);
    expect(faultsOf('Then [a]pple left', source)).toEqual(['bracketed-letter']);
    expect(faultsOf('[w]orkers of the firm', source)).toEqual([]);
  });

  it('makes no name of a word', () => {
    expect(faultsOf('an [A]pple fell', ['There an apple fell.'])).toEqual(['bracketed-letter']);
    expect(faultsOf('[A]n apple fell', ['There an apple fell.'])).toEqual([]);
  });
});

const words = fc.array(
  fc.constantFrom('port', 'ships', 'closed', 'again', 'early', 'Monday', 'harbour', 'the', 'crew'),
  {
    minLength: 12,
    maxLength: 40,
  },
);

describe('shortenings at random', () => {
  it('pass where they are lawful', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 3, max: 5 }), fc.integer({ min: 1, max: 3 }), (all, kept, gap) => {
        const printed = `${all.slice(0, kept).join(' ')} […] ${all.slice(kept + gap, kept + gap + 3).join(' ')}`;
        expect(faultsOf(printed, [`${all.join(' ')}.`])).toEqual([]);
      }),
    );
  });

  it('fail where a denial is left out, a word is cut, or a part is too short', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 3, max: 5 }),
        fc.constantFrom('not', 'never', 'allegedly', 'isn’t'),
        (all, kept, turn) => {
          const [before, after] = [all.slice(0, kept).join(' '), all.slice(kept).join(' ')];
          const source = [`${before} ${turn} ${after}.`];
          expect(faultsOf(`${before} […] ${after}`, source)).not.toEqual([]);
          expect(faultsOf(`${before} ${turn} ${after.slice(0, -1)}`, source)).not.toEqual([]);
          expect(faultsOf(`${all[0]} […] ${after}`, [`${before} and ${after}.`])).not.toEqual([]);
        },
      ),
    );
  });

  it('take any slice of a text that cuts nothing as it stands', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (all, from, length) => {
        const start = from % all.length;
        const slice = all.slice(start, start + 1 + (length % all.length)).join(' ');
        const source = sourceOf([all.join(' ')]);
        expect(runSteps(verifyQuote(slice, source))).toEqual([]);
        expect(runSteps(verifyParts({ parts: [slice], form: 'block' }, source))).toEqual([]);
      }),
    );
  });
});

describe('a block quotation', () => {
  const block = (parts: readonly string[], paragraphs: readonly string[] = text) =>
    runSteps(verifyParts({ parts, form: 'block' }, sourceOf(paragraphs))).map(({ kind }) => kind);

  it('changes nothing, not even the marks', () => {
    expect(block(['the ban “will hold, as ‘promised’'])).toEqual([]);
    expect(block(['the ban ‘will hold, as “promised”'])).toEqual(['differs']);
    expect(block(['[T]he ban'])).toEqual(['differs']);
  });

  it('may have parts from several paragraphs, but hides no denial within a sentence', () => {
    expect(block(['The minister said', 'A picture: [image] there.'])).toEqual([]);
    expect(block(['We are', 'at war'], ['We are not at war.'])).toEqual(['negation-omitted']);
  });
});

it('words that stand in many places are looked at in steps, between which something else can be done', () => {
  const steps = verifyQuote(
    'the […] of',
    sourceOf(Array.from({ length: 300 }, () => 'At the head of the line.')),
  );
  let count = 0;
  while (steps.next().done !== true) count += 1;
  expect(count).toBeGreaterThan(200);
});
