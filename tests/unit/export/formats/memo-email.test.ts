import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { writeMemoEmail } from '#electron/export/email/write-memo-email.ts';
import { formatMemo } from '../../../support/memo/format-memo.ts';

describe('a memo as an e-mail', () => {
  const { text, html } = writeMemoEmail(formatMemo());

  it('begins with its subject, and that with the label', () => {
    expect(text.split('\n')[0]).toBe('TLP:AMBER – PM-2024-017 – Beijing visit: <what> the “warning” changes');
  });

  it('keeps its subject on one line, whatever the title holds', () => {
    const { text: broken } = writeMemoEmail({ ...formatMemo(), title: 'One\r\nBcc: two' });
    expect(broken.split('\n')[0]).toBe('TLP:AMBER – PM-2024-017 – One Bcc: two');
  });

  it('says how it is to be handled before anything else', () => {
    expect(text.split('\n')[2]).toBe(
      'TLP:AMBER – need to know, organisation and its clients. Not to the press',
    );
  });

  it('holds the bottom line with the sources that it cites, and no more', () => {
    expect(text).toContain(
      'The port closes “the *list* stays <closed>” [1\u00A0¶1] and is unlikely to open.',
    );
    expect(text).toContain('As of 24 April 2024, 09:00 UTC.');
    expect(text).toContain('[1] Harbour Dispatch, ');
    expect(text).not.toContain('[2] ');
    expect(text).not.toContain('It will likely close');
  });

  it('is the same formatted, with nothing of it read as markup', () => {
    const { body } = new JSDOM(html).window.document;
    expect(body.textContent).toContain('“the *list* stays <closed>”');
    expect(body.querySelectorAll('p')[0]?.textContent).toBe(text.split('\n')[0]);
    expect(body.querySelectorAll('ol > li').length).toBe(1);
    expect(body.querySelector('closed, what')).toBe(null);
  });

  it('leads with the first section where the memo has no bottom line, and is not marked where the memo is not', () => {
    const memo = formatMemo({ marking: null, restrictions: '' });
    const without = writeMemoEmail({ ...memo, sections: memo.sections.slice(1) }).text;
    expect(without.startsWith('PM-2024-017 – Beijing visit')).toBe(true);
    expect(without.split('\n')[2]).toBe('Key judgements');
    expect(without).toContain('It will likely close');
  });
});
