import { expect, it } from 'vitest';
import { addressInProse, endOfAddress, readAddress } from '#domain/memo/content/link-address.ts';

it.each([
  ['https://example.org/list?a=1#top', 'https://example.org/list?a=1#top'],
  ['HTTP://example.org', 'HTTP://example.org'],
  ['www.example.org/a', 'https://www.example.org/a'],
  ['desk@example.org', 'mailto:desk@example.org'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ['example.org', null],
  ['week.Then', null],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['https://', null],
  ['https://user@example.org', null],
  ['https://example.org/\u202egpj.exe', null],
  ['https://example.org/a\u0001b', null],
  ['word', null],
])('%s in prose is the address %s', (word, address) => {
  expect(addressInProse(word)).toBe(address);
});

it('is also a host alone where an address is asked for', () => {
  expect(readAddress(' example.org/list ')).toBe('https://example.org/list');
  expect(readAddress('no address')).toBeNull();
  expect(readAddress('javascript:alert(1)')).toBeNull();
});

it.each([
  ['https://a.org/b.', 'https://a.org/b'],
  ['https://a.org/b),', 'https://a.org/b'],
  ['https://a.org/b_(c)', 'https://a.org/b_(c)'],
  ['https://a.org/b_(c)).', 'https://a.org/b_(c)'],
  ['https://a.org/b”.', 'https://a.org/b'],
  ['...', ''],
])('%s ends before its punctuation', (word, address) => {
  expect(word.slice(0, endOfAddress(word))).toBe(address);
});
