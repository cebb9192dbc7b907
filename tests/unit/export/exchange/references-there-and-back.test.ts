import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import type { OutArticle } from '#domain/exchange/material.ts';
import { readBibliography } from '#domain/exchange/read/read-bibliography.ts';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { writeBibtex, writeCsl, writeRis } from '#electron/export/exchange/write-references.ts';
import { sampleId, sampleTime } from '../../../support/archive/sample-ids.ts';
import { sha256Of } from '../../../support/texts/sha256-of.ts';

const articleWith = (tags: readonly string[]): OutArticle => ({
  id: sampleId(1) as never,
  bibliography: {
    ...unknownBibliography,
    title: 'Lock',
    url: 'https://dispatch.example/lock',
    doi: '10.1000/a_182',
  },
  importedAt: sampleTime,
  textSha256: sha256Of('Lock'),
  words: 1,
  state: 'read',
  tags,
  marking: null,
  note: null,
  text: null,
  passages: [],
});

const nameOfTag = fc
  .string({
    unit: fc.constantFrom('a', 'B', 'ü', '7', '/', '\\', ' ', '-', '&', '%', '_', '#', '{', '}', ',', ';'),
    minLength: 1,
    maxLength: 6,
  })
  .map((name) => name.trim().replace(/ +/gu, ' '))
  .filter((name) => /[aBü7]/u.test(name));
const pathOfTag = fc.array(nameOfTag, { minLength: 1, maxLength: 3 });

it.each([
  ['BibTeX', writeBibtex],
  ['RIS', writeRis],
  ['CSL-JSON', writeCsl],
] as const)('tags come back from %s as they were, with slashes and commas in their names', (_, write) => {
  fc.assert(
    fc.property(fc.uniqueArray(pathOfTag, { maxLength: 3, selector: (path) => path.join('\n') }), (paths) => {
      const written = write([articleWith(paths.map((path) => printNamePath(path, '/')))]);
      const brought = readBibliography([{ name: 'sources', text: written }]);
      expect(brought?.articles[0]?.tags.map(parseTagPath)).toEqual(paths);
    }),
  );
});

it.each([
  ['BibTeX', writeBibtex],
  ['RIS', writeRis],
  ['CSL-JSON', writeCsl],
] as const)('a DOI comes back from %s beside the address of the page', (_, write) => {
  const brought = readBibliography([{ name: 'sources', text: write([articleWith([])]) }]);
  expect(brought?.articles[0]?.about).toMatchObject({
    url: 'https://dispatch.example/lock',
    doi: '10.1000/a_182',
  });
});
