import { describe, expect, it } from 'vitest';
import { passageIdSchema } from '#domain/ids.ts';
import { printGradeLine } from '#domain/memo/citations/attribution.ts';
import { emboldenTerms } from '#domain/memo/document/embolden-terms.ts';
import { printLexiconNote } from '#domain/memo/likelihood/print-lexicon-note.ts';
import { readLexiconNote } from '#domain/memo/likelihood/read-lexicon-note.ts';
import { readGradeLine } from '#domain/memo/print/read-grade-line.ts';
import { credibilities } from '#domain/tradecraft/credibility.ts';
import { lexiconIds, lexicons } from '#domain/tradecraft/likelihood.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';
import { sampleSource } from '../../../support/archive/sample-records.ts';

describe('a printed grade in its parts', () => {
  const speaker = sampleSource('Harbour master');
  const sources = indexTree([speaker]);
  const publication = { name: 'Harbour Dispatch (late edition)', reliability: 'C' } as const;

  it.each(
    [...reliabilities, null].flatMap((reliability) =>
      [...credibilities, null].map((credibility) => ({ reliability, credibility })),
    ),
  )('is what was printed: %o', (grade) => {
    const parts = readGradeLine(printGradeLine({ grade, sourceId: speaker.id }, publication, sources));
    const isUngraded = grade.reliability === null && grade.credibility === null;
    expect(parts.via).toBe('via Harbour Dispatch (late edition) (C)');
    expect(parts.grade === null).toBe(isUngraded);
    if (isUngraded) return;
    expect(parts.grade?.startsWith(grade.reliability ?? '–/')).toBe(true);
    expect(parts.grade?.endsWith(`${grade.credibility ?? '/–'}`)).toBe(true);
  });

  it('says both axes in words', () => {
    expect(readGradeLine('B3')).toEqual({
      grade: 'B3',
      words: 'usually reliable; possibly true',
      via: null,
    });
    expect(readGradeLine('–/4').words).toBe('source not graded; doubtful');
    expect(readGradeLine('B–').grade).toBe('B/–');
    expect(readGradeLine(null)).toEqual({ grade: null, words: null, via: null });
    expect(readGradeLine('Not graded').grade).toBeNull();
  });
});

describe('the scale of a printed note', () => {
  it.each(lexiconIds)('has all bands of %s, and says which are used', (id) => {
    const { terms, standard } = lexicons[id];
    for (const { wording, band } of terms) {
      const scale = readLexiconNote(printLexiconNote(id, new Set([wording])) ?? '');
      expect(scale?.standard).toBe(standard);
      expect(scale?.bands.map(({ printed }) => printed)).toEqual([
        ...new Set(terms.map((term) => term.band)),
      ]);
      expect(scale?.bands.filter(({ isUsed }) => isUsed).map(({ printed }) => printed)).toEqual([band]);
      expect(scale?.bands.find(({ isUsed }) => isUsed)?.wordings).toContain(wording);
    }
  });

  it('has the ends of its bands in per cent, with the gaps of PHIA', () => {
    const ends = (id: (typeof lexiconIds)[number], wording: string) =>
      readLexiconNote(printLexiconNote(id, new Set([wording])) ?? '')?.bands.map(({ from, to }) => [
        from,
        to,
      ]);
    expect(ends('icd203-likely', 'likely')).toEqual([
      [1, 5],
      [5, 20],
      [20, 45],
      [45, 55],
      [55, 80],
      [80, 95],
      [95, 99],
    ]);
    expect(ends('phia', 'likely')).toEqual([
      [0, 5],
      [10, 20],
      [25, 35],
      [40, 50],
      [55, 75],
      [80, 90],
      [95, 100],
    ]);
  });

  it('says where terms of both rows are used, and is none for other words', () => {
    const mixed = readLexiconNote(printLexiconNote('icd203-likely', new Set(['likely', 'probable'])) ?? '');
    expect(mixed?.isMixed).toBe(true);
    expect(mixed?.bands.find(({ isUsed }) => isUsed)?.wordings).toEqual(['likely', 'probable']);
    expect(readLexiconNote('It may well be so.')).toBeNull();
  });
});

describe('terms of likelihood in the runs of a paragraph', () => {
  const text = (words: string) => ({ kind: 'text', text: words }) as const;
  const quote = {
    kind: 'quote',
    text: 'it is likely',
    source: 1,
    passageId: passageIdSchema.parse(newSampleId()),
    lang: null,
    dir: 'ltr',
  } as const;

  it('are bold where the writer says them, also over the border of two runs', () => {
    expect(emboldenTerms([text('It is very '), text('unlikely to last.')])).toEqual([
      text('It is '),
      { ...text('very '), bold: true },
      { ...text('unlikely'), bold: true },
      text(' to last.'),
    ]);
  });

  it('are left alone in what is quoted, and where they are denied', () => {
    const runs = [text('He said “'), quote, text('”, which is not likely.')];
    expect(emboldenTerms(runs)).toEqual(runs);
  });
});
