import { describe, expect, it } from 'vitest';
import { compareSnapshots } from '#domain/memo/compare-snapshots.ts';
import { draftChanges } from '#domain/memo/sent/draft-changes.ts';
import { compareWords, markChanges } from '#domain/text/sequences/compare-words.ts';
import { findingsOf } from '../../../support/memo/check-memo.ts';
import { sampleSnapshot } from '../../../support/memo/memo-snapshots.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import { cite, judgement, paragraph, section, writeMemo } from '../../../support/memo/written-memo.ts';

const article = writeArticle(['The envoy left.', 'The port closed.'], ['The envoy left', 'The port closed']);
const material = materialOf([article]);
const stays = judgement(['The talks go on.', cite(article, 0)]);
const rises = judgement(['The port stays shut.'], { likelihood: 'likely', confidence: 'low' });
const goes = judgement(['The envoy returns.']);
const fresh = judgement(['A second port closes.', cite(article, 1)]);

const memo = (words: string, ...judgements: readonly ReturnType<typeof judgement>[]) =>
  writeMemo([
    section('key-judgements', 'Key judgements', ...judgements),
    section('background', 'Background', paragraph(words), paragraph('This stays as it is.')),
  ]);
const risen = { ...rises, attrs: { ...rises.attrs, likelihood: 'very-likely' } };
const before = memo('Forty ships were turned back.', stays, rises, goes);
const after = memo('Fifty ships were turned back.', stays, risen, fresh);

describe('two states of a memo', () => {
  const compared = compareSnapshots(sampleSnapshot(before, material), sampleSnapshot(after, material));

  it('are compared judgement by judgement, each found again by its id', () => {
    const told = compared.judgements.map(({ old, fresh: now, isChanged }) => [
      old?.likelihood ?? null,
      now?.likelihood ?? null,
      isChanged,
    ]);
    expect(told).toEqual([
      ['likely', 'likely', false],
      ['likely', 'very likely', true],
      [null, 'likely', true],
      ['likely', null, true],
    ]);
  });

  it('are compared by words within the blocks that differ, and what is the same is counted', () => {
    const background = compared.blocks.filter((block) => block.section === 'Background');
    expect(background).toEqual([
      {
        section: 'Background',
        old: [
          { text: 'Forty ', isShared: false },
          { text: 'ships were turned back.', isShared: true },
        ],
        fresh: [
          { text: 'Fifty ', isShared: false },
          { text: 'ships were turned back.', isShared: true },
        ],
      },
    ]);
    expect(compared.sameBlocks).toBeGreaterThan(3);
  });

  it('show a block under a heading that was written anew beside itself, and another text on its own side', () => {
    const under = (heading: string, words: string) =>
      sampleSnapshot(writeMemo([section('background', heading, paragraph(words))]), material);
    const then = under('Background', 'Forty ships were turned back at dawn.');
    const { blocks } = compareSnapshots(then, under('What is known', 'Forty ships were turned back.'));
    expect(blocks).toMatchObject([
      {
        section: 'What is known',
        formerSection: 'Background',
        old: [{ isShared: true }, {}],
        fresh: [{}, {}],
      },
    ]);
    const apart = compareSnapshots(then, under('What is known', 'Nobody says why.')).blocks;
    expect(apart.map(({ old, fresh: now }) => [old === null, now === null])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('show each block beside the one that it is most like', () => {
    const under = (heading: string, ...words: readonly string[]) =>
      sampleSnapshot(
        writeMemo([section('background', heading, ...words.map((each) => paragraph(each)))]),
        material,
      );
    const ships = 'Forty ships were turned back at dawn by the harbour guard.';
    const then = under('Background', `${ships} Nobody knows why.`, `${ships} Two went on.`);
    const { blocks } = compareSnapshots(then, under('What is known', `${ships} Two went on!`, 'Why?'));
    const sides = blocks.map(({ old, fresh: now }) =>
      [old, now].map((side) => side?.map(({ text }) => text).join('') ?? null),
    );
    expect(sides).toContainEqual([`${ships} Two went on.`, `${ships} Two went on!`]);
  });

  it('that are one and the same differ in nothing', () => {
    const one = sampleSnapshot(before, material);
    const { judgements, blocks } = compareSnapshots(one, one);
    expect(blocks).toEqual([]);
    expect(judgements.every(({ isChanged }) => !isChanged)).toBe(true);
  });
});

describe('the words of two texts', () => {
  it.each([
    ['', ''],
    ['a b c', ''],
    ['the same words', 'the same words'],
    ['one  two three', 'two three four'],
  ])('%j and %j are lost on neither side', (old, now) => {
    const sides = compareWords(old, now);
    const join = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join('');
    expect([join(sides.old), join(sides.fresh)]).toEqual([old, now]);
    const shared = (runs: typeof sides.old) =>
      runs.flatMap(({ text, isShared }) => (isShared ? text.trim().split(/\s+/u) : []));
    expect(shared(sides.old)).toEqual(shared(sides.fresh));
  });
});

describe('what has changed', () => {
  const cells = draftChanges({ memo: before }, { memo: after })?.content.map((row) =>
    row.content.map(({ content }) =>
      content
        .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
        .map((inline) => (inline.type === 'text' ? inline.text : inline.type))
        .join(' | '),
    ),
  );

  it('is a row for each judgement that is made or was made, with what was cited since', () => {
    expect(cells).toEqual([
      ['Judgement', 'Was', 'Is', 'Because of'],
      ['1. The talks go on.', 'likely | moderate confidence', 'unchanged', ''],
      ['2. The port stays shut.', 'likely | low confidence', 'very likely | low confidence', ''],
      ['3. A second port closes.', 'not in PM-2024-017', 'likely | moderate confidence', 'citation'],
      ['The envoy returns.', 'likely | moderate confidence', 'no longer made', ''],
    ]);
  });

  it('gives the checks nothing to find', () => {
    const table = draftChanges({ memo: before }, { memo: after });
    if (table === null) throw new Error('a table is drafted');
    const drafted = writeMemo([section('change-since', 'What has changed', table)]);
    expect(findingsOf(drafted, material).map(({ message }) => message)).toEqual([]);
  });

  it('is nothing where no judgement was or is made', () => {
    expect(draftChanges({ memo: memo('Nothing.') }, { memo: memo('Nothing else.') })).toBeNull();
  });
});

describe('two texts as one', () => {
  const marked = (old: string, fresh: string) =>
    markChanges(compareWords(old, fresh)).map(
      ({ text, kind }) => `${{ same: '', gone: '-', new: '+' }[kind]}${text}`,
    );

  it.each([
    ['The port is shut.', 'The port is open.', ['The port is ', '-shut.', '+open.']],
    ['One two three', 'One three four', ['One ', '-two ', 'three ', '+four']],
    ['gone', '', ['-gone']],
    ['a b c d', 'a x c y d', ['a ', '-b ', '+x ', 'c ', '+y ', 'd']],
    ['same', 'same', ['same']],
  ])('%j and %j', (old, fresh, runs) => {
    expect(marked(old, fresh)).toEqual(runs);
  });

  it('lose no word of either side', () => {
    const [old, fresh] = ['a b b c d e', 'b c x d d e f'];
    const runs = markChanges(compareWords(old, fresh));
    const of = (left: 'gone' | 'new') =>
      runs.flatMap(({ text, kind }) => (kind === left ? [] : text.trim().split(' '))).join(' ');
    expect([of('new'), of('gone')]).toEqual([old, fresh]);
  });
});

describe('what is the same', () => {
  it('stands between what differs, so that the whole text can be read', () => {
    const { blocks, same, sameBlocks } = compareSnapshots(
      sampleSnapshot(before, material),
      sampleSnapshot(after, material),
    );
    expect(same.reduce((sum, each) => sum + each.blocks.length, 0)).toBe(sameBlocks);
    expect(same.every(({ at }) => at <= blocks.length)).toBe(true);
  });
});
