/** Doctrine, word for word: what a table says here is written out again and never derived from the code. */
import { describe, expect, it } from 'vitest';
import { confidences, confidenceTable } from '#domain/tradecraft/confidence.ts';
import { credibilities, credibilitySchema, credibilityTable } from '#domain/tradecraft/credibility.ts';
import { gradeSchema, isUngraded, printGrade } from '#domain/tradecraft/grade.ts';
import { lexicons } from '#domain/tradecraft/likelihood.ts';
import { highestTlp, printMarking, TLP_BACKGROUND, tlpLabels, tlpTable } from '#domain/tradecraft/marking.ts';
import { reliabilities, reliabilityTable } from '#domain/tradecraft/reliability.ts';

describe('source reliability (NATO names, meanings of FM 2-22.3)', () => {
  it('has six letters, F last', () => {
    expect(reliabilities).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  it.each([
    [
      'A',
      'Completely reliable',
      'no doubt of authenticity, trustworthiness or competency; history of complete reliability',
    ],
    ['B', 'Usually reliable', 'minor doubt; history of valid information most of the time'],
    ['C', 'Fairly reliable', 'doubt, but has provided valid information in the past'],
    ['D', 'Not usually reliable', 'significant doubt, but has provided valid information in the past'],
    [
      'E',
      'Unreliable',
      'lacking in authenticity, trustworthiness and competency; history of invalid information',
    ],
    ['F', 'Reliability cannot be judged', 'no basis exists for evaluating the reliability'],
  ] as const)('%s is "%s"', (letter, wording, meaning) => {
    expect(reliabilityTable[letter]).toEqual({ wording, meaning });
  });
});

describe('information credibility (NATO names, meanings of FM 2-22.3)', () => {
  it('has six digits, 6 last', () => {
    expect(credibilities).toEqual([1, 2, 3, 4, 5, 6]);
    expect(credibilitySchema.safeParse(0).success).toBe(false);
    expect(credibilitySchema.safeParse(7).success).toBe(false);
  });

  it.each([
    [
      1,
      'Confirmed by other sources',
      'confirmed by other independent sources; logical in itself; consistent with other information',
    ],
    [2, 'Probably true', 'not confirmed; logical in itself; consistent with other information'],
    [3, 'Possibly true', 'not confirmed; reasonably logical in itself; agrees with some other information'],
    [4, 'Doubtful', 'not confirmed; possible but not logical; no other information on the subject'],
    [5, 'Improbable', 'not confirmed; not logical in itself; contradicted by other information'],
    [6, 'Truth cannot be judged', 'no basis exists for evaluating the validity'],
  ] as const)('%s is "%s"', (digit, wording, meaning) => {
    expect(credibilityTable[digit]).toEqual({ wording, meaning });
  });
});

describe('a grade', () => {
  it.each([
    ['B', 3, 'B3'],
    ['B', null, 'B–'],
    [null, 3, '–3'],
    [null, null, ''],
  ] as const)('of letter %s and digit %s is printed "%s"', (reliability, credibility, printed) => {
    expect(printGrade({ reliability, credibility })).toBe(printed);
  });

  it('keeps its two axes apart: there is no place for one value', () => {
    expect(Object.keys(gradeSchema.shape)).toEqual(['reliability', 'credibility']);
    expect(isUngraded({ reliability: 'F', credibility: null })).toBe(false);
  });
});

describe('likelihood', () => {
  it.each([
    [
      'icd203-likely',
      'ICD 203',
      [
        ['almost no chance', '1 to 5 %'],
        ['very unlikely', '5 to 20 %'],
        ['unlikely', '20 to 45 %'],
        ['roughly even chance', '45 to 55 %'],
        ['likely', '55 to 80 %'],
        ['very likely', '80 to 95 %'],
        ['almost certain', '95 to 99 %'],
      ],
    ],
    [
      'icd203-probable',
      'ICD 203',
      [
        ['remote', '1 to 5 %'],
        ['highly improbable', '5 to 20 %'],
        ['improbable', '20 to 45 %'],
        ['roughly even odds', '45 to 55 %'],
        ['probable', '55 to 80 %'],
        ['highly probable', '80 to 95 %'],
        ['nearly certain', '95 to 99 %'],
      ],
    ],
    [
      'phia',
      'PHIA probability yardstick (gov.uk, March 2025)',
      [
        ['remote chance', '0 to ≈5 %'],
        ['highly unlikely', '≈10 to ≈20 %'],
        ['unlikely', '≈25 to ≈35 %'],
        ['realistic possibility', '≈40 to <50 %'],
        ['likely', '≈55 to ≈75 %'],
        ['probable', '≈55 to ≈75 %'],
        ['highly likely', '≈80 to ≈90 %'],
        ['almost certain', '≈95 to <100 %'],
      ],
    ],
  ] as const)('%s has the terms and bands of its standard', (id, standard, terms) => {
    expect(lexicons[id].standard).toBe(standard);
    expect(lexicons[id].terms.map(({ wording, band }) => [wording, band])).toEqual(terms);
  });
});

describe('confidence (wording of the US National Intelligence Council)', () => {
  it('has three levels', () => {
    expect(confidences).toEqual(['high', 'moderate', 'low']);
  });

  it.each([
    [
      'high',
      'high-quality information, or the nature of the issue makes a solid judgment possible; not a certainty',
    ],
    ['moderate', 'credibly sourced and plausible, not of sufficient quality or corroboration for more'],
    [
      'low',
      'questionable or implausible information, too fragmented or poorly corroborated, or significant concerns with sources',
    ],
  ] as const)('%s is %s', (level, meaning) => {
    expect(confidenceTable[level]).toBe(meaning);
  });
});

describe('the Traffic Light Protocol 2.0', () => {
  it.each([
    ['TLP:RED', '#FF2B2B', 'individual recipients only'],
    ['TLP:AMBER+STRICT', '#FFC000', 'need to know, own organisation only'],
    ['TLP:AMBER', '#FFC000', 'need to know, organisation and its clients'],
    ['TLP:GREEN', '#33FF00', 'the community'],
    ['TLP:CLEAR', '#FFFFFF', 'no limit'],
  ] as const)('%s is %s on black: %s', (label, colour, disclosure) => {
    expect(tlpTable[label]).toEqual({ colour, disclosure });
    expect(TLP_BACKGROUND).toBe('#000000');
  });

  it('has these five labels and none of version 1', () => {
    expect([...tlpLabels].sort()).toEqual(
      ['TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:CLEAR', 'TLP:GREEN', 'TLP:RED'].sort(),
    );
  });

  it('is printed without spaces; an own banner is printed as it was written', () => {
    expect(printMarking({ kind: 'tlp', label: 'TLP:AMBER+STRICT' })).toBe('TLP:AMBER+STRICT');
    expect(printMarking({ kind: 'banner', text: 'Internal' })).toBe('Internal');
  });

  it('ranks from CLEAR to RED, and leaves banners out of the ranking', () => {
    expect(
      highestTlp([
        { kind: 'tlp', label: 'TLP:GREEN' },
        null,
        { kind: 'tlp', label: 'TLP:AMBER+STRICT' },
        { kind: 'tlp', label: 'TLP:AMBER' },
      ]),
    ).toBe('TLP:AMBER+STRICT');
    expect(highestTlp([{ kind: 'banner', text: 'Internal' }, null])).toBeNull();
  });
});
