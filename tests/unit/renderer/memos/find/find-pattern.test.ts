import { afterEach, expect, it, vi } from 'vitest';
import { loosely } from '#domain/text/find-in-text.ts';
import { createPatternFinder, type PatternAnswer } from '#renderer/memos/editor/find-pattern.ts';

const how = { ...loosely, isPattern: true };
const question = { texts: ['aab', 'b'], query: 'a+', how };

/** A thread that answers what it is told to, or never. */
const standIn = (reply: PatternAnswer | 'never') => {
  const ended: boolean[] = [];
  class StandIn extends EventTarget {
    postMessage(): void {
      if (reply !== 'never')
        queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: reply })));
    }
    terminate(): void {
      ended.push(true);
    }
  }
  vi.stubGlobal('Worker', StandIn);
  return ended;
};

afterEach(() => vi.unstubAllGlobals());

const asked = (limitMs?: number): Promise<PatternAnswer> =>
  new Promise((resolve) => createPatternFinder(limitMs).ask(question, resolve));

it('ends an expression that goes on and on, and says that nothing is known', async () => {
  const ended = standIn('never');
  expect(await asked(5)).toBeNull();
  expect(ended).toEqual([true]);
});

it('answers what the thread found, and ends it', async () => {
  const found = [[{ start: 0, end: 2, groups: ['aa'] }], []];
  const ended = standIn(found);
  expect(await asked()).toEqual(found);
  expect(ended).toEqual([true]);
});

it('gives up the question before', () => {
  const ended = standIn('never');
  const finder = createPatternFinder();
  finder.ask(question, () => expect.unreachable());
  finder.ask(question, () => expect.unreachable());
  expect(ended).toHaveLength(1);
  finder.end();
  expect(ended).toHaveLength(2);
});
