import { expect, it } from 'vitest';
import { createLists } from '#electron/catalogue/create-lists.ts';
import { seldom } from '#electron/catalogue/read/seldom.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench } from '../../support/workbench/open-workbench.ts';

it('the lists tell how far reading in has come, and of how many', async () => {
  const bench = await openWorkbench();
  const { addArticle } = createActs(() => bench);
  for (let number = 0; number < 20; number++) await addArticle(`The port closed on day ${number}.`);
  const told: { readonly read: number; readonly total: number }[] = [];
  const report = (failure: unknown): void => expect.fail(String(failure));
  const heard = { report, onProgress: (progress: (typeof told)[number]) => void told.push(progress) };
  await createLists(bench.archive, heard, Promise.resolve()).ready;
  expect(told[0]).toEqual({ read: 0, total: 20 });
  await bench.close();
});

it('nobody is told oftener than a few times a second', () => {
  let nowMs = 0;
  const told: number[] = [];
  const tell = seldom(
    (read: number) => void told.push(read),
    () => nowMs,
  );
  for (let read = 0; read < 100; read++) {
    tell(read);
    nowMs += 10;
  }
  expect(told).toEqual([0, 25, 50, 75]);
});
