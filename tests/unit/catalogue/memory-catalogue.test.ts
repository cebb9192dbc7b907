import { createCatalogue } from '#electron/catalogue/create-catalogue.ts';
import { describeCatalogue } from './catalogue-contract.ts';

describeCatalogue('the catalogue in memory', createCatalogue);
