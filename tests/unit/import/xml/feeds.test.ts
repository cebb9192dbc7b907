// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { foundMetadataSchema } from '#domain/article/article.ts';
import { bodySchema } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { importRemarksSchema } from '#domain/article/draft/import-remarks.ts';
import { parseFeed } from '#renderer/importer/xml/parse-feed.ts';

/** A feed as the main process checks it. */
const read = (xml: string) => {
  const parsed = parseFeed(xml);
  if (parsed === null) return null;
  const found = foundMetadataSchema.parse(parsed.found);
  return {
    text: canonicalText(bodySchema.parse(parsed.body)),
    body: parsed.body,
    remarks: importRemarksSchema.parse(parsed.remarks ?? []),
    found: Object.fromEntries(Object.entries(found).map(([field, hit]) => [field, hit?.value])),
  };
};

const rss = (item: string, channel = '') =>
  `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://example.org/rss.dtd">
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Harbour Daily</title><link>https://harbour.example/</link><language>en-gb</language>
<atom:link rel="self" href="https://harbour.example/feed.xml"/>${channel}
<item>${item}</item></channel></rss>`;

const long = Array.from({ length: 210 }, (_, at) => `word${at}`).join(' ');

it('reads an item of RSS with what the feed says of it, and its content before its description', () => {
  expect(
    read(
      rss(`<title>Tankers &amp;amp; tugs &#8220;wait&#8221;</title><media:title>no title</media:title>
<link>https://harbour.example/tankers</link><guid isPermaLink="false">id-7</guid>
<pubDate>Mon, 22 Apr 2024 10:00:00 +0200</pubDate><dc:creator>Jane Roe</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>The strait is <b>closed</b>.</p><script>alert(1)</script>
<p onclick="x()">See <a href="/map">the map</a>&nbsp;now.</p>]]></content:encoded>
<enclosure url="https://cdn.example/audio/talk.mp3?x=1" type="audio/mpeg" length="1"/>`),
    ),
  ).toMatchObject({
    text: 'Tankers & tugs “wait”\nThe strait is closed.\nSee the map\u00a0now.',
    found: {
      title: 'Tankers & tugs “wait”',
      byline: 'Jane Roe',
      publisher: 'Harbour Daily',
      publishedAt: '2024-04-22T10:00:00+02:00',
      url: 'https://harbour.example/tankers',
      language: 'en-GB',
    },
    remarks: [{ kind: 'attachments', names: ['talk.mp3'] }],
  });
});

it('resolves the addresses of an item by that of its page', () => {
  const parsed = read(
    rss(
      `<title>A</title><link>https://harbour.example/a/</link><description>&lt;p&gt;See &lt;a href="b"&gt;b&lt;/a&gt; ${long}&lt;/p&gt;</description>`,
    ),
  );
  expect(JSON.stringify(parsed?.body)).toContain('https://harbour.example/a/b');
  expect(parsed?.remarks).toEqual([]);
});

it.each([
  ['a short description', '<title>A</title><description>Tankers wait.</description>', 2],
  ['a text that goes on elsewhere', `<title>A</title><description>${long} […]</description>`, 210],
  [
    'content that ends with a link to the rest',
    `<title>A</title><content:encoded>${long} Read more →</content:encoded>`,
    212,
  ],
  ['a title alone', '<title>Tankers wait</title>', 1],
])('says that %s is a teaser', (_, item, count) => {
  expect(read(rss(item))?.remarks).toEqual([{ kind: 'teaser', count }]);
});

it('reads an entry of Atom: names, XHTML of any prefix, and the publication that it was gathered from', () => {
  const xml = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml" xml:lang="de">
<title>Planet</title><author><name>Planet Editors</name></author><entry>
<title type="html">Schiffe &lt;i&gt;warten&lt;/i&gt;</title>
<link rel="enclosure" href="https://a.example/a.pdf"/><link href="https://a.example/1"/>
<author><name>Anna Li</name><email>a@a.example</email></author><author><name>Bo Ek</name></author>
<updated>2024-05-02T08:00:00Z</updated><published>2024-05-01T08:00:00Z</published>
<source><title>Hafenblatt</title></source>
<content type="xhtml"><h:div><h:p>Eins &amp; zwei.</h:p><h:ul><h:li>Drei</h:li></h:ul></h:div></content></entry></feed>`;
  expect(read(xml)).toMatchObject({
    text: 'Schiffe warten\nEins & zwei.\nDrei',
    found: {
      title: 'Schiffe warten',
      byline: 'Anna Li, Bo Ek',
      publisher: 'Hafenblatt',
      publishedAt: '2024-05-01T08:00:00Z',
      url: 'https://a.example/1',
      language: 'de',
    },
    remarks: [{ kind: 'attachments', names: ['a.pdf'] }],
  });
});

it('reads RSS 1.0, and a feed that was not parted with its items one below the other', () => {
  const item = (name: string) =>
    `<item rdf:about="https://a.example/${name}"><title>${name}</title><description>${long}</description></item>`;
  const xml = (...names: string[]) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Log</title>
<items><rdf:Seq><rdf:li rdf:resource="x"/></rdf:Seq></items></channel>${names.map(item).join('')}</rdf:RDF>`;
  expect(read(xml('One'))?.found).toEqual({ title: 'One', publisher: 'Log', url: 'https://a.example/One' });
  const both = read(xml('One', 'Two'));
  expect(both?.text).toBe(`One\n${long}\nTwo\n${long}`);
  expect(both?.found.title).toBe('Log');
});

it('reads faults that feeds have as they were meant', () => {
  const xml = rss(
    `<title>Q&A</title><itunes:author>x</itunes:author><description>Caf&eacute; &copy; AT&T\u0007&#x1b; &unknown; ${long}</description>`,
  );
  expect(read(`\ufeff\n${xml}`)?.text).toBe(`Q&A\nCafé © AT&T &unknown; ${long}`);
});

it('refuses entities, nesting without end, and what is no XML', () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${rss('<title>&b;</title>').replace(/^.*\n/u, '')}`;
  expect(() => parseFeed(bomb)).toThrow('document-unsafe');
  expect(() => parseFeed(`<!-- x --><!DOCTYPE rss SYSTEM "a" [ ]>${rss('<title>x</title>')}`)).toThrow(
    'document-unsafe',
  );
  expect(() => parseFeed(rss('<x>'.repeat(100_000)))).toThrow('nested-too-deep');
  expect(() => parseFeed(rss('<x/>'.repeat(1_000_001)))).toThrow('too-many-elements');
  expect(() => parseFeed(rss('<title>cut'))).toThrow('document-damaged');
  expect(parseFeed('<rss><channel><title>Empty</title></channel></rss>')).toBeNull();
});
