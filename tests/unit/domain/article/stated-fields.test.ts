import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStatedFields, isLineAbout } from '#domain/article/stated/stated-fields.ts';
import { statedDateSchema } from '#domain/time.ts';

const TEXT =
  'The ferry was cancelled on Tuesday for the third time in a week, the harbour master said. Tickets stay valid.';
const find = (lines: readonly string[], known: readonly string[] = []) =>
  findStatedFields([...lines, TEXT].join('\n'), known);

describe('the lines above a pasted text', () => {
  it('say its headline, its author, its publisher and its date', () => {
    expect(
      find(['Ferry to Skógarnes cancelled again', 'By Ana Writer, Trade Ledger', '15 April 2024']),
    ).toEqual({
      title: ['Ferry to Skógarnes cancelled again'],
      publisher: ['Trade Ledger'],
      byline: ['Ana Writer'],
      publishedAt: ['2024-04-15'],
    });
  });

  it('are read in any order and on one line', () => {
    const fields = {
      title: ['Ferry to Skógarnes cancelled again'],
      publisher: ['Trade Ledger'],
      byline: ['Ana Writer'],
      publishedAt: ['2024-04-15'],
    };
    expect(
      find(['Trade Ledger', 'Ferry to Skógarnes cancelled again', '15 April 2024', 'By Ana Writer']),
    ).toEqual(fields);
    expect(
      find(['Ferry to Skógarnes cancelled again', 'By Ana Writer | Trade Ledger | April 15, 2024']),
    ).toEqual(fields);
    expect(
      find(['Trade Ledger · World · Apr 15, 2024', 'Ferry to Skógarnes cancelled again', 'BY Ana Writer']),
    ).toEqual(fields);
  });

  it.each(['Home World', 'Home › World › Asia', 'News | Business | Markets', 'U.S. Politics'])(
    'are no headline where they lead to sections: %s',
    (menu) => {
      expect(find([menu, 'Ferry to Skógarnes cancelled again', 'By Ana Writer']).title).toEqual([
        'Ferry to Skógarnes cancelled again',
      ]);
      expect(isLineAbout(menu, [])).toBe(true);
    },
  );

  it('say nothing of the text itself where they are a byline or a date alone', () => {
    for (const line of [
      'By Ana Writer, Trade Ledger',
      'Published Tue 12 March 2024 09:30 GMT',
      '15 April 2024 · 4 min read',
      'Updated on April 15, 2024 at 9.05 a.m.',
    ])
      expect(isLineAbout(line, []), line).toBe(true);
    for (const line of [
      'Ferry to Skógarnes cancelled again',
      'On 15 April 2024 the ferry was cancelled',
      'World leaders meet',
      'By 2030 the port will close',
      TEXT,
    ])
      expect(isLineAbout(line, []), line).toBe(false);
  });

  it.each<[line: string, names: readonly string[], publishers: readonly string[]]>([
    ['By ANA WRITER', ['ANA WRITER'], []],
    ['By Ana Writer and Bo Smith', ['Ana Writer and Bo Smith'], []],
    ['By Ana Writer, Bo Smith and Cy Doe', ['Ana Writer, Bo Smith and Cy Doe'], []],
    ['By Ana Writer, Bo Smith', ['Ana Writer', 'Ana Writer, Bo Smith'], ['Bo Smith']],
    ['By Ana Writer, Political Editor', ['Ana Writer'], []],
    ['By Ana Writer in Beijing', ['Ana Writer'], []],
    ['By Ana Writer for the Trade Ledger', ['Ana Writer'], ['Trade Ledger']],
    ['By Ana Writer (ana@ledger.example)', ['Ana Writer'], []],
    ['By Ana Writer @anawriter', ['Ana Writer'], []],
    ['By Jean-Luc O’Neill and María José de la Cruz', ['Jean-Luc O’Neill and María José de la Cruz'], []],
    ['By Ludwig van Ommen', ['Ludwig van Ommen'], []],
    ['By W. E. B. Tanner', ['W. E. B. Tanner'], []],
    ['Written by: Ana Writer', ['Ana Writer'], []],
    ['By Reuters', ['Reuters'], ['Reuters']],
    ['By Ana Writer — Reuters', ['Ana Writer'], ['Reuters']],
    ['Von Jürgen Müller, Neue Zeitung', ['Jürgen Müller'], ['Neue Zeitung']],
    ['Par Élise Dupont', ['Élise Dupont'], []],
    ['Por Ana García y Luis Pérez', ['Ana García y Luis Pérez'], []],
    ['Автор: Иван Петров', ['Иван Петров'], []],
    ['By Ana Writer · 15 April 2024 · 5 min read', ['Ana Writer'], []],
  ])('are read for authors: %s', (line, names, publishers) => {
    const { byline, publisher } = find(['Ferry to Skógarnes cancelled again', line]);
    expect({ byline, publisher }).toEqual({ byline: names, publisher: publishers });
  });

  it.each([
    'By 2030 the ferry will be electric.',
    'By the time the ferry left, it was dark',
    'By Monday morning everybody had left',
    'By contrast, Norway has ferries of its own',
    'By ferry and by bus to the capital of the north',
    'Von der Leyen warns of delays',
    'Par for the course, say sailors',
    'By Tuesday, Ana Writer had left.',
    'Author of the report unknown to police',
    'Text messages show what he knew',
  ])('are no byline where they only begin like one: %s', (line) => {
    expect(find([line]).byline).toEqual([]);
  });

  it.each([
    ['Published 15 April 2024', '2024-04-15'],
    ['Published on Monday, 15 April 2024 at 10:30 BST', '2024-04-15'],
    ['April 15, 2024 10:30 AM ET', '2024-04-15'],
    ['Mon 15 Apr 2024 10.30 BST', '2024-04-15'],
    ['2024-04-15', '2024-04-15'],
    ['15.04.2024, 10:30 Uhr', '2024-04-15'],
    ['Posted: 15th of April 2024', '2024-04-15'],
    ['PUBLISHED: SEPT. 5, 2023', '2023-09-05'],
  ])('are read for a date: %s', (line, date) => {
    expect(find(['Ferry to Skógarnes cancelled again', line]).publishedAt).toEqual([date]);
  });

  it('offer the day of publication before that of a change', () => {
    expect(find(['Updated 17 April 2024', 'Published 15 April 2024']).publishedAt).toEqual([
      '2024-04-15',
      '2024-04-17',
    ]);
    expect(find(['Published 15 April 2024, updated 17 April 2024']).publishedAt).toEqual([
      '2024-04-15',
      '2024-04-17',
    ]);
  });

  it.each([
    'The treaty was signed on 15 April 2024 in Oslo, after years of talks, and came into force the year after.',
    '04/05/2024',
    '31 February 2024',
    '3 hours ago',
    'Flight 15-04-20241',
    'Ferries cancelled since April 2024',
  ])('state no date of publication where it is none or not sure: %s', (line) => {
    expect(find([line]).publishedAt).toEqual([]);
  });

  it.each<[line: string, publishers: readonly string[]]>([
    ['Source: Trade Ledger', ['Trade Ledger']],
    ['© 2024 Trade Ledger. All rights reserved.', ['Trade Ledger']],
    ['Copyright 2023-2024 The Port Company, all rights reserved', ['The Port Company']],
    ['This article first appeared in Harbour Notes.', ['Harbour Notes']],
    ['OSLO, April 15 (Reuters) - The ferry was cancelled.', ['Reuters']],
    ['Trade Ledger, 15 April 2024', ['Trade Ledger']],
    ['The New Harbour Times', ['The New Harbour Times']],
    ['harbour notes', ['Harbour Notes']],
    ['HARBOUR NOTES | Politics', ['Harbour Notes']],
    ['Share this news with friends', []],
    ['Post a comment', []],
    ['He posted the news on Monday, and it made the Daily Dispatch laugh.', []],
  ])('are read for a publisher: %s', (line, publishers) => {
    expect(find([line], ['Harbour Notes']).publisher).toEqual(publishers);
  });

  it('find the date and the agency of a dateline', () => {
    const line =
      'BEIJING, April 15, 2024 (Reuters) - The ferry was cancelled, the harbour master said on Monday.';
    expect(find(['Ferry to Skógarnes cancelled again', line])).toMatchObject({
      publisher: ['Reuters'],
      publishedAt: ['2024-04-15'],
      title: ['Ferry to Skógarnes cancelled again'],
    });
  });

  it.each<[lines: readonly string[], titles: readonly string[]]>([
    [
      ['World', 'Ferry to Skógarnes cancelled again', 'By Ana Writer'],
      ['Ferry to Skógarnes cancelled again'],
    ],
    [['Talks resumed', 'By Ana Writer'], ['Talks resumed']],
    [
      ['Live updates', 'Ferry to Skógarnes cancelled again', 'By Ana Writer'],
      ['Ferry to Skógarnes cancelled again', 'Live updates'],
    ],
    [
      ['Share', 'Save', 'Ferry cancelled again: what now?', '15 April 2024'],
      ['Ferry cancelled again: what now?'],
    ],
    [
      ['World', 'By Ana Writer', 'Ferry to Skógarnes cancelled again'],
      ['Ferry to Skógarnes cancelled again'],
    ],
    [['The ferry is cancelled again.', 'By Ana Writer'], ['The ferry is cancelled again.']],
    [['渡轮再次取消引发旅客不满', '记者：王小明'], ['渡轮再次取消引发旅客不满']],
    [['The ferry is cancelled again.', 'It does not sail.'], []],
    [[], []],
  ])('are read for a headline', (lines, titles) => {
    expect(find(lines).title).toEqual(titles);
  });

  it('below a text are read for credits', () => {
    const text = `${'One sentence more of it.\n'.repeat(30)}Reporting by Ana Writer; Editing by Bo Smith\n© 2024 Trade Ledger`;
    expect(findStatedFields(text)).toMatchObject({ byline: ['Ana Writer'], publisher: ['Trade Ledger'] });
  });

  it('never offer anything but words of the text, known names and days, and do not stall', () => {
    const piece = fc.constantFrom(
      'By ',
      'Ana Writer',
      ', ',
      ' | ',
      '15 April 2024',
      '(',
      ')',
      '©',
      ' - ',
      'for ',
      '\n',
      'Times',
      '2024',
      '@x',
      '"',
      '.',
      'Ä',
      '\uFFFC',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { title, byline, publisher, publishedAt } = findStatedFields(text, ['Times']);
        for (const date of publishedAt) expect(statedDateSchema.safeParse(date).success).toBe(true);
        const letters = (value: string) => value.match(/\p{L}+/gu) ?? [];
        for (const value of [...title, ...byline, ...publisher]) {
          expect(value.trim()).toBe(value);
          expect(value).not.toBe('');
          for (const word of letters(value)) expect(text).toContain(word);
        }
      }),
    );
  });
});
