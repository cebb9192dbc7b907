import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Importer } from '#electron/ports/importer.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { readDocument } from './read-document.ts';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const pack = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const names = ['office', 'style', 'text', 'table', 'fo', 'draw', 'svg', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const odt = (body: string, styles = '') =>
  pack({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content ${names} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta ${names} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Transit figures</dc:title><dc:creator>Jana Nováková</dc:creator></office:meta></office:document-meta>`,
  });

describe('an OpenDocument text', () => {
  it('keeps headings, lists, tables, links and notes', async () => {
    const { text, body, found } = await readDocument(
      importer,
      'odt',
      odt(
        `<text:h text:outline-level="2">Transit</text:h><text:p>In <text:span text:style-name="B">April</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The bulletin.</text:p></text:note-body></text:note><text:s text:c="2"/>it <text:a xlink:href="https://a.example/">rose</text:a>.</text:p><text:list text:style-name="L"><text:list-item><text:p>One</text:p></text:list-item></text:list><table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Month</text:p></table:table-cell><table:table-cell><text:p>In</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>May</text:p></table:table-cell><table:table-cell><text:p>58</text:p></table:table-cell></table:table-row></table:table>`,
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>',
      ),
    );
    expect(text).toBe('Transit\nIn April[1] it rose.\nOne\nMonth\nIn\nMay\n58\nThe bulletin.');
    expect(body.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'orderedList',
      'table',
      'orderedList',
    ]);
    expect(JSON.stringify(body)).toMatch(/"tableHeader".*Month/);
    expect(JSON.stringify(body)).toContain('{"type":"bold"}');
    expect(found.title).toEqual({ value: 'Transit figures', foundIn: 'document-properties' });
  });

  it('has captions as such, behind the picture that they hold', async () => {
    const { text, body } = await readDocument(
      importer,
      'odt',
      odt(
        '<text:p>Before.</text:p><draw:frame><draw:text-box><text:p text:style-name="P1"><draw:frame><draw:image xlink:href="https://a.example/b.png"/><svg:desc>Map</svg:desc></draw:frame>Figure <text:sequence>1</text:sequence>: The strait</text:p></draw:text-box></draw:frame>',
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Figure"/>',
      ),
    );
    expect(text).toBe('Before.\n\uFFFC\nFigure 1: The strait');
    expect(JSON.stringify(body)).toMatch(/Figure 1: The strait","marks":\[\{"type":"caption"\}\]/);
    expect(JSON.stringify(body)).toContain('"alt":"Map"');
  });

  it('keeps both sides of tracked changes', async () => {
    const { text, body, remarks } = await readDocument(
      importer,
      'odt',
      odt(
        '<text:tracked-changes><text:changed-region text:id="a"><text:insertion/></text:changed-region><text:changed-region text:id="b"><text:deletion><text:p>no buyer</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>It names <text:change text:change-id="b"/><text:change-start text:change-id="a"/>two buyers<text:change-end text:change-id="a"/>.</text:p>',
      ),
    );
    expect(text).toBe('It names no buyertwo buyers.');
    expect(JSON.stringify(body)).toMatch(/no buyer","marks":\[{"type":"strike"}\]/);
    expect(JSON.stringify(body)).toMatch(/two buyers","marks":\[{"type":"inserted"}\]/);
    expect(remarks).toEqual([{ kind: 'tracked-changes', insertions: 1, deletions: 1 }]);
  });

  it('that is locked, or holds entities, is refused', async () => {
    const locked = pack({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'META-INF/manifest.xml': '<manifest:encryption-data/>',
      'content.xml': 'garbage',
    });
    expect(await importer.parse({ format: 'odt', bytes: locked })).toEqual({
      ok: false,
      error: 'document-locked',
    });
    const entities = pack({
      'content.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    });
    expect(await importer.parse({ format: 'odt', bytes: entities })).toEqual({
      ok: false,
      error: 'document-unsafe',
    });
  });
});

const book = (chapters: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  pack({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Strait</dc:title><dc:creator>Jana Nováková</dc:creator><dc:date>2019-05-02</dc:date><dc:publisher>Harbour Press</dc:publisher></metadata><manifest>${chapters.map((_, at) => `<item id="c${at}" href="text/${at}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(chapters.map((chapter, at) => [`OPS/text/${at}.xhtml`, chapter])),
    ...more,
  });

describe('a book', () => {
  it('is its chapters in their order, with what it says of itself', async () => {
    const { text, found } = await readDocument(
      importer,
      'epub',
      book([
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>One</h1><p>First&nbsp;words.</p></body></html>',
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Two</h1><p onclick="globalThis.canary=1">Last.<script>globalThis.canary=1</script></p></body></html>',
      ]),
    );
    expect(text).toBe('One\nFirst\u00A0words.\nTwo\nLast.');
    expect(found.title).toEqual({ value: 'The Strait', foundIn: 'document-properties' });
    expect(found.publisher?.value).toBe('Harbour Press');
    expect(Reflect.get(globalThis, 'canary')).toBeUndefined();
  });

  it('of which a chapter is not there says so, and one without any is damaged', async () => {
    const bytes = book(['<html><body><p>One.</p></body></html>']);
    expect((await readDocument(importer, 'epub', bytes)).remarks).toEqual([]);
    expect(
      await importer.parse({ format: 'epub', bytes: pack({ mimetype: 'application/epub+zip' }) }),
    ).toEqual({
      ok: false,
      error: 'document-damaged',
    });
  });
});

describe('a picture of a book', () => {
  it('is told of where its address leads nowhere, and never taken for one that lies elsewhere', async () => {
    const sources = ['a%zz.png', 'http://[', 'https://elsewhere.example/OPS/text/a.png'];
    const images = sources.map((src) => `<img src="${src}" alt="x"/>`).join('');
    const { text, body, remarks } = await readDocument(
      importer,
      'epub',
      book([`<html><body><p>One.${images}</p></body></html>`], { 'OPS/text/a.png': 'no picture' }),
    );
    expect(text).toBe('One.\uFFFC\uFFFC\uFFFC');
    expect(JSON.stringify(body)).toContain('"src":"https://elsewhere.example/OPS/text/a.png"');
    expect(remarks).toEqual([]);
  });
});

describe('a text in Rich Text Format', () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1250\deff0{\fonttbl{\f0\fswiss\fcharset238 Arial;}{\f1\froman\fcharset204 Times;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}}{\info{\title Transit figures}{\author Jana}}{\*\generator x;}{\pard\s1 Transit\par}{\pard Za\'bf\'f3\'b3\'e6 {\b g\'ea\'9cl\'b9} \u8211? {\f1\'cf\'f0\'ee\'eb\'e8\'e2} \ldblquote no\rdblquote.{\footnote\pard The bulletin.}\par}{\pard 10{\super 6}{\v hidden words}{\deleted old}{\revised new}\par}\trowd\pard\intbl Month\cell In\cell\row\pard\intbl May\cell 58\cell\row\pard End.\par}`;

  it('keeps letters of every encoding, headings, notes and tables', async () => {
    const { text, body, found, remarks } = await readDocument(importer, 'rtf', rtf);
    expect(text).toBe(
      'Transit\nZażółć gęślą – Пролив “no”.[1]\n10⁶oldnew\nMonth\nIn\nMay\n58\nEnd.\nThe bulletin.',
    );
    expect(body.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'table',
      'paragraph',
      'orderedList',
    ]);
    expect(found.title?.value).toBe('Transit');
    expect(remarks).toEqual([
      { kind: 'tracked-changes', insertions: 1, deletions: 1 },
      { kind: 'hidden-words', count: 2 },
    ]);
  });

  it('reads the number of an item as it is printed, and nothing of the levels of lists', async () => {
    const lists = String.raw`{\rtf1\ansi{\*\listtable{\list{\listlevel\levelnfc0{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid1}}{\listoverridetable{\listoverride\listid1{\lfolevel\listoverrideformat{\listlevel{\leveltext\'02\'00);}{\levelnumbers\'01;}}}\ls1}}{\lfolevel{\listlevel{\leveltext\'02\'00.;}{\levelnumbers\'01;}}}{\pard\ls1{\listtext\pard 1.\tab}First\'02 point\par}{\pard\ls1{\listtext\'01 2.\tab}Second\par}}`;
    const { text } = await readDocument(importer, 'rtf', lists);
    expect(text.split('\n')).toEqual(['1. First point', '2. Second']);
  });

  it('is read whatever the length of a line in it, of a picture or of words', async () => {
    const words = 'words '.repeat(100_000).trim();
    const long = String.raw`{\rtf1{\pict\pngblip ${'89504e47'.repeat(100_000)}}${words}\par}`;
    const { text } = await readDocument(importer, 'rtf', long);
    expect(text).toBe(`\uFFFC${words}`);
  });

  it('has its pictures where they stand, each once, and tells of metafiles', async () => {
    const pictures = String.raw`{\rtf1 A{\*\shppict{\pict{\*\picprop x}\jpegblip ff d8\par ff}}{\nonshppict{\pict\wmetafile8 01}} b {\pict\emfblip 0100}{\header{\pict\pngblip 89}}\par}`;
    const { text, body, remarks } = await readDocument(importer, 'rtf', pictures);
    expect(text).toBe('A\uFFFC b \uFFFC');
    expect(JSON.stringify(body)).not.toContain('picprop');
    expect(remarks).toEqual([{ kind: 'pictures-undrawn', count: 2 }]);
  });

  it('nested without end is refused', async () => {
    const bytes = new TextEncoder().encode(`{\\rtf1 ${'{'.repeat(100_000)}`);
    expect(await importer.parse({ format: 'rtf', bytes })).toEqual({ ok: false, error: 'nested-too-deep' });
  });
});
