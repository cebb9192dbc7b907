import { expect, it } from 'vitest';
import { createProgressLine } from '#electron/cli/output/progress-line.ts';

const linesOf = ({ isTerminal = true } = {}) => {
  const written: string[] = [];
  let now = 0;
  const line = createProgressLine({ isTerminal, write: (text) => written.push(text), nowMs: () => now });
  const showAt = (atMs: number, done: number): void => {
    now = atMs;
    line.show('Encrypting the files', done, 9);
  };
  return { written, line, showAt };
};

it('shows how far a work has come once it takes a second, ten times a second at most', () => {
  const { written, line, showAt } = linesOf();
  for (const [atMs, done] of [
    [200, 1],
    [1000, 2],
    [1050, 3],
    [1100, 4],
  ] as const)
    showAt(atMs, done);
  line.clear();
  const head = '\r\u001b[KEncrypting the files: ';
  expect(written).toEqual([`${head}2 of 9`, `${head}4 of 9`, '\r\u001b[K']);
});

it('shows nothing of a work that is soon over, and clears nothing then', () => {
  const { written, line, showAt } = linesOf();
  showAt(900, 9);
  line.clear();
  expect(written).toEqual([]);
});

it('writes nothing where no person looks', () => {
  const { written, line, showAt } = linesOf({ isTerminal: false });
  showAt(5000, 2);
  line.clear();
  expect(written).toEqual([]);
});
