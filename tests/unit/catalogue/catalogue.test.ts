// The contract is held by what ships, the process with the index, and by what other tests work on.
import { beforeAll, vi } from 'vitest';
import { buildIndexProcess, type SpawnIndex } from '../../support/spawn-built-index.ts';
import { listsInIndex } from '../../support/workbench/lists-in-index.ts';
import { listsInProcess } from '../../support/workbench/lists-in-process.ts';
import { describeCatalogue } from './catalogue-contract.ts';
import { describeFaults } from './faults-contract.ts';
import { describePassageTable } from './passage-table-contract.ts';
import { describeRelations } from './relations-contract.ts';

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let spawn: SpawnIndex;
beforeAll(async () => {
  ({ spawn } = await buildIndexProcess());
});

const kinds = {
  'the catalogue of the index': listsInIndex(() => spawn),
  'the lists of the tests': listsInProcess,
};

for (const [name, makeCatalogue] of Object.entries(kinds)) {
  describeCatalogue(name, makeCatalogue);
  describePassageTable(name, makeCatalogue);
  describeRelations(name, makeCatalogue);
  describeFaults(name, makeCatalogue);
}
