// @vitest-environment jsdom
import { cleanup, act as inAct, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FirstSteps } from '#renderer/app/tour/FirstSteps.tsx';
import { leaveTour, openTour } from '#renderer/app/tour/tour-state.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { currentPlace, goTo } from '#renderer/window/navigation.ts';
import { installScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

const id = (end: number) => `0190f000-0000-7000-8000-${String(end).padStart(12, '0')}`;
const ungraded = { reliability: null, credibility: null };
const own = { id: id(1), isSample: false, passageCount: 4 };
const sample = { id: id(2), isSample: true, passageCount: 1 };
const passage = (end: number, more: object = {}) => ({
  ...{ id: id(end), articleId: id(2), quote: 'a lathe', grade: ungraded, citedIn: [] },
  ...more,
});
// What the sample holds already is graded and cited: it is no step of the person's.
const known = passage(11, { grade: { ...ungraded, credibility: 3 }, citedIn: [id(20)] });

let main: ScriptedBridge;
let stop: () => void;
const user = userEvent.setup();
const press = (name: string) => user.click(screen.getByRole('button', { name }));
const steps = () => screen.getByRole('region', { name: 'First steps' });

beforeEach(() => {
  main = installScriptedBridge();
  stop = followChanges();
  leaveTour(true);
  goTo({ view: 'today' });
});
afterEach(() => {
  cleanup();
  stop();
});

const answerPassages = (...made: readonly object[]) =>
  main.answer('passage:list', () => ({
    ok: true,
    value: { rows: [known, ...made], count: made.length + 1 },
  }));

/** What the archive holds from now on. */
const become = async (count: string, ...made: readonly object[]) => {
  answerPassages(...made);
  await inAct(async () => main.emit('archive-changed', { topics: ['passages'], gone: [] } as never));
  await expect.poll(() => steps().textContent).toContain(count);
};

const begin = async (articles: readonly object[]) => {
  main.answer('article:list', () => ({ ok: true, value: articles }));
  answerPassages();
  render(<FirstSteps />);
  openTour();
  await screen.findByRole('heading', { name: /^First steps/ });
};

describe('the first steps', () => {
  it('are done on the sample, whatever else is there, and an undo takes one back', async () => {
    await begin([own, sample]);
    await expect.poll(() => currentPlace()).toMatchObject({ view: 'articles', articleId: id(2) });
    expect(screen.getByRole('heading', { name: 'First steps 0 of 3' })).toBe(document.activeElement);
    const graded = { grade: { ...ungraded, credibility: 2 } };
    await become('1 of 3', passage(12));
    await become('2 of 3', passage(12, graded));
    await become('3 of 3', passage(12, { ...graded, citedIn: [id(20)] }));
    expect(steps().textContent).toContain('All done.');
    await become('2 of 3', passage(12, graded));
  });

  it('go on where they were left, and begin anew once all are done', async () => {
    await begin([sample]);
    await become('1 of 3', passage(12));
    await press('Skip');
    expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
    openTour();
    await screen.findByRole('heading', { name: 'First steps 1 of 3' });
    await become('3 of 3', passage(12, { grade: { ...ungraded, credibility: 2 }, citedIn: [id(20)] }));
    await press('Done');
    openTour();
    await screen.findByRole('heading', { name: 'First steps 0 of 3' });
  });

  it('lead to the passage that was made when they are asked for again', async () => {
    await begin([sample]);
    await become('1 of 3', passage(12));
    goTo({ view: 'today' });
    await inAct(async () => openTour());
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: id(2), passageId: id(12) });
  });

  it('ask for an article where there is none', async () => {
    await begin([]);
    expect(steps().textContent).toContain('Import an article first');
    expect(currentPlace().view).toBe('today');
  });
});
