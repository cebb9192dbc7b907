import { expect, it } from 'vitest';
import { printCount } from '#domain/print-count.ts';

it.each([
  [0, '0 passages'],
  [1, '1 passage'],
  [2, '2 passages'],
  [1200, '1,200 passages'],
])('%i is printed with the right noun', (count, printed) => {
  expect(printCount(count, 'passage')).toBe(printed);
});

it('takes a plural that is not formed by s', () => {
  expect(printCount(1, 'command goes', 'commands go')).toBe('1 command goes');
  expect(printCount(3, 'command goes', 'commands go')).toBe('3 commands go');
});
