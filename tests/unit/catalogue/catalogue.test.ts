// The contract is held by what ships: the process with the index.
import { beforeAll } from 'vitest';
import { buildIndexProcess, type SpawnIndex } from '../../support/spawn-built-index.ts';
import { listsInIndex } from '../../support/workbench/lists-in-index.ts';
import { describeCatalogue } from './catalogue-contract.ts';
import { describeFaults } from './faults-contract.ts';
import { describeMemosOnSources } from './memos-on-source-contract.ts';
import { describePassageTable } from './passage-table-contract.ts';
import { describeRelations } from './relations-contract.ts';

// Each test starts a process, which takes its time on a busy machine.
let spawn: SpawnIndex;
beforeAll(async () => {
  ({ spawn } = await buildIndexProcess());
});
const catalogue = listsInIndex(() => spawn);

describeCatalogue('the catalogue', catalogue);
describePassageTable('the catalogue', catalogue);
describeRelations('the catalogue', catalogue);
describeFaults('the catalogue', catalogue);
describeMemosOnSources('the catalogue', catalogue);
