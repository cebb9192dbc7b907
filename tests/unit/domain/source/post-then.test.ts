import { describe, expect, it } from 'vitest';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { currentPositions, mayHaveEnded, positionSchema } from '#domain/source/position.ts';
import { postThen } from '#domain/source/post-then.ts';

const post = (role: string, from: string | null, until: string | null) =>
  positionSchema.parse({ role, organisationId: null, from, until });
const day = (text: string) => partialDateSchema.parse(text);
const press = post('Press officer', '2019-04', '2024-02');
const head = post('Head of cargo control', '2024-03', null);
const positions = [press, head];

describe('the post of a speaker on the day of an article', () => {
  it('is that of the positions where the passage states none', () => {
    expect(postThen(positions, '', day('2024-01-10'))).toEqual({ posts: ['Press officer'], endedAt: null });
    expect(postThen(positions, '', day('2024-04-01')).posts).toEqual(['Head of cargo control']);
    expect(postThen(positions, '', day('2010-04-01')).posts).toEqual([]);
    expect(postThen(positions, '', null).posts).toEqual([]);
  });

  it.each([
    ['Press officer', '2024-03-20', '2024-02'],
    ['press officer, customs directorate', '2024-03-20', '2024-02'],
    ['Press officer', '2024-02-29', null],
    ['Press officers of the port', '2024-03-20', null],
    ['Minister', '2024-03-20', null],
  ])('stands as stated: “%s” on %s had ended %s', (stated, on, endedAt) => {
    expect(postThen(positions, stated, day(on))).toEqual({ posts: [stated], endedAt });
  });

  it('has not ended where it is held again, or where nobody knows that it ended', () => {
    const again = [press, post('Press officer', '2024-03', '2024-12')];
    expect(postThen(again, 'Press officer', day('2024-03-20')).endedAt).toBeNull();
    expect(
      postThen([press, post('Press officer', '2018', null)], 'Press officer', day('2025')).endedAt,
    ).toBeNull();
    expect(postThen(again, 'Press officer', day('2025-03-20')).endedAt).toBe('2024-12');
  });
});

describe('the posts of today', () => {
  const inspector = post('Inspector', '2014', null);
  it('leave out those that may have ended when another began', () => {
    const all = [inspector, head];
    expect(mayHaveEnded(inspector, all, day('2023-05-01'))).toBe(false);
    expect(mayHaveEnded(inspector, all, day('2024-05-01'))).toBe(true);
    expect(currentPositions(all, day('2024-05-01'))).toEqual([head]);
    expect(currentPositions(all, day('2023-05-01'))).toEqual([inspector]);
  });
});
