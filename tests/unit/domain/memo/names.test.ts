import { describe, expect, it } from 'vitest';
import { exportFileName } from '#domain/memo/export-file-name.ts';
import { printAsOf, printDay } from '#domain/memo/print/print-date.ts';
import { nextReferenceNumber } from '#domain/memo/reference-number.ts';
import { calendarDateSchema, statedDateSchema, toTimestamp } from '#domain/time.ts';

const head = {
  title: 'Beijing visit: what the warning changes',
  referenceNumber: 'PM-2024-017',
  asOf: calendarDateSchema.parse('2024-04-24'),
  marking: { kind: 'tlp', label: 'TLP:AMBER' },
} as const;

describe('the name of an exported file', () => {
  it('holds the day, the number, the title up to its colon, and the marking', () => {
    expect(exportFileName(head, 'pdf')).toBe('2024-04-24 PM-2024-017 Beijing visit TLP-AMBER.pdf');
  });

  it('holds no marking where there is none, and an own banner as text', () => {
    expect(exportFileName({ ...head, marking: null }, 'pdf')).toBe(
      '2024-04-24 PM-2024-017 Beijing visit.pdf',
    );
    const banner = { kind: 'banner', text: 'House only / no copies' } as const;
    expect(exportFileName({ ...head, marking: banner }, 'pdf')).toMatch(/ House only no copies\.pdf$/);
  });

  it('shows its ending where it is, whatever way the title is read', () => {
    const title = 'Plan \u202Efdp.exe\u2069 and \uD800 more';
    expect(exportFileName({ ...head, title, marking: null }, 'pdf')).toBe(
      '2024-04-24 PM-2024-017 Plan fdp.exe and more.pdf',
    );
  });

  it('holds nothing that a file system refuses', () => {
    const name = exportFileName({ ...head, title: 'a/b\\c<d>|e?*"f\u0007\n..', marking: null }, 'pdf');
    expect(name).toBe('2024-04-24 PM-2024-017 a b c d e f.pdf');
  });

  it.each(['word '.repeat(80), '中'.repeat(300), '😀'.repeat(300)])('fits into 255 bytes: %s', (title) => {
    const long = { ...head, title, referenceNumber: '参'.repeat(60) };
    const name = exportFileName({ ...long, marking: { kind: 'banner', text: '限'.repeat(80) } }, 'pdf');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).not.toContain('\uFFFD');
    expect(Buffer.from(name, 'utf8').toString('utf8')).toBe(name);
  });
});

describe('the next reference number', () => {
  it('is one above the highest of the year', () => {
    const taken = ['PM-2024-002', 'PM-2024-017', 'PM-2023-400', 'REG/12', 'PM-2024-9x'];
    expect(nextReferenceNumber(2024, taken)).toBe('PM-2024-018');
  });

  it('passes over as many numbers as there are memos that can’t be read', () => {
    expect(nextReferenceNumber(2024, ['PM-2024-017'], 2)).toBe('PM-2024-020');
  });

  it('begins a year with 001 and goes on after 999', () => {
    expect(nextReferenceNumber(2025, ['PM-2024-017'])).toBe('PM-2025-001');
    expect(nextReferenceNumber(2024, ['PM-2024-999'])).toBe('PM-2024-1000');
  });
});

describe('a printed date', () => {
  it('is the day that was stated, in its own zone', () => {
    expect(printDay(statedDateSchema.parse('2024-04-22T23:30:00+09:00'))).toBe('22 April 2024');
    expect(printDay(calendarDateSchema.parse('2024-05-03'))).toBe('3 May 2024');
  });

  it('has the hour where the cut-off is an instant', () => {
    expect(printAsOf(calendarDateSchema.parse('2024-04-24'))).toBe('24 April 2024');
    expect(printAsOf(toTimestamp(Date.parse('2024-04-24T09:00:00.000Z')))).toBe('24 April 2024, 09:00 UTC');
  });
});
