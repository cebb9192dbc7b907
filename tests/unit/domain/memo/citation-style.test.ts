import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KindOfName, readAuthors } from '#domain/memo/citation-style/author-names.ts';
import { MAX_STYLE_BYTES, readCitationStyle } from '#domain/memo/form/citation-style.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/citation-styles', `${name}.csl`), 'utf8');
const notes = fixture('notes');

const reasonOf = (csl: string): string => {
  const read = readCitationStyle(csl);
  return read.ok ? '' : read.error;
};

describe('reading a citation style', () => {
  it.each([
    ['numbers', 'number', 'Numbers of the test office'],
    ['author-date', 'text', 'Author and date of the test office'],
    ['notes', 'note', 'Notes of the test office'],
  ])('tells how %s cites, and what it is called', (file, kind, name) => {
    const read = readCitationStyle(fixture(file));
    expect(read.ok && { kind: read.value.kind, name: read.value.name }).toEqual({ kind, name });
  });

  it.each([
    ['a page', '<html><body/></html>', 'not a citation style'],
    ['a locale', '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0"/>', 'not a citation style'],
    ['text', 'Chicago', 'not a citation style'],
    ['a newer version', notes.replace('version="1.0">', 'version="2.0">'), 'version 2.0'],
    [
      'a dependent style',
      notes.replace(
        '<id>',
        '<link href="http://www.zotero.org/styles/the-parent" rel="independent-parent"/><id>',
      ),
      'choose the file of “the-parent”',
    ],
    ['notes alone', notes.replace(/<bibliography[\s\S]*<\/bibliography>/u, ''), 'notes only'],
    ['no title', notes.replace(/<title>.*<\/title>/u, ''), 'no title'],
    ['an entity', notes.replace('<info>', '<info>&file;'), 'an entity of its own'],
    ['a document type', notes.replace('<style', '<!DOCTYPE style><style'), 'document type'],
    ['half a file', notes.slice(0, 900), 'Line '],
    ['what is too large', notes.padEnd(MAX_STYLE_BYTES + 1), 'larger than 256 KB'],
    [
      'a macro that calls itself',
      notes.replace('<macro name="author">', '<macro name="author"><text macro="author"/>'),
      'call themselves',
    ],
    [
      'macros that multiply without end',
      notes
        .replace(
          '<macro name="author">',
          `${Array.from(
            { length: 8 },
            (_, at) =>
              `<macro name="m${at}">${`<text macro="${at === 7 ? 'author' : `m${at + 1}`}"/>`.repeat(10)}</macro>`,
          ).join('')}<macro name="author">`,
        )
        .replace('<citation>', '<citation><layout><text macro="m0"/></layout></citation><citation>'),
      'nested too deeply',
    ],
  ])('refuses %s in a sentence', (_, csl, said) => {
    expect(reasonOf(csl)).toContain(said);
  });
});

describe('the names of a byline', () => {
  const known: KindOfName = (name) =>
    (({ 'Jordan Lee': 'organisation', 'Harbour Watch': 'person', Reuters: 'publication' }) as const)[name] ??
    null;

  it.each([
    ['Jane Miller', [{ family: 'Miller', given: 'Jane' }]],
    ['Jane Q. Miller Jr.', [{ family: 'Miller', given: 'Jane Q.', suffix: 'Jr.' }]],
    [
      'Uwe Schäfer und Anna Groß',
      [
        { family: 'Schäfer', given: 'Uwe' },
        { family: 'Groß', given: 'Anna' },
      ],
    ],
    [
      'Ana Ruiz, Li Wei and Omar Haddad',
      [
        { family: 'Ruiz', given: 'Ana' },
        { family: 'Wei', given: 'Li' },
        { family: 'Haddad', given: 'Omar' },
      ],
    ],
    ['Ursula von der Leyen', [{ family: 'Leyen', given: 'Ursula', prefix: 'von der' }]],
    ['Miller, Jane', [{ family: 'Miller', given: 'Jane' }]],
    ['Иван Петров', [{ family: 'Петров', given: 'Иван' }]],
    ['Ministry of Ports', [{ literal: 'Ministry of Ports' }]],
    ['Harbour Dispatch staff', [{ literal: 'Harbour Dispatch staff' }]],
    ['Our correspondent', [{ literal: 'Our correspondent' }]],
    ['Reuters', [{ literal: 'Reuters' }]],
    ['NATO', [{ literal: 'NATO' }]],
    ['王小明', [{ literal: '王小明' }]],
    ['محمد علي', [{ literal: 'محمد علي' }]],
    ['Madonna', [{ literal: 'Madonna' }]],
    // What the archive says of a name counts more than how it looks.
    ['Jordan Lee', [{ literal: 'Jordan Lee' }]],
    ['', []],
  ])('of “%s”', (byline, names) => {
    expect(readAuthors(byline, known)).toEqual(names);
  });
});
