// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { foundMetadataSchema } from '#domain/article/article.ts';
import { bodySchema } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { parseHtmlPage } from '#renderer/importer/html/parse-html-page.ts';
import { foundIn } from '../../../support/texts/found-in.ts';
import { readFixture } from '../read-fixture.ts';

/** The answer for a page, checked as the main process checks it. */
const parsePage = (html: string) => {
  const parsed = parseHtmlPage(html);
  if (parsed === null) throw new Error('the page holds text');
  const body = withoutLeftOut(bodySchema.parse(parsed.body), parsed.leftOut);
  return {
    body,
    found: foundMetadataSchema.parse(parsed.found),
    text: canonicalText(body),
    whole: canonicalText(parsed.body),
  };
};
const parseFixture = (name: string) => parsePage(readFixture(name));

const lines = (text: string): readonly string[] => text.split('\n');

describe('the article of a page', () => {
  it('begins with its headline, and offers its byline', () => {
    const { body, text, whole } = parseFixture('news-json-ld.html');
    expect(lines(text)[0]).toBe('Grain convoy waits at Port Ilyin');
    expect(lines(whole)).toContain('By Mara Lindqvist and Joon-ho Bae');
    expect(body.content[0]).toMatchObject({ type: 'heading', attrs: { level: 1 } });
    expect(text.split('Grain convoy waits at Port Ilyin')).toHaveLength(2);
    expect(whole.split('Joon-ho Bae')).toHaveLength(2);
  });

  it('is all of its text and nothing of its surroundings', () => {
    const { text } = parseFixture('news-json-ld.html');
    expect(lines(text).filter((line) => line !== '22 April 2024')).toEqual([
      'Grain convoy waits at Port Ilyin',
      'Fourteen ships loaded with grain were waiting outside Port Ilyin on Monday, two days after the coast guard closed the northern channel, according to the harbour authority.',
      '“We were told to wait, and nobody has told us for how long,” the captain of one of the ships said by radio. He asked not to be named, because he was not allowed to speak to the press.',
      '\uFFFC',
      'Ships at anchor on Sunday.',
      'Insurance costs double',
      'Insurers have doubled the premium for the passage since March, brokers said. A single voyage now costs about $190,000 to insure, compared with $95,000 in early March.',
      'The channel will be opened when it is safe, and not an hour before that.',
      'Ships waiting: 14, of which nine carry wheat and five carry maize.',
      'Tonnage: 412,000, most of it bound for Alexandria.',
      'The harbour authority said that it would review the closure on Thursday, and that pilots were available.',
    ]);
  });

  it('keeps what its blocks are, and where its links lead', () => {
    const { body } = parseFixture('news-json-ld.html');
    const json = JSON.stringify(body);
    expect(body.content.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['heading', 'paragraph', 'blockquote', 'bulletList']),
    );
    expect(json).toContain('{"type":"link","attrs":{"href":"https://observer.example/2024/03/premiums"}}');
    expect(json).toContain('{"alt":"Ships at anchor","src":"https://observer.example/img/convoy.jpg"}');
    expect(json).toContain('{"type":"heading","attrs":{"level":2}');
  });

  it('has its headline once where the page keeps it outside the article', () => {
    const { text } = parseFixture('news-graph.html');
    expect(lines(text)[0]).toBe('Ministry & union agree');
    expect(lines(text)).toHaveLength(4);
  });

  it('offers the byline that Readability takes away', () => {
    expect(lines(parseFixture('news-elements.html').whole).slice(0, 2)).toEqual([
      'Reservoir level falls below a third',
      'By Pia Mendes',
    ]);
    expect(parseFixture('news-elements.html').text).not.toContain('harold77');
  });

  it('has no headline that the page does not show', () => {
    const { text } = parsePage(
      `<title>Not shown</title><meta name="author" content="Nobody"><p>${'A sentence that is shown, and long. '.repeat(20)}</p>`,
    );
    expect(text).not.toContain('Not shown');
    expect(text).not.toContain('Nobody');
  });

  it('is the whole text of a page that is too short to tell an article in it', () => {
    const { text, body } = parseFixture('saved-short-note.html');
    expect(text).toBe('The office is closed on Friday.\nSee the map.');
    expect(JSON.stringify(body)).toContain('"href":"https://board.example/map"');
  });

  it('is read like a text file where the page is one', () => {
    expect(parseFixture('text-file.html').body.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'One line of a text file, which' },
          { type: 'hardBreak' },
          { type: 'text', text: 'was wrapped by hand.' },
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'Another paragraph.' }] },
    ]);
  });

  it('is offered whole where only a part of it is picked', () => {
    const fact = 'Short fact, with a comma.';
    const { whole } = parsePage(
      `<body><article><h1>Ten facts</h1>${Array.from({ length: 40 }, (_, index) => `<div class="sidebar-box"><span>${index}</span><p>${fact}</p></div>`).join('')}<p>${'The only long paragraph, which would be picked alone, has commas. '.repeat(9)}</p></article>`,
    );
    expect(whole.split(fact)).toHaveLength(41);
  });

  it.each([
    ['a page whose text is made by scripts', readFixture('no-text.html')],
    ['an empty page', ''],
    ['a page of pictures that count visits', '<img src="https://t.example/p.gif" width=1 height=1>'],
  ])('is not there in %s', (_, html) => {
    expect(parseHtmlPage(html)).toBeNull();
  });
});

describe('what a page says of its article', () => {
  it('is taken from JSON-LD first, and each value says where it was found', () => {
    expect(parseFixture('news-json-ld.html').found).toEqual({
      type: { value: 'article-newspaper', foundIn: 'json-ld' },
      ...foundIn('json-ld', {
        title: 'Grain convoy waits at Port Ilyin',
        byline: 'Mara Lindqvist, Joon-ho Bae',
        publisher: 'The Strait Observer',
        publishedAt: '2024-04-22T06:30:00+02:00',
      }),
      ...foundIn('canonical-link', { url: 'https://observer.example/2024/04/grain-convoy' }),
      ...foundIn('html-lang', { language: 'en-GB' }),
    });
  });

  it('is found in a graph whose nodes refer to each other, beside a script that is broken', () => {
    expect(parseFixture('news-graph.html').found).toEqual(
      foundIn('json-ld', {
        title: 'Ministry & union agree',
        byline: 'Eva Källström',
        publisher: 'Dagens Fakta',
        publishedAt: '2024-02-05',
        url: 'https://fakta.example/avtal',
        language: 'sv-SE',
        type: 'article-newspaper',
      }),
    );
  });

  it('is taken from OpenGraph and meta elements, and an account is no author', () => {
    expect(parseFixture('news-meta-tags.html').found).toEqual({
      ...foundIn('open-graph', {
        title: 'Le tunnel rouvre',
        publisher: 'La Feuille',
        publishedAt: '2024-01-09T08:15:00Z',
        url: 'https://feuille.example/tunnel?x=1&y=2',
      }),
      ...foundIn('meta-tag', { byline: 'Claire Dumont' }),
      ...foundIn('html-lang', { language: 'fr' }),
    });
  });

  it('is taken from what the page shows, and a date that can be read in two ways is passed over', () => {
    expect(parseFixture('news-elements.html').found).toEqual({
      ...foundIn('heading', { title: 'Reservoir level falls below a third' }),
      ...foundIn('byline-element', { byline: 'Pia Mendes' }),
      ...foundIn('time-element', { publishedAt: '2024-04-03' }),
    });
  });

  it('includes the address that a browser noted when it saved the page', () => {
    expect(parseFixture('saved-short-note.html').found).toEqual({
      ...foundIn('html-title', { title: 'Notice 7' }),
      ...foundIn('saved-page', { url: 'https://board.example/notes/notice7' }),
    });
  });

  const found = (head: string, body = '<p>Some text.</p>') =>
    parsePage(`<html><head>${head}</head><body>${body}</body></html>`).found;

  it.each([
    ['Ice melts early | The Daily', 'Ice melts early'],
    ['Ice melts early - The Daily', 'Ice melts early'],
    ['The Daily — Ice melts early', 'Ice melts early'],
    ['Ice - and snow - The Daily', 'Ice - and snow'],
    ['Ice | Weather', 'Ice | Weather'],
  ])('takes the publisher off the title of the window: %s', (title, expected) => {
    expect(found(`<title>${title}</title><meta property="og:site_name" content="The Daily">`).title).toEqual({
      value: expected,
      foundIn: 'html-title',
    });
  });

  const linkedData = (article: object) =>
    `<script type="application/ld+json">${JSON.stringify([
      { '@type': 'WebSite', name: 'The Daily' },
      { '@type': 'NewsArticle', publisher: { name: 'Daily Media' }, ...article },
    ])}</script>`;
  const shown = '<article><h1>Ice melts early on the great lakes</h1><p>Some text.</p></article>';
  const searched = { headline: 'Ice melt 2024: why the great lakes melt early' };

  it('takes the headline that is shown before the one for search', () => {
    const title = { value: 'Ice melts early on the great lakes', foundIn: 'heading' };
    const preview = '<meta property="og:title" content="Why great lakes ice melts early: what to know">';
    expect(found(linkedData(searched), shown).title).toEqual(title);
    expect(found(preview, shown).title).toEqual(title);
    expect(found(`<title>Great lakes: ice melts early | The Daily</title>${preview}`, shown).title).toEqual(
      title,
    );
  });

  it('takes the name in the data before the headline for search', () => {
    const name = 'Ice melts early on the great lakes';
    expect(found(linkedData({ ...searched, name })).title).toEqual({ value: name, foundIn: 'json-ld' });
  });

  it.each(['Weather', 'Subscribe today', 'The Daily', 'Daily Media'])(
    'takes no heading that is of something else: %s',
    (heading) => {
      const page = found(linkedData(searched), `<h1>${heading}</h1><p>Some text.</p>`);
      expect(page.title).toEqual({ value: searched.headline, foundIn: 'json-ld' });
    },
  );

  it.each([
    ['a window title', '<title>The Daily</title><meta property="og:site_name" content="The Daily">'],
    [
      'a preview',
      '<meta property="og:title" content="THE DAILY"><meta property="og:site_name" content="The Daily">',
    ],
    ['a heading', linkedData({}), '<h1>The Daily</h1><p>Some text.</p>'],
    ['a host', '<title>daily.example</title><link rel="canonical" href="https://www.daily.example/ice">'],
    ['a name in the data', linkedData({ name: 'Daily Media' })],
  ])('takes the name of a site for no title: %s', (_, head, body?: string) => {
    expect(found(head, body).title).toBeUndefined();
  });

  it.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['file:///etc/passwd'],
    ['/relative'],
    ['http:///x'],
    ['ftp://a.example/'],
  ])('takes no address but one of the web: %s', (address) => {
    expect(found(`<link rel="canonical" href="${address}">`).url).toBeUndefined();
  });

  it.each(['x', 'english language', '', 'und', '%LANG%'])('takes %j for no language', (lang) => {
    expect(found(`<meta property="og:locale" content="${lang}">`).language).toBeUndefined();
  });

  it('joins the authors that several meta elements name', () => {
    expect(
      found('<meta name="citation_author" content="A. One"><meta name="citation_author" content="B. Two">')
        .byline,
    ).toEqual({
      value: 'A. One, B. Two',
      foundIn: 'meta-tag',
    });
  });

  it('takes the article that the page is about where JSON-LD describes several', () => {
    const linked = (headline: string) =>
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${headline}"}</script>`;
    expect(
      found(`<title>Own story</title>${linked('Another story')}${linked('Own story')}`).title?.value,
    ).toBe('Own story');
  });

  it.each([
    ['Bread &amp; butter &#8217;24', 'Bread & butter ’24'],
    ['<em>Medusa</em> sinks', 'Medusa sinks'],
    ['If a < b and b > c', 'If a < b and b > c'],
    ['&lt;em&gt;', '<em>'],
  ])('reads a headline that is written like HTML: %s', (headline, title) => {
    const data = JSON.stringify({ '@type': 'NewsArticle', headline });
    expect(found(`<script type="application/ld+json">${data}</script>`).title?.value).toBe(title);
  });

  it('keeps a value that is no string out', () => {
    const data =
      '{"@type":"NewsArticle","headline":{"a":1},"author":[1,null,{"name":[2]}],"datePublished":20240102,"url":["x"]}';
    expect(found(`<script type="application/ld+json">${data}</script>`)).toEqual({
      type: { value: 'article-newspaper', foundIn: 'json-ld' },
    });
  });
});

describe('a hostile page', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'hostileRan');
  });

  it('runs nothing and leaves nothing of itself but text', () => {
    const { body, text } = parseFixture('hostile.html');
    const json = JSON.stringify(body);
    expect(Reflect.get(window, 'hostileRan')).toBeUndefined();
    expect(Reflect.get({}, 'isPolluted')).toBeUndefined();
    expect(json).not.toMatch(/javascript:|data:|hostileRan|svg text|Never shown|Send|mglyph/);
    expect(text).toContain('<script>alert(1)</script> is only a text, and it has to stay one');
    expect(text).toContain('The third paragraph is hidden in nothing at all.');
    expect(json).toContain('"href":"https://fine.example/page"');
    const kinds = new Set([...json.matchAll(/"type":"(\w+)"/g)].map(([, type]) => type));
    expect([...kinds].sort()).toEqual(['doc', 'heading', 'image', 'link', 'paragraph', 'text']);
  });

  it('keeps its markup in titles as text, and its addresses out', () => {
    const { found } = parseFixture('hostile.html');
    expect(found).toEqual({
      type: { value: 'article-newspaper', foundIn: 'json-ld' },
      ...foundIn('json-ld', { title: 'Quiet report' }),
      ...foundIn('open-graph', { publisher: "<script>window.hostileRan='site name'</script>" }),
      ...foundIn('html-lang', { language: 'en' }),
    });
  });
});

describe('an article whose paragraphs are no paragraphs', () => {
  const words =
    'was inspected on Monday, the water board said, and nothing was found that would delay the opening of the lock.';

  it('is read whole where its words stand in plain boxes', () => {
    const { text } = parsePage(
      `<title>Lock opens</title><body><article><h1>Lock opens</h1><div>The gate ${words}</div>
      <h2>Inside</h2><div>The pump ${words}</div></article>`,
    );
    expect(text).toBe(`Lock opens\nThe gate ${words}\nInside\nThe pump ${words}`);
  });
});
