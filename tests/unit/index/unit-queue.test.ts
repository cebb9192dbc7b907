import { describe, expect, it } from 'vitest';
import { UnitQueue } from '#electron/index/process/unit-queue.ts';

describe('the units to be read', () => {
  it('are taken a few at a time, in their order, and each until it was read', () => {
    const queue = new UnitQueue();
    queue.replacePending(['a', 'b', 'c']);
    expect(queue.take(2)).toEqual(['a', 'b']);
    expect(queue.isCaughtUp).toBe(true);
    expect(queue.finish(['a', 'b'])).toBe(2);
    expect(queue.take(2)).toEqual(['c']);
    expect(queue.finish(['c'])).toBe(1);
    expect(queue.isEmpty).toBe(true);
  });

  it('begin with all that acts have touched', () => {
    const queue = new UnitQueue();
    queue.replacePending(['a', 'b']);
    queue.hurry(['b', 'x', 'y']);
    expect(queue.take(1)).toEqual(['b', 'x', 'y']);
    expect(queue.isCaughtUp).toBe(false);
    expect(queue.finish(['b', 'x', 'y'])).toBe(1);
    expect(queue.isCaughtUp).toBe(true);
    expect(queue.take(1)).toEqual(['a']);
  });

  it('are read again where they are touched while they are read, or nothing came of it', () => {
    const queue = new UnitQueue();
    queue.hurry(['a', 'b']);
    queue.take(1);
    queue.hurry(['a']);
    queue.finish(['a', 'b']);
    expect(queue.take(1)).toEqual(['a']);
    queue.putBack();
    expect(queue.isCaughtUp).toBe(false);
    expect(queue.take(1)).toEqual(['a']);
  });
});
