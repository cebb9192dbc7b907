import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CitedWork } from '#domain/memo/citation-style/cited-work.ts';
import type { Cite, StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import type { StyledWords } from '#domain/memo/document-run.ts';
import { readCitationStyle } from '#domain/memo/form/citation-style.ts';
import { createCitationStyler } from '#electron/export/typst/citations/style-citations.ts';
import { citedWorks } from '../../../support/documents/cited-works.ts';

const style = createCitationStyler();
const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/citation-styles', `${name}.csl`), 'utf8');

const layOut = (
  name: string,
  citations: readonly (readonly Cite[])[],
  works: readonly CitedWork[] = citedWorks,
  language = 'en-GB',
): StyledCitations => {
  const read = readCitationStyle(fixture(name));
  if (!read.ok) throw new Error(read.error);
  const styled = style({ csl: read.value.csl, kind: read.value.kind, language, works, citations });
  if (!styled.ok) throw new Error(styled.error);
  return styled.value;
};

const textOf = (words: readonly StyledWords[] = []): string => words.map(({ text }) => text).join('');
const entryOf = ({ entries }: StyledCitations, number: number): readonly StyledWords[] =>
  entries.find(({ source }) => source === number)?.words ?? [];

describe('a citation style over thirty sources', () => {
  it.each(['numbers', 'author-date', 'notes'])('has an entry for each, with its title: %s', (name) => {
    const styled = layOut(name, []);
    expect(styled.entries).toHaveLength(citedWorks.length);
    for (const { number, title } of citedWorks) expect(textOf(entryOf(styled, number))).toContain(title);
  });

  it('lists them as the style orders them, and leaves out the number of a style', () => {
    const byNumber = layOut('numbers', []);
    expect(byNumber.entries.map(({ source }) => source)).toEqual(citedWorks.map(({ number }) => number));
    expect(textOf(entryOf(byNumber, 1))).toBe(
      'J. Miller, ‘Harbour closes after warning’, Harbour Dispatch, 3 May 2026, https://example.org/1.',
    );
    const byName = layOut('author-date', []).entries.map(({ words }) => textOf(words));
    expect(byName.slice(0, 2)).toEqual([
      expect.stringMatching(/^About the quay\. n\.d\./u),
      expect.stringMatching(/^Brandt, Ilse\. 2026a\. The minister/u),
    ]);
  });

  it('keeps how words are set, and where addresses lead', () => {
    const words = entryOf(layOut('numbers', []), 1);
    expect(words.find(({ italic }) => italic === true)?.text).toBe('Harbour Dispatch');
    expect(words.find(({ href }) => href !== undefined)).toEqual({
      text: 'https://example.org/1',
      href: 'https://example.org/1',
    });
  });

  it('cites by author and year, tells works of one year apart, and keeps each place', () => {
    const styled = layOut('author-date', [
      [{ source: 1, place: '¶8' }],
      [
        { source: 1, place: 'p.\u00A014 ¶2, ¶3' },
        { source: 14, place: '' },
      ],
      [{ source: 18, place: '00:14:07' }],
    ]);
    expect(styled.citations.map(textOf)).toEqual([
      '(Miller 2026a, ¶8)',
      '(Miller 2026a, p.\u00A014 ¶2, ¶3; Ministry of Ports 2025)',
      '(About the quay n.d., 00:14:07)',
    ]);
    expect(styled.citations[1]?.filter(({ source }) => source === 14).map(({ text }) => text)).toEqual([
      'Ministry of Ports 2025',
    ]);
  });

  it('cites in notes: in full, by “ibid.”, and in short', () => {
    const { citations } = layOut('notes', [
      [{ source: 1, place: '¶8' }],
      [{ source: 1, place: '¶9' }],
      [{ source: 5, place: '¶2' }],
      [{ source: 1, place: '¶8' }],
    ]);
    expect(citations.map(textOf)).toEqual([
      'Jane Miller, ‘Harbour closes after warning’, Harbour Dispatch, 3 May 2026, ¶8.',
      'ibid., ¶9.',
      'Uwe Schäfer and Anna Groß, ‘Hafen schließt nach Warnung der Regierung’, Hamburger Bote, 3 May 2026, ¶2.',
      'Miller, ‘Harbour closes after warning’, ¶8.',
    ]);
  });

  it('gives the letters of a year by the order of the list', () => {
    const of = (number: number, published: string): CitedWork => {
      const [first] = citedWorks;
      if (first === undefined) throw new Error('There are works.');
      return { ...first, number, title: `Title ${number}`, published };
    };
    // The style lists them by their day.
    const styled = layOut(
      'author-date',
      [[{ source: 1, place: '¶2' }], [{ source: 2, place: '¶3' }]],
      [of(1, '2026-05-09'), of(2, '2026-05-01')],
    );
    expect(styled.citations.map(textOf)).toEqual(['(Miller 2026b, ¶2)', '(Miller 2026a, ¶3)']);
    expect(styled.entries.map(({ source }) => source)).toEqual([2, 1]);
  });

  it('closes all brackets of a citation', () => {
    const csl = fixture('author-date').replace(
      '<text macro="author-short"/><text macro="year"/>',
      '<text macro="author-short"/><text macro="year" prefix="(" suffix=")"/>',
    );
    const citations = [[{ source: 18, place: '' }]];
    const styled = style({ csl, kind: 'text', language: 'en-GB', works: citedWorks, citations });
    expect(styled.ok && styled.value.citations.map(textOf)).toEqual(['(About the quay (n.d.))']);
  });

  it('has in place of an author again what the style asks for', () => {
    const { entries } = layOut('notes', []);
    const of = (number: number) => textOf(entryOf({ citations: [], entries }, number));
    expect(of(1)).toMatch(/^Miller, Jane, ‘Harbour/u);
    expect(of(20)).toMatch(/^———, ‘The port is shut’/u);
    expect(of(2)).toMatch(/^Miller, Jane and John Smith, /u);
  });

  it('tells kinds apart that the engine does not know', () => {
    const csl = fixture('notes').replace(
      '<text variable="title" quotes="true"/>\n        <text variable="container-title"',
      '<choose><if type="interview speech" match="any"><text value="Spoken"/></if><else-if type="thesis manuscript" match="any"><text value="Written"/></else-if></choose>$&',
    );
    const styled = style({ csl, kind: 'note', language: 'en-GB', works: citedWorks, citations: [] });
    expect(
      styled.ok &&
        styled.value.entries
          .filter(({ words }) => textOf(words).includes('Spoken'))
          .map(({ source }) => source),
    ).toEqual([25, 24]);
    expect(styled.ok && styled.value.entries.some(({ words }) => textOf(words).includes('Written'))).toBe(
      false,
    );
  });

  it.each([
    ['Harbour closes after warning', 'Harbour Closes after Warning'],
    ['NATO’s McDonald visits eBay', 'NATO’s McDonald Visits eBay'],
    ['G20 meets in the U.S. and COP28 begins', 'G20 Meets in the U.S. and COP28 Begins'],
    ['covid-19: after the storm', 'Covid-19: After the Storm'],
    ['the port (of call) at {dusk} for US$5bn', 'The Port (of Call) at {Dusk} for US$5bn'],
  ])('sets “%s” as a title in English', (title, expected) => {
    const [first] = citedWorks;
    const csl = fixture('notes').replaceAll('variable="title"', 'variable="title" text-case="title"');
    const works = first === undefined ? [] : [{ ...first, title }];
    const styled = style({ csl, kind: 'note', language: 'en-GB', works, citations: [] });
    expect(styled.ok && textOf(styled.value.entries[0]?.words)).toContain(`‘${expected}’`);
    // Words of another language keep their letters.
    const german = style({
      csl,
      kind: 'note',
      language: 'en-GB',
      works: works.map((work) => ({ ...work, language: 'de' })),
      citations: [],
    });
    expect(german.ok && textOf(german.value.entries[0]?.words)).toContain(`‘${title}’`);
  });

  it('speaks the language of the memo', () => {
    const { citations } = layOut('notes', [[{ source: 5, place: '¶2' }]], citedWorks, 'de');
    expect(citations.map(textOf)).toEqual([
      'Uwe Schäfer und Anna Groß, „Hafen schließt nach Warnung der Regierung“, Hamburger Bote, 3. Mai 2026, ¶2.',
    ]);
  });

  it('gives the same answer for the same request', () => {
    const citations = [[{ source: 1, place: '¶8' }]];
    expect(layOut('notes', citations)).toEqual(layOut('notes', citations));
  });
});

describe('what comes from elsewhere', () => {
  const [first] = citedWorks;
  const titled = (title: string, more: Partial<CitedWork> = {}): CitedWork => {
    if (first === undefined) throw new Error('There are works.');
    return { ...first, number: 1, title, ...more };
  };

  it.each([
    '#panic() *bold* _slanted_ `code` @s2 <s1> $x^2$ {Braces} \\emph{x}',
    '“Quoted” & <b>tagged</b> \' " &amp; –',
    'A\u2067ب\u2069 \u202E reversed',
    'https://precis.invalid/7',
  ])('stays text: %s', (title) => {
    const [entry] = layOut('author-date', [], [titled(title)]).entries;
    // What stands for an address is no address of a source.
    expect(textOf(entry?.words)).toContain(title === 'https://precis.invalid/7' ? 'Miller' : title);
  });

  it('keeps an address as it was typed', () => {
    const url = 'https://пример.example/порт?a=1&b=%20#c';
    const [entry] = layOut('numbers', [], [titled('A title', { url })]).entries;
    expect(entry?.words.find(({ href }) => href !== undefined)).toEqual({ text: url, href: url });
  });

  it('takes no address that is none of the web', () => {
    const [entry] = layOut('numbers', [], [titled('A title', { url: 'javascript:alert(1)' })]).entries;
    expect(entry?.words.every(({ href }) => href === undefined)).toBe(true);
  });

  it('says what is wrong with a style that the engine refuses', () => {
    const csl = fixture('notes').replace('variable="locator"', 'variable="nothing"');
    const answer = style({ csl, kind: 'note', language: 'en', works: citedWorks, citations: [] });
    expect(!answer.ok && answer.error).toMatch(/^The engine of citation styles refuses it: /u);
  });
});
