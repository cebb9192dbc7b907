// A plain word finds all its forms, by the language of the text in which they stand; quotation marks and "=" are exact.

import { describe, expect, it } from 'vitest';
import type { SearchQuestion } from '#domain/contract/search-archive.ts';
import type { ArticleId } from '#domain/ids.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';

const ships = 'Two ships left the harbours at dawn.\nOfficials were striking for pay.';
const haus = 'Die Häuser am Hafen wurden geräumt.\nDer Zoll schweigt.';

let bench: Workbench;
let english: ArticleId;
let german: ArticleId;
const { addArticle, add, ensureTag } = createActs(() => bench);
benchForEach(async (opened) => {
  bench = opened;
  english = await addArticle(ships, { title: 'Departures', language: 'en-GB' });
  german = await addArticle(haus, { title: 'Räumung', language: 'de' });
});

const ask = (text: string, asked: Partial<SearchQuestion> = {}) =>
  bench.deps.catalogue['search:archive']({
    text,
    limit: 10,
    order: 'best',
    isTyping: false,
    isWhole: true,
    ...asked,
  });
/** The articles that are found, with what is marked of them. */
const find = async (text: string, asked: Partial<SearchQuestion> = {}) =>
  (await ask(text, { kind: 'article', ...asked })).groups
    .filter(({ kind }) => kind === 'article')
    .flatMap(({ hits }) =>
      hits.map(({ title, snippet }) => [
        title,
        ...snippet.marks.map(({ start, end }) => snippet.text.slice(start, end)),
      ]),
    );

describe('a search for words', () => {
  it('finds and marks every form of a word that stands in the archive', async () => {
    expect(await find('ship harbour')).toEqual([['Departures', 'ships', 'harbours']]);
    expect(await find('official strike')).toEqual([['Departures', 'Officials', 'striking']]);
    expect(await find('Haus')).toEqual([['Räumung', 'Häuser']]);
    expect(await find('Zölle')).toEqual([['Räumung', 'Zoll']]);
    expect(await find('-ships haus')).toEqual([['Räumung', 'Häuser']]);
    expect(await find('-ship dawn')).toEqual([]);
    expect(await find('ship NEAR/3 harbour')).toEqual([['Departures', 'ships', 'harbours']]);
    expect(await find('ship NEAR/1 harbour')).toEqual([]);
  });

  it('takes what stands in quotation marks or after "=" letter by letter, with its last word typed too', async () => {
    for (const text of ['"ship"', '=ship', '"ship" harbour', '=haus', '"the harbour"']) {
      expect(await find(text), text).toEqual([]);
      expect(await find(text, { isTyping: true }), text).toEqual([]);
    }
    expect(await find('=ships "the harbours"')).toEqual([['Departures', 'ships', 'the harbours']]);
    expect(await find('=ship*')).toEqual([['Departures', 'ships']]);
  });

  it('finds what begins with the word that is being typed, and its other forms', async () => {
    expect(await find('depart', { isTyping: true })).toEqual([['Departures']]);
    expect(await find('shipping', { isTyping: true })).toEqual([['Departures', 'ships']]);
    expect(await find('harbo', { isTyping: true })).toEqual([['Departures', 'harbours']]);
  });

  it('says which form stands alone where the one that was typed stands nowhere', async () => {
    const saysOf = async (text: string, asked: Partial<SearchQuestion> = {}) =>
      (await ask(text, asked)).notices.map(({ part, says }) => `${part} ${says}`);
    expect(await saysOf('strike official')).toEqual([
      'strike isn’t found in this form: “striking” alone finds 1',
      'official isn’t found in this form: “officials” alone finds 1',
    ]);
    expect(await saysOf('ships')).toEqual([]);
    expect(await saysOf('"strike"')).toEqual([]);
    // It may go on as something that stands there.
    expect(await saysOf('strik', { isTyping: true })).toEqual([]);
    expect(await saysOf('strike', { isTyping: true })).toHaveLength(1);
  });

  it('says what each word finds alone where together they find nothing', async () => {
    const saysOf = async (text: string) =>
      (await ask(text)).notices.map(({ part, says }) => `${part} ${says}`);
    expect(await saysOf('dawn Hafen')).toEqual(['dawn alone finds 1', 'hafen alone finds 1']);
    expect(await saysOf('ships zebra')).toEqual(['ships alone finds 1', 'zebra is not in the archive']);
    expect(await saysOf('dawn ships')).toEqual([]);
    expect(await saysOf('zebra')).toEqual([]);
  });

  it('finds the same in lists, counts, facets, snippets and the palette', async () => {
    const tagId = await ensureTag('Ships');
    const { id } = await add(english, ships, 'Two ships left the harbours', { tagIds: [tagId] });
    await add(german, haus, 'Die Häuser am Hafen');
    const { catalogue } = bench.deps;
    const passages = async (text: string) => (await catalogue.passages({ text })).map((row) => row.id);
    expect(await passages('harbour')).toEqual([id]);
    expect(await passages('=harbour')).toEqual([]);
    expect((await catalogue.articles({ text: 'ship ' }, 'best')).map((row) => row.id)).toEqual([english]);
    expect(await catalogue.foundBy([{ text: 'ship', kind: 'passage' }])).toEqual([1]);
    const facets = await catalogue['search:facets']({ text: 'ship harbour', isTyping: false });
    expect(facets.find(({ field }) => field === 'tag')?.values).toMatchObject([{ name: 'Ships', count: 1 }]);
    expect(await catalogue['article:snippet']({ articleId: german, text: 'haus' })).toMatchObject({
      marks: [{ start: 4, end: 10 }],
    });
    const palette = async (text: string) => (await catalogue.find(text, 20)).map(({ kind }) => kind);
    expect(await palette('shipping')).toEqual(['tag', 'passage']);
    expect(await palette('=shipping')).toEqual([]);
    expect(await palette('=ships')).toEqual(['tag', 'passage']);
    expect(await palette('departure')).toEqual(['article']);
  });

  it('hands out what marks the words in a text that is opened', async () => {
    const { terms } = await ask('ship harbour');
    const marked = markTerms(ships, terms).map(({ start, end }) => ships.slice(start, end));
    expect(marked).toEqual(['ships', 'harbours']);
  });

  it('takes for a form what is one in the language of a text, wherever it then stands', async () => {
    await addArticle('Der Ship Broker sagte nichts.', { title: 'Makler', language: 'de' });
    await addArticle('Of this text no language is known: ships.', { title: 'Unknown', language: null });
    const titles = async (text: string) => (await find(text)).map(([title]) => title).toSorted();
    expect(await titles('ships')).toEqual(['Departures', 'Unknown']);
    expect(await titles('ship')).toEqual(['Departures', 'Makler', 'Unknown']);
  });
});
