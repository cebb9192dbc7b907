import { describe, expect, it } from 'vitest';
import { exportName, safeFileName } from '#domain/memo/export-file-name.ts';
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
    expect(exportName(head)).toBe('2024-04-24 PM-2024-017 Beijing visit TLP-AMBER');
  });

  it('holds no marking where there is none, and an own banner as text', () => {
    expect(exportName({ ...head, marking: null })).toBe('2024-04-24 PM-2024-017 Beijing visit');
    const banner = { kind: 'banner', text: 'House only / no copies' } as const;
    expect(exportName({ ...head, marking: banner })).toMatch(/ House only no copies$/);
  });

  it('shows its ending where it is, whatever way the title is read', () => {
    const title = 'Plan \u202Efdp.exe\u2069 and \uD800 more';
    expect(exportName({ ...head, title, marking: null })).toBe(
      '2024-04-24 PM-2024-017 Plan fdp.exe and more',
    );
  });

  it('holds nothing that a file system refuses', () => {
    const name = exportName({ ...head, title: 'a/b\\c<d>|e?*"f\u0007\n..', marking: null });
    expect(name).toBe('2024-04-24 PM-2024-017 a b c d e f');
  });

  it.each(['word '.repeat(80), '中'.repeat(300), '😀'.repeat(300)])('fits into 255 bytes: %s', (title) => {
    const long = { ...head, title, referenceNumber: '参'.repeat(60) };
    const typed = exportName({ ...long, marking: { kind: 'banner', text: '限'.repeat(80) } });
    const name = safeFileName(typed, 'docx');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).not.toContain('\uFFFD');
    expect(Buffer.from(name, 'utf8').toString('utf8')).toBe(name);
  });
});

describe('the name of an exported file by a pattern', () => {
  it.each([
    ['{ref} {title}', 'PM-2024-017 Beijing visit'],
    ['{marking}_{date}', 'TLP-AMBER_2024-04-24'],
    ['Brief: {title} {owner}', 'Brief Beijing visit {owner}'],
    ['{title} {title}', 'Beijing visit Beijing visit'],
    ['..', '2024-04-24 PM-2024-017 Beijing visit TLP-AMBER'],
  ])('%s', (pattern, name) => {
    expect(exportName(head, pattern)).toBe(name);
  });

  it('takes a title that looks like a part of a pattern as it is', () => {
    expect(exportName({ ...head, title: '{ref}' }, '{title} {ref}')).toBe('{ref} PM-2024-017');
  });
});

describe('a typed name of a file', () => {
  it('gets its ending, and loses what a file system refuses', () => {
    expect(safeFileName(' notes/v1: final. ', 'pdf')).toBe('notes v1 final.pdf');
    expect(safeFileName('///', 'pdf')).toBe('');
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
