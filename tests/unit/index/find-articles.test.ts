// Which articles the palette names first.
import { describe, expect, it } from 'vitest';
import { richTextFromPlain } from '#domain/rich-text.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { listsInIndex } from '../../support/workbench/lists-in-index.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';

const harbour = 'The port closed on Monday, officials said.';
const capri = 'Ministers met on Capri.';

let bench: Workbench;
let catalogue: Catalogue;
benchForEach((opened) => {
  bench = opened;
  catalogue = bench.deps.catalogue;
}, listsInIndex());
const { addArticle } = createActs(() => bench);

describe('articles that are found by name', () => {
  it('puts an article whose name begins with the words before one whose note holds them', async () => {
    const note = richTextFromPlain('Border talks: ask the ministry.');
    await addArticle(capri, { title: 'Border talks end' });
    await addArticle(`${capri}\nMore.`, { title: 'After the border talks' });
    await addArticle(`${capri}\nStill more.`, { title: 'Capri' }, { note });
    const found = async (text: string) => (await catalogue.find(text, 10)).map(({ title }) => title);
    expect(await found('border tal')).toEqual(['Border talks end', 'After the border talks', 'Capri']);
    expect((await catalogue.find('border tal', 1)).map(({ title }) => title)).toEqual(['Border talks end']);
  });
  it('knows an article without a title by its first words, which lists show', async () => {
    const articleId = await addArticle(harbour, { title: null });
    const [first] = await catalogue.find('the port closed', 10);
    expect(first).toMatchObject({ kind: 'article', articleId });
    expect(await catalogue.find('"port closed on"', 10)).toMatchObject([{ articleId }]);
  });
});
