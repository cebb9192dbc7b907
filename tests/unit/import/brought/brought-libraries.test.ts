import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { type BringingIn, importText, openBringingIn, quotesOf } from '../../../support/exchange/bring-in.ts';
import { codeOf, succeed } from '../../../support/workbench/results.ts';

let scene: BringingIn;

beforeEach(async () => {
  scene = await openBringingIn();
});
afterEach(() => scene.close());

const only = async () => {
  const [article, ...others] = await scene.articles();
  if (article === undefined || others.length > 0) throw new Error('there is not one article');
  return article;
};
const textOf = async () => canonicalText((await only()).body);
const tagPaths = async (ids: readonly string[]) => {
  const tags = succeed(await scene.handlers['tag:list']({}));
  return ids.map((id) => tags.find((tag) => tag.id === id)?.name);
};

const page =
  '<!doctype html><html lang="en"><head><title>Saved</title></head><body><article><h1>The lock closed</h1><p>Forty ships were turned back at the lock of Vessen on Monday, and nobody said why.</p><p>The checks would last for nine days, an official said, and perhaps longer than that.</p></article></body></html>';

const rdf = (path: string) => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
  <bib:Article rdf:about="https://dispatch.example/lock">
    <z:itemType>newspaperArticle</z:itemType>
    <dcterms:isPartOf><bib:Newspaper><dc:title>Vessen Dispatch</dc:title></bib:Newspaper></dcterms:isPartOf>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Marrow</foaf:surname><foaf:givenName>Ilse</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <dcterms:isReferencedBy rdf:resource="#item_9"/>
    <link:link rdf:resource="#item_3"/>
    <dc:subject>shipping</dc:subject>
    <dc:subject><z:AutomaticTag><rdf:value>locks</rdf:value></z:AutomaticTag></dc:subject>
    <dc:title>The lock closed</dc:title><dc:date>2024-04-22</dc:date>
    <dc:identifier><dcterms:URI><rdf:value>https://dispatch.example/lock</rdf:value></dcterms:URI></dc:identifier>
  </bib:Article>
  <z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="${path}"/><dc:title>Snapshot</dc:title></z:Attachment>
  <bib:Memo rdf:about="#item_9"><rdf:value>&lt;p&gt;Read this &lt;strong&gt;twice&lt;/strong&gt;.&lt;/p&gt;</rdf:value></bib:Memo>
  <z:Collection rdf:about="#collection_1"><dc:title>Canals</dc:title><dcterms:hasPart rdf:resource="#collection_2"/></z:Collection>
  <z:Collection rdf:about="#collection_2"><dc:title>Vessen</dc:title><dcterms:hasPart rdf:resource="https://dispatch.example/lock"/></z:Collection>
</rdf:RDF>`;

describe('a library of Zotero', () => {
  it('comes in from RDF with the file beside it, its note, its tags, and its collections as tags', async () => {
    const { rows } = await scene.take(
      'zotero',
      { 'library.rdf': rdf('files/3/lock.html') },
      { 'files/3/lock.html': page },
    );
    expect(rows).toMatchObject([{ becomes: 'article', title: 'The lock closed', hasNote: true }]);
    const { article, about } = await only();
    expect(article).toMatchObject({
      format: 'html',
      originalName: 'lock.html',
      bibliography: {
        type: 'article-newspaper',
        title: 'The lock closed',
        byline: 'Ilse Marrow',
        publisher: 'Vessen Dispatch',
        publishedAt: '2024-04-22',
        url: 'https://dispatch.example/lock',
      },
    });
    expect(await textOf()).toContain('Forty ships were turned back');
    expect(about.note && richTextToPlain(about.note)).toBe('Read this twice.');
    expect(await tagPaths(about.tagIds)).toEqual(['shipping', 'locks', 'Vessen']);
  });

  it.each(['../secret.html', '/etc/passwd', 'files/../../secret.html', '..\\secret.html'])(
    'reads nothing that lies elsewhere: %s',
    async (path) => {
      const { rows } = await scene.take('zotero', { 'in/library.rdf': rdf(path) }, { 'secret.html': page });
      expect(rows).toMatchObject([{ becomes: 'nothing', failure: { code: 'no-text-brought' } }]);
      expect(await scene.articles()).toEqual([]);
    },
  );

  it('fills what the citation of an article lacks, and replaces nothing', async () => {
    await importText(scene, 'Forty ships were turned back.', {
      title: 'Another headline',
      url: 'https://dispatch.example/lock',
    });
    const { rows } = await scene.take('zotero', { 'library.rdf': rdf('gone.html') });
    expect(rows).toMatchObject([
      { becomes: 'known', matchedBy: 'url', fills: ['byline', 'publisher', 'publishedAt'] },
    ]);
    expect((await only()).about.corrections).toEqual({
      byline: 'Ilse Marrow',
      publisher: 'Vessen Dispatch',
      publishedAt: '2024-04-22',
      dateCertainty: 'stated',
    });
  });

  it('comes in from the JSON of Better BibTeX with annotations on its files', async () => {
    const highlight = {
      annotationType: 'highlight',
      annotationText: 'Forty ships were turned back',
      annotationComment: 'Which forty?',
      annotationPageLabel: '12',
      annotationColor: '#ffd400',
      dateAdded: '2024-03-18T13:12:23Z',
      tags: [{ tag: 'count' }],
    };
    const onNothing = { annotationType: 'note', annotationComment: 'Ask the harbour.' };
    const item = {
      itemType: 'report',
      itemID: 7,
      title: 'The lock closed',
      creators: [{ creatorType: 'author', firstName: 'Ilse', lastName: 'Marrow' }],
      DOI: '10.1000/lock',
      notes: [{ note: '<p>Read <b>twice</b></p><script>alert(1)</script>' }],
      attachments: [{ path: 'files/7/lock.html', annotations: [highlight, onNothing] }],
    };
    const collections = {
      A: { name: 'Canals', items: [7], parent: 'B' },
      B: { name: 'Work', parent: 'A', items: [] },
    };
    const { rows, leftOut } = await scene.take(
      'zotero',
      { 'library.json': JSON.stringify({ items: [item], collections }) },
      { 'files/7/lock.html': page },
    );
    expect(rows).toMatchObject([{ becomes: 'article', passages: 1, notPlaced: [] }]);
    expect(leftOut).toEqual([{ kind: 'colour', count: 1 }]);
    const opened = await only();
    expect(quotesOf(opened)).toEqual([['Forty ships were turned back', 'Which forty?\n[page 12]']]);
    expect(opened.about.note && richTextToPlain(opened.about.note)).toBe('Read twice\n\nAsk the harbour.');
    expect(opened.article.bibliography.url).toBe('https://doi.org/10.1000/lock');
  });

  it('is refused where its XML declares entities', async () => {
    const bomb = `<!DOCTYPE rdf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${rdf('x.html')}`;
    expect(codeOf(await scene.preview('zotero', { 'bomb.rdf': bomb }))).toBe('document-unsafe');
  });
});

describe('articles that were kept to be read', () => {
  it('come in from wallabag with text and annotations', async () => {
    const entry = {
      url: 'https://dispatch.example/lock',
      title: 'The lock closed',
      content:
        '<p>Forty ships were <b>turned back</b>.</p><script>alert(1)</script><img src="https://a.example/p.png">',
      is_archived: 1,
      is_starred: 0,
      language: 'en_GB',
      published_at: '2024-04-22T09:00:00+0000',
      published_by: ['Ilse Marrow'],
      tags: ['canals'],
      annotations: [{ quote: 'ships were turned back', text: 'Which?', ranges: [] }],
    };
    const { rows } = await scene.take('wallabag', { 'all.json': JSON.stringify([entry]) });
    expect(rows).toMatchObject([{ becomes: 'article', passages: 1 }]);
    const opened = await only();
    expect(opened.article).toMatchObject({
      format: 'brought',
      bibliography: { language: 'en-GB', byline: 'Ilse Marrow' },
    });
    expect(opened.about.state).toBe('read');
    expect(quotesOf(opened)).toEqual([['ships were turned back', 'Which?']]);
  });

  const item = {
    slug: 'lock',
    title: 'The lock closed',
    url: 'https://dispatch.example/lock',
    state: 'Archived',
    labels: ['canals'],
  };
  const omnivore = (files: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

  it('come in from the zip of Omnivore with highlights, labels and notes', async () => {
    const zip = omnivore({
      'metadata_0_to_20.json': JSON.stringify([item, { ...item, slug: 'gone', state: 'DELETED' }]),
      'content/lock.html': page,
      'highlights/lock.md':
        'All of it matters.\n\n\n\n> Forty ships were turned back \n\n#count #ports\n\nWhich forty?\n\n> nine days, an official said ',
    });
    const { rows, leftOut } = await scene.take('omnivore', { 'export.zip': zip });
    expect(rows).toMatchObject([{ becomes: 'article', passages: 2, notPlaced: [] }]);
    expect(leftOut).toEqual([{ kind: 'deleted', count: 1 }]);
    const opened = await only();
    expect(quotesOf(opened)).toEqual([
      ['Forty ships were turned back', 'Which forty?'],
      ['nine days, an official said', ''],
    ]);
    expect(await tagPaths(opened.passages[0]?.tagIds ?? [])).toEqual(['count', 'ports']);
    expect(opened.about.note && richTextToPlain(opened.about.note)).toBe('All of it matters.');
  });

  it('are refused where the zip leads outside or would grow without end', async () => {
    const outside = zipSync({ '../metadata_0_to_1.json': strToU8('[]') });
    expect(codeOf(await scene.preview('omnivore', { 'outside.zip': outside }))).toBe('document-unsafe');
    const grown = zipSync({ 'metadata_0_to_1.json': new Uint8Array(40 * 1024 ** 2) }, { level: 9 });
    expect(codeOf(await scene.preview('omnivore', { 'grown.zip': grown }))).toBe('document-unsafe');
  });

  const csv =
    'title,url,time_added,tags,status\nThe lock,https://dispatch.example/lock,1700000000,canals|read,archive\nElsewhere,https://b.example/,1700000000,,unread\n';
  const html =
    '<h1>Unread</h1><ul><li><a href="https://dispatch.example/lock" time_added="1700000000" tags="canals,read">The lock</a></li><li><a href="javascript:alert(1)" time_added="1" tags="">Bad</a></li></ul>';

  it.each([
    ['part_000000.csv', csv],
    ['ril_export.html', html],
    [
      'pocket.zip',
      zipSync({ 'pocket/part_000000.csv': strToU8(csv), 'pocket/annotations/x.json': strToU8('{}') }),
    ],
  ])(
    'as links of Pocket (%s) tag the article that is here, and the others are told of',
    async (name, content) => {
      await importText(scene, 'Forty ships.', { url: 'https://www.dispatch.example/lock/' });
      const { rows } = await scene.take('pocket', { [name]: content });
      expect(rows.map(({ becomes, failure }) => failure?.code ?? becomes)).toEqual([
        'known',
        'no-text-brought',
      ]);
      expect(await tagPaths((await only()).about.tagIds)).toEqual(['canals', 'read']);
    },
  );

  it('as selections of Instapaper become excerpts', async () => {
    const list =
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://dispatch.example/lock,The lock,Forty ships were turned back.,Canals,1700000000,"[""count""]"\n';
    const { rows } = await scene.take('instapaper', { 'instapaper-export.csv': list });
    expect(rows).toMatchObject([{ becomes: 'excerpts', passages: 1, tags: 2 }]);
    expect(await tagPaths((await only()).about.tagIds)).toEqual(['count', 'Canals']);
  });
});
