import { expect, it } from 'vitest';
import { printHeld } from '#renderer/parts/article/print-chosen.ts';

it('names what is held by mails and by web archives, and nothing of other files', () => {
  const read = (format: 'eml' | 'msg' | 'warc' | 'wacz' | 'txt', count: number) =>
    ({ kind: 'read', format, count }) as const;
  expect(printHeld([read('txt', 4)])).toBe('');
  expect(printHeld([read('eml', 1)])).toBe('the attachments of the mail');
  expect(printHeld([read('warc', 1), read('wacz', 1)])).toBe('the other pages of the 2 web archives');
  expect(printHeld([read('eml', 2), read('msg', 1), read('warc', 1)])).toBe(
    'the attachments of the 3 mails and the other pages of the web archive',
  );
});
