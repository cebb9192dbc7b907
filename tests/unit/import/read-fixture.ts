import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The path of a file that is there to be imported. */
export const fixturePath = (name: string): string => join(import.meta.dirname, '../../fixtures/import', name);

/** The text of a fixture that is in UTF-8. */
export const readFixture = (name: string): string => readFileSync(fixturePath(name), 'utf8');
