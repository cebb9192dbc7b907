import { describe, expect, it } from 'vitest';
import { memoIdSchema } from '#domain/ids.ts';
import { headIncomplete } from '#domain/memo/checks/form-rules.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { documentFacts } from '#domain/memo/document/lay-document.ts';
import { partsOfForm } from '#domain/memo/export/export-parts.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { keyPlaceOf, keyPlaces, placeKey } from '#domain/memo/form/form.ts';
import { parseFormFile, printFormFile } from '#domain/memo/form/form-file.ts';
import { printPeriod } from '#domain/memo/print/print-date.ts';
import { draftSuccessor } from '#domain/memo/sent/draft-successor.ts';
import { calendarDateSchema, toTimestamp } from '#domain/time.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';
import { materialOf } from '../../../support/memo/written-article.ts';
import { writeMemo } from '../../../support/memo/written-memo.ts';

const day = (iso: string) => calendarDateSchema.parse(iso);
const week = { from: day('2024-04-17'), to: day('2024-04-24') };
const report = () => {
  const memo = writeMemo([]);
  return { ...memo, template: 'sitrep' as const, head: { ...memo.head, period: week } };
};

describe('the days that a report covers', () => {
  it.each([
    ['2024-04-17', '2024-04-24', '17 to 24 April 2024'],
    ['2024-03-30', '2024-04-05', '30 March to 5 April 2024'],
    ['2023-12-28', '2024-01-03', '28 December 2023 to 3 January 2024'],
    ['2023-04-17', '2024-04-24', '17 April 2023 to 24 April 2024'],
    ['2024-04-24', '2024-04-24', '24 April 2024'],
  ])('are printed from %s to %s', (from, to, printed) => {
    expect(printPeriod({ from: day(from), to: day(to) })).toBe(printed);
  });

  it('stand in the head before the cut-off, where there are any', () => {
    const names = (memo: ReturnType<typeof writeMemo>) =>
      documentFacts(buildMemoDocument(memo, materialOf([]))).map(({ name }) => name);
    expect(names(report())).toEqual(['For', 'From', 'Period', 'As of', 'Ref.', 'Handling']);
    expect(names(writeMemo([]))).not.toContain('Period');
  });

  it('are missed where the form asks for them', () => {
    const { period: _, ...head } = report().head;
    const missed = (memo: object) =>
      // The rule reads the memo and its form alone.
      headIncomplete.check({ memo, material: { form: builtInForms.sitrep } } as never);
    expect(missed({ ...report(), head })).toMatchObject([{ message: '“Period” is empty.' }]);
    expect(missed(report())).toEqual([]);
  });

  it('are those of a correction too, and left open in an update', () => {
    const input = {
      id: memoIdSchema.parse(sampleId(9)),
      referenceNumber: 'SR-2024-08',
      asOf: day('2024-05-01'),
      at: toTimestamp(0),
    };
    expect(draftSuccessor(report(), { ...input, kind: 'correction' }).head.period).toEqual(week);
    expect(draftSuccessor(report(), { ...input, kind: 'update' }).head.period).toBeUndefined();
  });
});

describe('the place of the key in a form', () => {
  it.each(keyPlaces)('is kept, and is that of an export: %s', (place) => {
    const form = placeKey(placeKey(builtInForms.bluf, 'cover'), place);
    expect(keyPlaceOf(form)).toBe(place);
    expect(partsOfForm(form, null).key).toBe(place);
    expect(parseFormFile(printFormFile({ form }))).toEqual({ ok: true, value: { form } });
  });

  it('is what it was in a form of an older file', () => {
    const older = printFormFile({ form: builtInForms.bluf }).replace('"version": 5', '"version": 1');
    expect(parseFormFile(older)).toEqual({ ok: true, value: { form: builtInForms.bluf } });
  });
});
