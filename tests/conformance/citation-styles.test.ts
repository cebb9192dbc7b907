import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import type { StyledWords } from '#domain/memo/document-run.ts';
import { readCitationStyle } from '#domain/memo/form/citation-style.ts';
import { createCitationStyler } from '#electron/export/typst/citations/style-citations.ts';
import { CITATION_STYLES } from '../../scripts/setup/system-packages.mjs';
import { citedWorks } from '../support/documents/cited-works.ts';

// Public styles over thirty sources, beside what a reference processor makes of them. The styles are those of Debian's
// package citation-style-language-styles; of another edition of a style nothing is known here, and it is left out.

const referenceSchema = z.object({
  styles: z.record(
    z.string(),
    z.object({
      /** Which edition of the style, as its file says. */
      updated: z.string(),
      /** The sources in the order of the list. */
      order: z.array(z.number()),
      /** The entry of each source, by number from 1. */
      entries: z.array(z.string()),
      /** Each source cited once; none of a style that numbers them. */
      citations: z.array(z.string()).optional(),
    }),
  ),
});
const { styles } = referenceSchema.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/citation-styles/reference-processor.json'), 'utf8'),
  ),
);

const style = createCitationStyler();

const textOf = (words: readonly StyledWords[] = []): string =>
  words
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ');

const layOut = (csl: string): StyledCitations => {
  const read = readCitationStyle(csl);
  if (!read.ok) throw new Error(read.error);
  const { kind } = read.value;
  const citations = kind === 'number' ? [] : citedWorks.map(({ number }) => [{ source: number, place: '' }]);
  const styled = style({ csl, kind, language: 'en-GB', works: citedWorks, citations });
  if (!styled.ok) throw new Error(styled.error);
  return styled.value;
};

/** A note ends with a full stop, whichever of the two adds it. */
const bare = (text: string): string => text.replace(/\.$/u, '');

/** By style, the sources whose entry differs, and why. */
const differing: Readonly<Record<string, readonly number[]>> = {
  // The engine's own words say "data set".
  apa: [29],
};
/** Styles whose list comes in another order: what has nothing to sort by stands first, and not last. */
const reordered = ['oscola'];

describe.each(Object.entries(styles))('the citation style %s', (name, reference) => {
  const file = join(CITATION_STYLES, `${name}.csl`);
  const csl = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const isKnown = csl.includes(`<updated>${reference.updated}</updated>`);

  it.skipIf(!isKnown)('says of each source what a reference processor says', () => {
    const { entries, citations } = layOut(csl);
    const own = new Map(entries.map(({ source, words }) => [source, textOf(words)]));
    const others = citedWorks.filter(({ number }) => own.get(number) !== reference.entries[number - 1]);
    expect(others.map(({ number }) => number)).toEqual(differing[name] ?? []);
    if (reference.citations !== undefined)
      expect(citations.map((words) => bare(textOf(words)))).toEqual(reference.citations.map(bare));
    if (!reordered.includes(name) && reference.citations !== undefined)
      expect(entries.map(({ source }) => source)).toEqual(reference.order);
  });
});
