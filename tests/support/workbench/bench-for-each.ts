import { afterEach, beforeEach } from 'vitest';
import { openWorkbench, type Workbench } from './open-workbench.ts';

/** Opens an empty workbench for each test of the block, calls `begin` to prepare it, and closes it. */
export const benchForEach = (
  begin: (bench: Workbench) => Promise<void> | void,
  makeCatalogue?: Parameters<typeof openWorkbench>[0],
): void => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await openWorkbench(makeCatalogue);
    await begin(bench);
  });
  afterEach(() => bench.close());
};
