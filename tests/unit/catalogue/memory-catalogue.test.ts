import { createCatalogue } from '#electron/catalogue/create-catalogue.ts';
import { describeCatalogue } from './catalogue-contract.ts';
import { describeFaults } from './faults-contract.ts';
import { describePassageTable } from './passage-table-contract.ts';
import { describeRelations } from './relations-contract.ts';

describeCatalogue('the catalogue in memory', createCatalogue);
describePassageTable('the catalogue in memory', createCatalogue);
describeRelations('the catalogue in memory', createCatalogue);
describeFaults('the catalogue in memory', createCatalogue);
