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
  expect(printCount(1, 'act goes', 'acts go')).toBe('1 act goes');
  expect(printCount(3, 'act goes', 'acts go')).toBe('3 acts go');
});
