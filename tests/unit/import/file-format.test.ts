import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { articleFormatNames, articleFormats } from '#domain/article/formats/article-formats.ts';
import { unsupportedFormats, unsupportedKinds } from '#domain/article/formats/unsupported-formats.ts';
import { kindOfFile } from '#electron/import/file-format.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const compound = '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1';
const wide = (text: string): string => [...text].join('\0');

describe('kindOfFile', () => {
  it.each([
    ['a.txt', 'txt'],
    ['A.TXT', 'txt'],
    ['notes.md', 'markdown'],
    ['notes.markdown', 'markdown'],
    ['page.html', 'html'],
    ['page.HTM', 'html'],
  ])('goes by the ending of %s', (name, format) => {
    expect(kindOfFile(name, bytes('anything')).format).toBe(format);
  });

  it('looks into a file whose name says nothing', () => {
    expect(kindOfFile('figures', bytes('PK\u0003\u0004xl/workbook.xml')).format).toBe('xlsx');
    expect(kindOfFile('talk', bytes('PK\u0003\u0004ppt/presentation.xml')).format).toBe('pptx');
    for (const [kind, format] of [
      ['presentation', 'odp'],
      ['spreadsheet', 'ods'],
      ['text', 'odt'],
    ] as const)
      expect(kindOfFile('x', bytes(`PK\u0003\u0004opendocument.${kind}`)).format).toBe(format);
    expect(kindOfFile('mail', bytes(`${compound}${wide('__substg1.0_1000')}`)).format).toBe('msg');
    expect(kindOfFile('page', bytes('\n<!DOCTYPE html><p>x')).format).toBe('html');
    expect(kindOfFile('page.aspx', Buffer.from('\uFEFF<html lang="en"><p>x')).format).toBe('html');
    expect(kindOfFile('old.doc', bytes('<html><p>Saved by Word')).format).toBe('html');
    expect(kindOfFile('README', bytes('A text that mentions <html> somewhere.')).format).toBe('txt');
    expect(kindOfFile('cable.2024', bytes('A text.')).format).toBe('txt');
  });

  it.each([
    ['feed.xml', '<?xml version="1.0"?>\n<!-- by hand --><rss version="2.0"><channel>', 'feed'],
    ['feed', '\ufeff<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel>', 'feed'],
    ['news.txt', '<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['paper.xml', '<!DOCTYPE article PUBLIC "-//NLM//DTD" "a.dtd"><article><front><article-meta>', 'jats'],
    ['letter.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>', 'tei'],
    ['page.xml', '<?xml version="1.0"?><!DOCTYPE html><html><p>x', 'html'],
    ['page.html', '<article><h1>No journal</h1>', 'html'],
    ['items.rdf', '<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"><z:Item>', null],
    ['data.xml', '<?xml version="1.0"?><rows>', null],
    ['data.xml', '<rows>', null],
    ['data.txt', '<?xml version="1.0"?><rows>', null],
  ])('knows the XML of %s by its outermost element: %s', (name, content, format) => {
    expect(kindOfFile(name, Buffer.from(content)).format).toBe(format);
    if (format === 'feed')
      expect(
        kindOfFile(name, Buffer.from(`\ufeff${content.replace(/^\ufeff/u, '')}`, 'utf16le')).format,
      ).toBe(format);
  });

  it.each([
    ['scan.png', '\u0089PNG\r\n\u001a\n', 'picture'],
    ['scan', '\u00FF\u00D8\u00FF\u00E0', 'picture'],
    ['fax.tif', 'MM\0*\0\0\0\u0008', 'picture'],
    ['a.webp', 'RIFF\u0001\u0002\u0003\u0004WEBPVP8 ', 'picture'],
    ['a.bmp', 'BM\u0001\u0002\u0003\u0004\0\0\0\0', 'picture'],
    ['notes.txt', 'BM25 ranks words.', 'txt'],
    ['IMG_1.HEIC', '\0\0\0\u0018ftypheic', null],
    ['photo.jpg', '\0\0\0\u0018ftypmif1', null],
    ['talk.mp4', '\0\0\0\u0018ftypisom', null],
    ['plan.svg', '<?xml version="1.0"?>\n<svg xmlns="x">', null],
  ] as const)('knows a picture by its bytes: %s', (name, content, format) => {
    expect(kindOfFile(name, bytes(content)).format).toBe(format);
  });

  it('refuses what no decoder on board reads by its own name', () => {
    expect(kindOfFile('a.jpg', bytes('\0\0\0\u0018ftypheic')).unsupported).toBe('picture');
    expect(kindOfFile('a.dng', bytes('II*\0\u0008')).unsupported).toBe('picture');
    expect(kindOfFile('a.mp4', bytes('\0\0\0\u0018ftypisom')).unsupported).toBe('recording');
    expect(kindOfFile('a', bytes('<?xml version="1.0"?><!-- x --><svg >')).unsupported).toBe('drawing');
  });

  it.each([
    '{"text": "a", "segments": []}',
    '{"task":"transcribe","language":"english","duration":8.4,"text":"a","segments":[]}',
    '{"systeminfo": "AVX", "transcription": []}',
  ])('takes the JSON of whisper for a transcript: %s', (text) => {
    expect(kindOfFile('talk.json', bytes(text)).format).toBe('transcript');
  });

  it('knows a zip by its type, though that is compressed or stands behind the other parts', () => {
    const zipOf = (type: string, level: 0 | 9) =>
      zipSync({ 'content.xml': strToU8('<x/>'), mimetype: [strToU8(type), { level }] });
    for (const [type, format] of [
      ['application/vnd.oasis.opendocument.text', 'odt'],
      ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
      ['application/epub+zip', 'epub'],
    ] as const) {
      const packed = zipOf(`${type}${' '.repeat(60)}`, 9);
      expect(Buffer.from(packed).toString('latin1')).not.toContain(type);
      expect(kindOfFile('x.zip', packed).format).toBe(format);
      expect(kindOfFile('x', zipOf(type, 0)).format).toBe(format);
    }
  });

  it('leaves a type packed that is too long to be one, and a zip that is cut off', () => {
    const long = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'.padEnd(100_000)) });
    expect(kindOfFile('x.odt', long).unsupported).toBe('packed');
    const packed = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'.padEnd(100)) });
    expect(kindOfFile('x.odt', packed).format).toBe('odt');
    expect(kindOfFile('x.odt', packed.subarray(0, -30)).unsupported).toBe('packed');
  });

  it.each([
    ['old.doc', `${compound}${wide('WordDocument')}`, 'old-word'],
    ['new.docx', `${compound}${wide('EncryptedPackage')}`, 'locked-office'],
    ['holds-a-mail.doc', `${compound}${wide('WordDocument')}${wide('__substg1.0_1000')}`, 'old-word'],
    ['what.bin', compound, 'compound-file'],
    ['figures', 'PK\u0003\u0004xl/workbook.bin', 'spreadsheet'],
    ['talk.key', 'PK\u0003\u0004', 'slides'],
    ['talk', `${compound}${wide('PowerPoint Document')}`, 'slides'],
    ['files.zip', 'PK\u0003\u0004a.txt', 'packed'],
    ['page.maff', 'PK\u0003\u0004', 'web-archive'],
    ['page.url', '[InternetShortcut]', 'address-file'],
    ['data.json', '{"rows": [1, 2]}', 'structured-data'],
    ['places.geojson', '{"type": "FeatureCollection", "text": "-->"}', 'structured-data'],
  ])('knows %s for what it is and does not read it', (name, text, kind) => {
    expect(kindOfFile(name, bytes(text))).toEqual({ format: null, unsupported: kind });
  });
});

describe('a page under the name of a document', () => {
  it.each(['page.docx', 'page.odt', 'page.pdf'])('is read as what it is: %s', (name) => {
    for (const begin of ['<!DOCTYPE html><html>', 'ï»¿<html lang="en">'])
      expect(kindOfFile(name, bytes(`${begin}<body>x`)).format).toBe('html');
  });

  it('is what its name says where its bytes say nothing', () => {
    expect(kindOfFile('damaged.docx', bytes('no zip')).format).toBe('docx');
  });
});

describe('the tables', () => {
  it('claim each ending once', () => {
    const endings = [
      ...articleFormatNames.flatMap((name) => articleFormats[name].endings),
      ...unsupportedKinds.flatMap((kind) => unsupportedFormats[kind].endings),
    ];
    expect(new Set(endings).size).toBe(endings.length);
  });

  it('advise in a sentence', () => {
    for (const kind of unsupportedKinds) {
      expect(unsupportedFormats[kind].advice, kind).toMatch(/^[A-Z].*\.$/);
      expect(unsupportedFormats[kind].name, kind).toMatch(/^a /);
    }
  });
});
