import { describe, expect, it } from 'vitest';
import { decodeText } from '#electron/import/encoding/decode-text.ts';

const TEXT = 'Zürich “heute”: 5 € für Ångström, Łódź, Σίσυφος, 中国。\nEnde.';
const WESTERN =
  'Der Minister sagte am Montag: „Wir prüfen die Vorschläge“ – für 5 € im Monat könnten Züge öfter fahren…';

const bytesOf = (...parts: (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();

const asText = { isHtml: false };
const asHtml = { isHtml: true };
const decoded = (text: string, encoding: string) => ({
  ok: true,
  value: expect.objectContaining({ text, encoding, isCertain: true, unreadable: 0 }),
});
const refused = (error: string) => ({ ok: false, error });

/** windows-1252 bytes, by the table of the Encoding Standard for the characters used here. */
const western = (text: string): number[] => {
  const high = new Map([
    ['€', 0x80],
    ['…', 0x85],
    ['‘', 0x91],
    ['’', 0x92],
    ['„', 0x84],
    ['“', 0x93],
    ['”', 0x94],
    ['–', 0x96],
    ['—', 0x97],
  ]);
  return [...text].map((character) => high.get(character) ?? character.charCodeAt(0));
};

describe('decodeText', () => {
  it.each([
    ['UTF-8', bytesOf(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', bytesOf([0xef, 0xbb, 0xbf], TEXT), 'utf-8'],
    ['UTF-16LE with a byte order mark', bytesOf([0xff, 0xfe], utf16le(TEXT)), 'utf-16le'],
    ['UTF-16BE with a byte order mark', bytesOf([0xfe, 0xff], utf16be(TEXT)), 'utf-16be'],
    ['UTF-16LE without one', utf16le(TEXT), 'utf-16le'],
    ['UTF-16BE without one', utf16be(TEXT), 'utf-16be'],
  ])('reads %s', async (_, bytes, encoding) => {
    expect(await decodeText(bytes, asText)).toEqual(decoded(TEXT, encoding));
  });

  it.each([
    'Россия и Китай подписали договор. Стороны не раскрыли его содержание.',
    '一方、中国政府は一切のコメントを控えた。\n二国間の協議は続く。',
    'English only, with a line\r\nend.',
  ])('reads UTF-16 without a byte order mark in any script: %s', async (text) => {
    expect(await decodeText(utf16le(text), asText)).toEqual(decoded(text, 'utf-16le'));
    expect(await decodeText(utf16be(text), asText)).toEqual(decoded(text, 'utf-16be'));
  });

  it('reads what is not UTF-8 as windows-1252, curly quotation marks and euro signs included', async () => {
    expect(await decodeText(bytesOf(western(WESTERN)), asText)).toMatchObject({
      value: { text: WESTERN, encoding: 'windows-1252' },
    });
  });

  it('reads every byte of windows-1252 as the Encoding Standard says', async () => {
    const high = [
      ...[0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039],
      ...[0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014],
      ...[0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178],
    ];
    // Padded with text, since five of the thirty-two are control characters.
    const bytes = bytesOf(
      'x'.repeat(400),
      Array.from({ length: 128 }, (_, index) => 0x80 + index),
    );
    const answer = await decodeText(bytes, { ...asText, encoding: 'windows-1252' });
    const points = answer.ok ? [...answer.value.text.slice(400)].map((each) => each.codePointAt(0)) : [];
    expect(points).toEqual([...high, ...Array.from({ length: 96 }, (_, index) => 0xa0 + index)]);
  });

  describe('of HTML', () => {
    const page = (head: string) => `<!doctype html><html><head>${head}</head><body>Privét “x”</body></html>`;

    it.each([
      '<meta charset="windows-1252">',
      "<META CHARSET='latin1'>",
      '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
    ])('follows the declaration %s', async (head) => {
      const text = page(head);
      expect(await decodeText(bytesOf(western(text)), asHtml)).toEqual(decoded(text, 'windows-1252'));
    });

    it('follows a declaration of an encoding of another script', async () => {
      const start = '<meta charset=windows-1251>';
      expect(await decodeText(bytesOf(start, [0xcf, 0xf0, 0xe8]), asHtml)).toEqual(
        decoded(`${start}При`, 'windows-1251'),
      );
    });

    it('follows a declaration of ISO-2022-JP, whose bytes are all ASCII', async () => {
      const start = '<meta charset=iso-2022-jp>';
      const bytes = bytesOf(start, [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42]);
      expect(await decodeText(bytes, asHtml)).toEqual(decoded(`${start}あ`, 'iso-2022-jp'));
    });

    it('believes the bytes where they are UTF-8 and the declaration says otherwise', async () => {
      const text = page('<meta charset="windows-1252">');
      expect(await decodeText(bytesOf(text), asHtml)).toEqual(decoded(text, 'utf-8'));
    });

    it('marks the bad bytes of a page that says it is UTF-8, and keeps the rest', async () => {
      const start = page('<meta charset="utf-8">').repeat(2);
      expect(await decodeText(bytesOf(start, [0xe9]), asHtml)).toMatchObject({
        value: { text: `${start}\uFFFD`, encoding: 'utf-8', isCertain: true, unreadable: 1 },
      });
    });

    it.each(['no-such-encoding', 'utf-16le'])('is not led astray by the declaration of %s', async (label) => {
      const text = page(`<meta charset="${label}">`);
      expect(await decodeText(bytesOf(text), asHtml)).toEqual(decoded(text, 'utf-8'));
    });

    it('looks for no declaration in what is not HTML', async () => {
      const text = `Write <meta charset="windows-1251">. ${WESTERN}`;
      expect(await decodeText(bytesOf(western(text)), asText)).toMatchObject({
        value: { text, encoding: 'windows-1252' },
      });
    });

    it('finds a declaration behind a long head', async () => {
      const start = `<html><head><style>${'p{}'.repeat(4000)}</style><meta charset=windows-1251></head>`;
      expect(await decodeText(bytesOf(start, [0xcf, 0xf0, 0xe8]), asHtml)).toEqual(
        decoded(`${start}При`, 'windows-1251'),
      );
    });

    it.each([
      '<!-- <meta charset="windows-1251"> -->',
      '<title>On <meta charset="windows-1251"></title>',
      '<script>const x = \'<meta charset="windows-1251">\';</script>',
      '</head><body><meta charset="windows-1251">',
    ])('takes no declaration from %s', async (head) => {
      const text = page(`${head}<p>${WESTERN}`).replace('Privét', '');
      expect(await decodeText(bytesOf(western(text)), asHtml)).toMatchObject({
        value: { text, encoding: 'windows-1252' },
      });
    });

    it('guesses where the bytes are not in what is declared', async () => {
      const text = page(`<meta charset="utf-8"></head><body>${WESTERN.repeat(4)}`);
      expect(await decodeText(bytesOf(western(text)), asHtml)).toMatchObject({
        value: { text, encoding: 'windows-1252' },
      });
    });
  });

  it.each([
    ['no byte at all', bytesOf()],
    ['nothing but a byte order mark', bytesOf([0xef, 0xbb, 0xbf])],
    ['nothing but a byte order mark of UTF-16', bytesOf([0xff, 0xfe])],
  ])('calls %s empty', async (_, bytes) => {
    expect(await decodeText(bytes, asText)).toEqual(refused('file-empty'));
  });

  it.each([
    ['a PDF', bytesOf('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj')],
    ['a PNG', bytesOf([0x89], 'PNG\r\n\u001a\n', [0, 0, 0, 13], 'IHDR')],
    ['a JPEG', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF')],
    ['a zip', bytesOf('PK', [3, 4, 20, 0, 6, 0, 8, 0])],
    ['a gzip', bytesOf([0x1f, 0x8b, 8, 8, 1, 2, 3, 4])],
    ['text with a NUL in it', bytesOf('Some text,\0 and more of it.')],
    ['bytes that are mostly controls', bytesOf(Array.from({ length: 300 }, (_, index) => (index % 31) + 1))],
    ['an even number of odd bytes', bytesOf(Array.from({ length: 512 }, (_, index) => (index * 89) % 256))],
    [
      'UTF-16 cut in the middle of a file of noise',
      bytesOf(
        [0xff, 0xfe],
        Array.from({ length: 400 }, (_, i) => (i * 167 + 11) % 256),
      ),
    ],
  ])('calls %s binary', async (_, bytes) => {
    expect(await decodeText(bytes, asText)).toEqual(refused('file-binary'));
  });

  it.each([
    ['utf-32le', [0xff, 0xfe, 0, 0]],
    ['utf-32be', [0, 0, 0xfe, 0xff]],
    ['utf-32le', []],
    ['utf-32be', []],
  ] as const)('reads %s with and without a byte order mark', async (encoding, mark) => {
    const view = new DataView(new ArrayBuffer([...TEXT].length * 4));
    for (const [index, character] of [...TEXT].entries()) {
      view.setUint32(index * 4, character.codePointAt(0) ?? 0, encoding === 'utf-32le');
    }
    const bytes = bytesOf(mark, new Uint8Array(view.buffer));
    expect(await decodeText(bytes, asText)).toEqual(decoded(TEXT, encoding));
  });

  it('keeps UTF-8 of which a byte is broken, and says how many places can’t be read', async () => {
    const bytes = bytesOf(TEXT, [0xe9], ' und mehr.');
    expect(await decodeText(bytes, asText)).toMatchObject({
      value: { text: `${TEXT}\uFFFD und mehr.`, encoding: 'utf-8', isCertain: true, unreadable: 1 },
    });
  });

  it('takes nothing but the encoding that was named', async () => {
    const bytes = Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2);
    expect(await decodeText(bytes, { ...asText, encoding: 'windows-1251' })).toEqual(
      decoded('Привет', 'windows-1251'),
    );
    expect(await decodeText(bytes, { ...asText, encoding: 'utf-8' })).toEqual(refused('encoding-mismatch'));
  });

  it('keeps a stray control character of a text', async () => {
    const text = `${'An old file of an old machine. '.repeat(10)}\u001a`;
    expect(await decodeText(bytesOf(text), asText)).toEqual(decoded(text, 'utf-8'));
  });
});
