// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { type Grade, ungraded } from '#domain/tradecraft/grade.ts';
import { GradeBox } from '#renderer/parts/passage/card/GradeBox.tsx';

afterEach(cleanup);

const openBox = (grade: Grade) => {
  const set: Grade[] = [];
  let done = 0;
  const count = (): void => {
    done += 1;
  };
  const box = (now: Grade) => (
    <GradeBox
      on={null}
      grade={now}
      confirmedBecause={null}
      offer={null}
      onSet={(next) => {
        set.push(next);
        view.rerender(box(next));
      }}
      onDone={count}
    />
  );
  const view = render(box(grade));
  return { set, isDone: () => done };
};

const focused = (): string => document.activeElement?.textContent ?? '';

describe('the grade box by arrow keys', () => {
  it('goes from choice to choice with ↑ ↓, Space takes one, and Enter takes one and leaves', async () => {
    const { set, isDone } = openBox(ungraded);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toMatch(/^BUsually reliable/u);
    await userEvent.keyboard(' ');
    expect(set).toEqual([{ reliability: 'B', credibility: null }]);
    expect(isDone()).toBe(0);
    expect(focused()).toMatch(/^BUsually reliable/u);
    // Past C, D, E and F to 1, 2 and 3, and back.
    await userEvent.keyboard('{ArrowDown>7/}{ArrowUp}');
    expect(focused()).toMatch(/^2/u);
    await userEvent.keyboard('{Enter}');
    expect(set.at(-1)).toEqual({ reliability: 'B', credibility: 2 });
    expect(isDone()).toBe(1);
  });

  it('begins with the letter that is set, and goes round at the ends', async () => {
    openBox({ reliability: 'C', credibility: 3 });
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toMatch(/^CFairly reliable/u);
    screen.getByRole('button', { name: /^A/u }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toMatch(/^6Truth cannot be judged/u);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toMatch(/^A/u);
  });
});
