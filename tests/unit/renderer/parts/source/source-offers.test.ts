import { describe, expect, it } from 'vitest';
import type { SourceRow } from '#domain/contract/source.ts';
import { sourceIdSchema } from '#domain/ids.ts';
import { timestampSchema } from '#domain/time.ts';
import { type OffersAsked, sourceOffers } from '#renderer/parts/source/source-offers.ts';
import type { SourceBook } from '#renderer/parts/source/use-sources.ts';

const row = (n: number, name: string, changed: Partial<SourceRow> = {}): SourceRow => ({
  id: sourceIdSchema.parse(`01900000-0000-7000-9000-${String(n).padStart(12, '0')}`),
  kind: 'person',
  name,
  parentId: null,
  aliases: [],
  reliability: null,
  passageCount: 0,
  articleCount: 0,
  mergedIds: [],
  aboutCount: 0,
  lastUsedAt: timestampSchema.parse(`2024-04-0${n}T08:00:00.000Z`),
  ...changed,
});
const bookOf = (...rows: readonly SourceRow[]): SourceBook => ({
  rows,
  byId: new Map(rows.map((each) => [each.id, each])),
  isLoaded: true,
});

const state = row(1, 'US government', { kind: 'organisation' });
const blinken = row(2, 'Antony Blinken', { parentId: state.id, reliability: 'B' });
const roe = row(3, 'Ann Roe', { aliases: ['Minister Roe'] });
const dispatch = row(4, 'Dispatch', { kind: 'publication' });
const book = bookOf(state, blinken, roe, dispatch);

const inText = {
  name: 'Antony Blinken',
  called: 'Blinken',
  isPerson: true,
  organisation: null,
  paragraph: 3,
};
const asked: OffersAsked = {
  typed: '',
  suggested: [],
  newKinds: ['person', 'body', 'organisation'],
  inText: null,
};
const named = (offers: ReturnType<typeof sourceOffers>) =>
  offers.map(({ name, detail }) => `${name}, ${detail}`);

describe('the speaker that the text names', () => {
  it('is offered below the last speaker of the article, with its letter where it is known', () => {
    const offers = sourceOffers(book, { ...asked, suggested: [roe.id], inText });
    expect(named(offers).slice(0, 2)).toEqual([
      'Ann Roe, person',
      'From the text: “Antony Blinken” ¶3, US government · B',
    ]);
    expect(offers.filter(({ id }) => id === blinken.id)).toHaveLength(1);
  });

  it('comes first of a quotation, and publications come last', () => {
    const offers = sourceOffers(book, {
      ...asked,
      suggested: [dispatch.id, roe.id],
      inText,
      isQuotation: true,
    });
    expect(named(offers)).toEqual([
      'From the text: “Antony Blinken” ¶3, US government · B',
      'Ann Roe, person',
      'US government, organisation',
      'Dispatch, publication',
    ]);
    const typed = sourceOffers(book, { ...asked, typed: 'An', inText, isQuotation: true });
    expect(typed[0]?.name).not.toContain('From the text');
  });

  it('leaves publications to the end where it is asked whom a passage is about', () => {
    const newKinds = ['person', 'organisation', 'body', 'place'] as const;
    const last = sourceOffers(book, { ...asked, newKinds });
    expect(last.map(({ name }) => name)).toEqual(['Ann Roe', 'Antony Blinken', 'US government', 'Dispatch']);
    const whole = sourceOffers(book, { ...asked, newKinds, typed: 'Dispatch' });
    expect(whole[0]?.name).toBe('Dispatch');
  });

  it('is known by an alias too', () => {
    const offers = sourceOffers(book, {
      ...asked,
      suggested: [blinken.id],
      inText: { ...inText, name: 'Minister Roe', called: 'Minister Roe' },
    });
    expect(offers[1]).toMatchObject({ id: roe.id, name: 'From the text: “Ann Roe” ¶3' });
  });

  it('is offered as new where nobody is known by that name, and says what it would be', () => {
    const unknown = { ...inText, name: 'Ann Lee', called: 'Lee' };
    const [, person] = sourceOffers(book, { ...asked, inText: unknown });
    expect(person).toMatchObject({ detail: 'new person', does: { act: 'make', kind: 'person' } });
    const [, other] = sourceOffers(book, { ...asked, inText: { ...unknown, isPerson: false } });
    expect(other).toMatchObject({ does: { act: 'type', text: 'Ann Lee' } });
    const commission = { ...unknown, name: 'European Commission', isPerson: false };
    expect(sourceOffers(book, { ...asked, inText: commission })[1]).toMatchObject({
      detail: 'new organisation',
      does: { act: 'make', kind: 'organisation' },
    });
  });

  it('is put below the organisation for which the text says that he speaks', () => {
    const spoken = { ...inText, name: 'Ann Lee', called: 'Lee', organisation: 'Harbour Ministry' };
    expect(sourceOffers(book, { ...asked, inText: spoken })[1]).toMatchObject({
      does: {
        act: 'make',
        path: { above: [{ name: 'Harbour Ministry', kind: 'organisation' }], name: 'Ann Lee' },
        kind: 'person',
      },
    });
  });

  it('is no publication of the same name', () => {
    const carrier = { ...inText, name: 'Dispatch', called: 'Dispatch', isPerson: false };
    expect(sourceOffers(book, { ...asked, inText: carrier })[1]).toMatchObject({ id: 'in text' });
  });

  it('is not offered a second time, nor where something else is typed', () => {
    const again = sourceOffers(book, { ...asked, suggested: [blinken.id], inText });
    expect(again.filter(({ id }) => id === blinken.id)).toHaveLength(1);
    expect(named(sourceOffers(book, { ...asked, typed: 'Roe', inText })).join()).not.toContain(
      'From the text',
    );
  });

  it('never comes first of what is typed', () => {
    const offers = sourceOffers(bookOf(), { ...asked, typed: 'Bli', inText });
    expect(offers[0]?.name).toBe('“Bli”');
    expect(offers[1]?.name).toBe('From the text: “Antony Blinken” ¶3');
  });
});

describe('a name that is typed', () => {
  it.each([
    ['European Commission', 'organisation'],
    ['Harbour Times', 'publication'],
    ['Ann Lee', 'person'],
  ])('is proposed first as what it most likely is: %s', (typed, kind) => {
    expect(sourceOffers(book, { ...asked, typed })[0]).toMatchObject({ does: { act: 'make', kind } });
  });
});

describe('a path that is typed', () => {
  it('is offered as a person or a department below an organisation', () => {
    const offers = sourceOffers(book, { ...asked, typed: 'US government / Treasury / Ann Lee' });
    expect(named(offers)).toEqual([
      '“US government / Treasury / Ann Lee”, new person',
      '“US government / Treasury / Ann Lee”, new department',
    ]);
  });

  it('says where it puts one who stood alone', () => {
    const [offer] = sourceOffers(book, { ...asked, typed: 'US government / Ann Roe' });
    expect(offer?.detail).toBe('puts Ann Roe there');
  });

  it('finds what is there', () => {
    const offers = sourceOffers(book, { ...asked, typed: 'US government / Ant' });
    expect(offers[0]?.id).toBe(blinken.id);
    expect(sourceOffers(book, { ...asked, typed: 'US government/Antony Blinken' })).toHaveLength(1);
    expect(sourceOffers(book, { ...asked, typed: 'us government / antony blinken' })[0]?.id).toBe(blinken.id);
  });

  it('is a name like any other where an article’s publication is asked for', () => {
    const [offer] = sourceOffers(book, { ...asked, newKinds: ['publication'], typed: 'World / News' });
    expect(offer).toMatchObject({ does: { act: 'make', path: { above: [], name: 'World / News' } } });
  });
});

describe('a name that is written otherwise', () => {
  const müller = row(5, 'Jan Müller');
  const flat = row(6, 'Trade Union/Press desk');
  const near = bookOf(müller, flat);

  it('is asked about, below what would be made of the name that is typed', () => {
    const offers = sourceOffers(near, { ...asked, typed: 'Jan Muller' });
    expect(offers[0]).toMatchObject({ name: '“Jan Muller”', does: { act: 'make' } });
    expect(offers[1]).toMatchObject({ id: müller.id, name: 'Did you mean “Jan Müller”?' });
  });

  it('is taken where it differs in case alone, and what is typed may still be made', () => {
    const offers = sourceOffers(near, { ...asked, typed: 'jan müller' });
    expect(offers[0]).toMatchObject({ id: müller.id, name: 'Jan Müller' });
    expect(offers[1]).toMatchObject({ name: '“jan müller”' });
  });

  it('is one with a slash in its name where a path is typed', () => {
    const offers = sourceOffers(near, { ...asked, typed: 'Trade Union/Press desk' });
    expect(offers[0]).toMatchObject({ name: '“Trade Union / Press desk”', does: { act: 'make' } });
    expect(offers[1]).toMatchObject({ id: flat.id, name: 'Did you mean “Trade Union/Press desk”?' });
  });

  it('is found to the letter where the stroke is escaped', () => {
    expect(sourceOffers(near, { ...asked, typed: 'Trade Union\\/Press desk' })).toMatchObject([
      { id: flat.id },
    ]);
  });

  it('is taken to the letter before all others', () => {
    const both = bookOf(müller, row(7, 'Jan Muller'));
    const offers = sourceOffers(both, { ...asked, typed: 'Jan Muller' });
    expect(offers.map(({ name }) => name)).toEqual(['Jan Muller', 'Jan Müller']);
  });
});
