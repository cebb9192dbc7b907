import { describe, expect, it, vi } from 'vitest';
import type { SourceRow } from '#domain/contract/source.ts';
import { passageIdSchema, sourceIdSchema } from '#domain/ids.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { toTimestamp } from '#domain/time.ts';
import { offersInText, registerNames, type TakenName } from '#renderer/parts/source/names-in-article.ts';
import { sourceOffers } from '#renderer/parts/source/source-offers.ts';
import { toNameBook } from '#renderer/parts/tree/build-name-tree.ts';
import { newSampleId } from '../../../../support/archive/sample-ids.ts';

const row = (name: string, kind: SourceKind = 'person', aliases: readonly string[] = []): SourceRow => ({
  id: sourceIdSchema.parse(newSampleId()),
  kind,
  name,
  parentId: null,
  aliases,
  mergedIds: [],
  reliability: null,
  passageCount: 0,
  articleCount: 0,
  aboutCount: 0,
  lastUsedAt: null,
});
const mara = row('Mara Tolvanen-Ek');
const ministry = row('Ministry of Trade', 'organisation');
const book = toNameBook([mara, ministry, row('Haifa', 'place')], true);
const [first, second] = [newSampleId(), newSampleId()].map((id) => passageIdSchema.parse(id));

const offersOf = (texts: readonly string[], concernedIds: readonly (typeof mara.id)[] = []) => {
  const taken: TakenName[] = [];
  const passageId = first as NonNullable<typeof first>;
  const ids = [passageId, second as NonNullable<typeof second>];
  const all = () =>
    texts.flatMap((text, at) => (ids[at] === undefined ? [] : [{ passageId: ids[at], text }]));
  const offers = offersInText(book, { passageId, text: texts[0] ?? '', all, concernedIds }, (each) =>
    taken.push(each),
  );
  return { offers, taken };
};

describe('what the text around a passage offers', () => {
  it('is the names of the register that stand there, but those that it is about already', () => {
    const text = 'The Ministry of Trade wrote to Mara Tolvanen-Ek in HAIFA.';
    expect(offersOf([text]).offers.map(({ name }) => name)).toEqual([
      'Ministry of Trade',
      'Mara Tolvanen-Ek',
      'Haifa',
    ]);
    expect(offersOf([text], [mara.id]).offers).toHaveLength(2);
  });

  it('is the people, bodies and places before what carries it', () => {
    const names = toNameBook([row('Haifa Post', 'publication'), row('Haifa', 'place'), mara], true);
    const passageId = first as NonNullable<typeof first>;
    const text = 'The Haifa Post wrote from Haifa.';
    const offers = offersInText(names, { passageId, text, all: () => [], concernedIds: [] }, () => undefined);
    expect(offers.map(({ name }) => name)).toEqual(['Haifa', 'Haifa Post']);
  });

  it('is a spelling that is near to a person’s, which becomes a name of his', () => {
    const { offers, taken } = offersOf(['M. Tolvanen denied it.']);
    expect(offers.map(({ name, detail }) => [name, detail])).toEqual([
      ['Mara Tolvanen-Ek', 'adds the spelling “M. Tolvanen”'],
    ]);
    const [offer] = offers;
    if (offer?.does.act === 'run') offer.does.run();
    expect(taken).toEqual([{ sourceId: mara.id, spellings: ['M. Tolvanen'], passageIds: [first] }]);
  });

  it('is all spellings of one person in the article, as one', () => {
    const { offers, taken } = offersOf([
      'Mara Tolvanen-Ek met M. Tolvanen-Ek’s critics. “TOLVANEN”, they said.',
      'Mara Tolvanen denied it. Later Tolvanen-Ek, whom others spell Tolvannen, left.',
    ]);
    const whole = offers[1];
    expect(whole?.name).toBe('Mara Tolvanen-Ek, on 2 passages');
    if (whole?.does.act === 'run') whole.does.run();
    expect(taken).toEqual([
      {
        sourceId: mara.id,
        spellings: ['M. Tolvanen-Ek', 'TOLVANEN', 'Mara Tolvanen', 'Tolvanen-Ek', 'Tolvannen'],
        passageIds: [first, second],
      },
    ]);
  });

  it('is three of twenty people with one last name, the last used first, and one line that lists them all', () => {
    const people = Array.from({ length: 20 }, (_, at) => ({
      ...row(`${String.fromCodePoint(65 + at)}da Calder`),
      lastUsedAt: at === 7 ? toTimestamp(Date.parse('2024-04-20T08:00:00.000Z')) : null,
    }));
    const many = toNameBook([...people, mara], true);
    const passageId = first as NonNullable<typeof first>;
    const taken: TakenName[] = [];
    const text = 'Calder denied it.';
    const asked = { passageId, text, all: () => [{ passageId, text }], concernedIds: [] };
    const offered = offersInText(many, asked, (each) => taken.push(each));
    const offersTyped = (typed: string) =>
      sourceOffers(many, { suggested: [], newKinds: ['person'], inText: null, offered, typed });
    const atFirst = offersTyped('');
    expect(atFirst.slice(0, 4).map(({ name }) => name)).toEqual([
      'Hda Calder',
      'Ada Calder',
      'Bda Calder',
      '17 more people named “Calder”',
    ]);
    expect(atFirst[3]?.does).toEqual({ act: 'type', text: 'Calder' });
    const all = offersTyped('Calder').filter(({ detail }) => detail?.startsWith('adds the spelling'));
    expect(all).toHaveLength(20);
    const last = all.at(-1);
    if (last?.does.act === 'run') last.does.run();
    expect(taken.map(({ spellings }) => spellings)).toEqual([['Calder']]);
  });

  it('stands before all else that is offered, as long as nothing else is typed', () => {
    const { offers: offered } = offersOf(['The Ministry of Trade wrote.']);
    const asked = { suggested: [], newKinds: ['person', 'place'] as const, inText: null, offered };
    const names = (typed: string) => sourceOffers(book, { ...asked, typed }).map(({ name }) => name);
    expect(names('')[0]).toBe('Ministry of Trade');
    expect(names('').filter((name) => name === 'Ministry of Trade')).toHaveLength(1);
    expect(names('hai')[0]).toBe('Haifa');
  });

  it('may be a new place, where what is typed is one', () => {
    const asked = { suggested: [], newKinds: ['person', 'place'] as const, inText: null };
    expect(sourceOffers(book, { ...asked, typed: 'Kenya' })[0]?.detail).toBe('new place');
    expect(sourceOffers(book, { ...asked, typed: 'Ines Calder' })[0]?.detail).toBe('new person');
  });

  it('makes the register ready once, as long as no name changes', () => {
    const again = book.rows.map((each) => ({ ...each, passageCount: 3 }));
    expect(registerNames(again)).toBe(registerNames(book.rows));
    expect(registerNames([...again, row('Roe')])).not.toBe(registerNames(book.rows));
  });

  it('makes a large register ready between what else is done, and at once where it is asked for', async () => {
    const many = Array.from({ length: 20_000 }, (_, number) => row(`Ines Caldér-${number}`));
    const { book: names } = registerNames(many);
    const [heard, left] = [vi.fn(), vi.fn()];
    names.whenMade(heard);
    names.whenMade(left)();
    await new Promise((resolve) => setTimeout(resolve));
    expect(names.made()).toBeNull();
    const made = names.now();
    expect(made.inText('Ines Calder-7').length).toBe(1);
    expect(heard.mock.calls).toEqual([[made]]);
    expect(left).not.toHaveBeenCalled();
    expect(names.made()).toBe(made);
    const other = registerNames(many.slice(1)).book;
    await expect(new Promise((resolve) => other.whenMade(resolve))).resolves.toBe(other.now());
  });
});
