import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => vi.resetModules());

const load = async () => ({
  ...(await import('#renderer/window/analyse.ts')),
  ...(await import('#renderer/window/notices.ts')),
});

it('answers what an analysis finds', async () => {
  const { analyse, useNotices } = await load();
  expect(analyse('speaker', () => 'Roe', null)).toBe('Roe');
  expect(useNotices.getState().notices).toEqual([]);
});

it('answers nothing where it fails, and says so once', async () => {
  const { analyse, useNotices } = await load();
  const fail = (): string => {
    throw new SyntaxError('Invalid escape');
  };
  expect(analyse('speaker', fail, null)).toBeNull();
  expect(analyse('speaker', fail, null)).toBeNull();
  await Promise.resolve();
  expect(useNotices.getState().notices).toHaveLength(1);
  expect(useNotices.getState().notices[0]).toMatchObject({
    tone: 'failed',
    title: 'Precis could not search this text for the speaker.',
  });
});
