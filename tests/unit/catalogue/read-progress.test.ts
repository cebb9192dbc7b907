import { expect, it } from 'vitest';
import { createCatalogue } from '#electron/catalogue/create-catalogue.ts';
import { createReadProgress } from '#electron/catalogue/read/read-progress.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench } from '../../support/workbench/open-workbench.ts';

it('a catalogue tells how far reading in has come, and of how many', async () => {
  const bench = await openWorkbench(createCatalogue);
  const { addArticle } = createActs(() => bench);
  for (let number = 0; number < 20; number++) await addArticle(`The port closed on day ${number}.`);
  let nowMs = 0;
  const again = createCatalogue(bench.archive, {
    nowMs: () => {
      nowMs += 1000;
      return nowMs;
    },
  });
  expect(again.readProgress()).toBeNull();
  const told: number[] = [];
  again.onReadProgress(({ read, total }) => {
    expect(total).toBe(20);
    told.push(read);
  });
  await again.ready;
  expect(told[0]).toBe(0);
  expect(told.length).toBeGreaterThan(1);
  expect(told.toSorted((a, b) => a - b)).toEqual(told);
  await again.close();
  await bench.close();
});

it('nobody is told oftener than a few times a second, and what is asked is the newest', () => {
  let nowMs = 0;
  const progress = createReadProgress({ nowMs: () => nowMs });
  const told: number[] = [];
  progress.listen(({ read }) => told.push(read));
  for (let read = 0; read < 100; read++) {
    progress.tell({ read, total: 100 });
    nowMs += 10;
  }
  expect(told).toEqual([0, 25, 50, 75]);
  expect(progress.last()).toEqual({ read: 99, total: 100 });
});
