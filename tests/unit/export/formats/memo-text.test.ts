import { describe, expect, it } from 'vitest';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { exportedFormatMemo, formatMemo, quotesOfFormatMemo } from '../../../support/memo/format-memo.ts';

const text = writeMemoText(formatMemo());
const lines = text.split('\n');

describe('a memo as plain text', () => {
  it('is marked at its head and its foot', () => {
    expect(lines[0]).toBe('TLP:AMBER');
    expect(text.trimEnd().endsWith('\nTLP:AMBER')).toBe(true);
  });

  it('says for whom, from whom, as of when, and how it is to be handled', () => {
    expect(text).toContain(
      [
        'For:          Director, regional desk',
        'From:         Analysis desk',
        'As of:        24 April 2024, 09:00 UTC',
        'Ref.:         PM-2024-017',
        'Handling:     TLP:AMBER – need to know, organisation and its clients',
        'Restrictions: Not to the press',
      ].join('\n'),
    );
  });

  it('says that it is a draft, to whom it goes, and which copy it is', () => {
    const draft = writeMemoText(
      exportedFormatMemo({ distribution: ['Director', 'Trade desk'], copyNumber: '3 of 12' }),
    );
    expect(draft).toContain('\nState:        DRAFT 1 (not for citation)\n');
    expect(draft).toContain('\nDistribution: Director; Trade desk\nCopy:         3 of 12\n');
    expect(writeMemoText(exportedFormatMemo({ stateMark: 'none' }))).not.toContain('DRAFT');
  });

  it('isolates names that are written from right to left, so that the date behind them stays where it is', () => {
    expect(text).toContain('[2] \u2068صحيفة الميناء\u2069, “\u2068الميناء\u2069”, newspaper article');
  });

  it('keeps each quotation whole on one line', () => {
    for (const quote of quotesOfFormatMemo) expect(lines.some((line) => line.includes(quote))).toBe(true);
  });

  it('prints citations, judgements and what they rest on', () => {
    expect(text).toContain('“the *list* stays <closed>” [1\u00A0¶1]');
    expect(text).toContain('1. It will likely close “We wait […] They have not stopped.” [1\u00A0¶3].');
    expect(text).toContain('   Confidence: moderate; one official line.\n   Assumes: The list holds.');
    expect(text).toContain('2. Very unlikely: The embargo ends.');
  });

  it('isolates words that run from right to left', () => {
    expect(text).toContain('“\u2067الميناء مغلق\u2069”');
  });

  it('marks footnotes by letters, and lists them', () => {
    expect(text).toContain('First[a], then[b] see the list <https://list.example/a?b=1&c=2>');
    expect(text).toContain('\n[a] A note <of> two.\n[b] Another.\n');
  });

  it('sets lists and tables', () => {
    expect(text).toContain('1. One\n2. Two\n   - Below two');
    expect(text).toContain('Port                Ships | day\nVarna               45\nBoth, all of April');
  });

  it('names the sources, and their hashes where they are asked for', () => {
    expect(text).toContain(
      '[1] Harbour Dispatch, “Envoy carries a sanctions warning to Beijing”, newspaper article',
    );
    expect(text).toContain('Annex: copies cited');
    expect(writeMemoText(exportedFormatMemo({}))).not.toContain('Annex');
  });

  it('says nothing of its author where that is left out', () => {
    const without = writeMemoText(exportedFormatMemo({ author: false }));
    expect(without).not.toContain('Analysis desk');
    expect(without).not.toContain('From:');
  });
});
