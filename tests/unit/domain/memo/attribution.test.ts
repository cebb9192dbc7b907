import { describe, expect, it } from 'vitest';
import {
  printAttribution,
  printGradeLine,
  printSpeaker,
  publicationOf,
} from '#domain/memo/citations/attribution.ts';
import { citedName } from '#domain/memo/citations/cited-name.ts';
import { wordsFor } from '#domain/memo/print/printed-words.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { statedDateSchema } from '#domain/time.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { sampleSource } from '../../../support/archive/sample-records.ts';
import { writeArticle } from '../../../support/memo/written-article.ts';

const official = sampleSource('State Department official');
const dispatch = sampleSource('Harbour Dispatch', { kind: 'publication', reliability: 'C' });
const old = sampleSource('Dept. official', { mergedInto: official.id });
const gone = sampleSource('Gone', { deletedAt: official.createdAt });
const sources = indexTree([official, dispatch, old, gone]);

const inDispatch = { about: { publicationId: dispatch.id } };
const attribute = (
  passage: Partial<Passage>,
  options: Parameters<typeof writeArticle>[2] = inDispatch,
): string => {
  const article = writeArticle(
    ['First.', 'We are prepared.'],
    [{ quote: 'We are prepared', passage }],
    options,
  );
  const [written] = article.passages;
  return written === undefined
    ? ''
    : printAttribution(written, article.cited, { paragraph: 2, place: null }, sources);
};

describe('the attribution of a quotation', () => {
  it('names the speaker and the carrier as two things, with date and paragraph', () => {
    expect(attribute({ sourceId: official.id, basis: 'unnamed', manner: 'direct' })).toBe(
      'State Department official (unnamed), quoted in Harbour Dispatch, 22 April 2024, para. 2',
    );
  });

  it.each([
    ['paraphrase', 'paraphrased in'],
    [null, 'cited in'],
    ['unattributed', 'cited in'],
  ] as const)('says how it was said: %s', (manner, words) => {
    expect(attribute({ sourceId: official.id, manner })).toContain(`official, ${words} Harbour Dispatch`);
  });

  it('lets the publication speak where no speaker is set', () => {
    expect(attribute({ manner: 'own-reporting' })).toBe(
      'Harbour Dispatch, own reporting, 22 April 2024, para. 2',
    );
    expect(attribute({})).toBe('Harbour Dispatch, 22 April 2024, para. 2');
  });

  it('follows a merge, and names nobody who was deleted', () => {
    expect(attribute({ sourceId: old.id })).toMatch(/^State Department official, /);
    expect(attribute({ sourceId: gone.id })).toMatch(/^Harbour Dispatch, /);
  });

  it('takes the publisher where no publication is set, and the title where no publisher is known', () => {
    expect(attribute({}, {})).toMatch(/^Harbour Dispatch, /);
    expect(attribute({}, { bibliography: { publisher: null } })).toMatch(/^“Envoy carries .* Beijing”, /);
    const nameless = { bibliography: { publisher: null, title: null } };
    expect(attribute({ sourceId: official.id }, nameless)).toMatch(/, cited in an untitled article, /);
    expect(attribute({}, nameless)).toMatch(/^Untitled article, /);
  });

  it('calls an article without a title by its first words, and a picture is none', () => {
    const nameless = { bibliography: { title: null } };
    const name = (...paragraphs: string[]): string => citedName(writeArticle(paragraphs, [], nameless).cited);
    expect(name('\uFFFC', 'Fog came.')).toBe('Fog came.');
    expect(name('\uFFFC')).toBe('Untitled article');
    const { untitledArticle } = wordsFor('de').source;
    expect(citedName(writeArticle(['\uFFFC'], [], nameless).cited, untitledArticle)).toBe(
      'Artikel ohne Titel',
    );
  });

  it('says where a date was worked out and where there is none', () => {
    const inferred = { bibliography: { dateCertainty: 'inferred' } } as const;
    expect(attribute({}, inferred)).toContain('22 April 2024 (inferred)');
    expect(attribute({}, { bibliography: { publishedAt: null } })).toContain(', undated, ');
  });

  it('prints what was corrected, not what was sealed', () => {
    const corrected = { about: { corrections: { publishedAt: statedDateSchema.parse('2024-04-21') } } };
    expect(attribute({}, corrected)).toContain('21 April 2024');
  });
});

describe('the basis of a speaker', () => {
  it('is not said twice', () => {
    const named = sampleSource('Officials (unnamed)');
    const tree = indexTree([named]);
    expect(printSpeaker({ sourceId: named.id, basis: 'unnamed' }, tree)).toBe('Officials (unnamed)');
    expect(printSpeaker({ sourceId: named.id, basis: 'background' }, tree)).toBe(
      'Officials (unnamed) (on background)',
    );
    expect(printSpeaker({ sourceId: null, basis: 'unnamed' }, tree)).toBeNull();
  });
});

describe('the grade line', () => {
  const b3 = { grade: { reliability: 'B', credibility: 3 } as const, sourceId: official.id };
  const publication = publicationOf(writeArticle(['A.'], [], inDispatch).cited, sources);

  it('prints the passage’s grade and the carrier’s letter side by side', () => {
    expect(printGradeLine(b3, publication, sources)).toBe('B3 via Harbour Dispatch (C)');
  });

  it('leaves out what is not known', () => {
    expect(printGradeLine(b3, { name: 'Harbour Dispatch', reliability: null }, sources)).toBe(
      'B3 via Harbour Dispatch',
    );
    expect(printGradeLine({ ...b3, sourceId: null }, publication, sources)).toBe('B3');
    expect(printGradeLine(b3, null, sources)).toBe('B3');
  });

  it('says so where only the carrier has a letter, and nothing where nobody has', () => {
    const ungraded = { grade: { reliability: null, credibility: null }, sourceId: official.id };
    expect(printGradeLine(ungraded, publication, sources)).toBe('ungraded via Harbour Dispatch (C)');
    expect(printGradeLine(ungraded, { name: 'X', reliability: null }, sources)).toBeNull();
  });
});
