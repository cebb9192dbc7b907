import { describe, expect, it } from 'vitest';
import { printReaders } from '#domain/memo/sent/sent-state.ts';

describe('whom a memo is for', () => {
  it('is what its head says, however it was sent', () => {
    expect(printReaders({ for: 'Director', recipients: ['Regional desk'] })).toBe('Director');
    expect(printReaders({ for: 'Director', recipients: [] })).toBe('Director');
  });

  it('are those to whom it was sent where its head names nobody', () => {
    expect(printReaders({ for: ' ', recipients: ['Director', 'Regional desk'] })).toBe(
      'Director; Regional desk',
    );
    expect(printReaders({ for: '', recipients: [] })).toBe('');
  });
});
