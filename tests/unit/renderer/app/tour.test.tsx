// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TourBanner } from '#renderer/app/tour/TourBanner.tsx';
import { endTour, openTour } from '#renderer/app/tour/tour-state.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { currentPlace, goTo } from '#renderer/window/navigation.ts';
import { installScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

const id = (end: number) => `0190f000-0000-7000-8000-${String(end).padStart(12, '0')}`;
const ungraded = { reliability: null, credibility: null };
const own = { id: id(1), isSample: false, passageCount: 4 };
const sample = { id: id(2), isSample: true, passageCount: 2 };
const passages = [
  { id: id(11), articleId: id(2), speaker: null, grade: { ...ungraded, credibility: 3 } },
  { id: id(12), articleId: id(2), speaker: { name: 'Ministry' }, grade: { ...ungraded, credibility: 2 } },
];

let main: ScriptedBridge;
let stop: () => void;
const user = userEvent.setup();
const press = (name: string) => user.click(screen.getByRole('button', { name }));

beforeEach(() => {
  main = installScriptedBridge();
  stop = followChanges();
  endTour();
  goTo({ view: 'today' });
});
afterEach(() => {
  cleanup();
  stop();
});

const begin = async ({ articles, memos }: { articles: readonly object[]; memos: readonly object[] }) => {
  main.answer('article:list', () => ({ ok: true, value: articles as never }));
  main.answer('memo:list', () => ({ ok: true, value: memos as never }));
  main.answer('passage:list', () => ({ ok: true, value: { rows: passages, count: 2 } as never }));
  render(<TourBanner />);
  openTour();
  await screen.findByRole('heading', { name: 'Read 1 of 5' });
};

describe('the tour', () => {
  it('goes through the sample, whatever else is there, to a passage of which all is said, and to its memo', async () => {
    await begin({ articles: [own, sample], memos: [{ id: id(20), isSample: true }] });
    await expect.poll(() => currentPlace()).toMatchObject({ view: 'articles', articleId: id(2) });
    await press('Next');
    expect(screen.getByRole('heading', { name: 'Mark 2 of 5' })).toBe(document.activeElement);
    await press('Next');
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: id(2), passageId: id(12) });
    await press('Next');
    expect(currentPlace()).toMatchObject({ view: 'passages' });
    await press('Next');
    expect(currentPlace()).toMatchObject({ view: 'memos', memoId: id(20) });
    await press('Back');
    expect(currentPlace()).toMatchObject({ view: 'passages' });
  });

  it('goes on where it was left, and begins anew after its end', async () => {
    await begin({ articles: [sample], memos: [] });
    await press('Next');
    await press('Leave');
    expect(screen.queryByRole('region', { name: 'Tour' })).toBeNull();
    openTour();
    await screen.findByRole('heading', { name: 'Mark 2 of 5' });
    for (const name of ['Next', 'Next', 'Next', 'Done']) await press(name);
    openTour();
    await screen.findByRole('heading', { name: 'Read 1 of 5' });
  });

  it('shows the views of an empty archive', async () => {
    await begin({ articles: [], memos: [] });
    await expect.poll(() => currentPlace()).toMatchObject({ view: 'articles', articleId: null });
    for (const name of ['Next', 'Next', 'Next', 'Next']) await press(name);
    expect(currentPlace()).toMatchObject({ view: 'memos', memoId: null });
  });
});
