/** The archives of earlier builds in tests/fixtures/archives, and the printed form of each. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const frozenArchives = join(import.meta.dirname, '../../fixtures/archives');
const texts = join(frozenArchives, 'texts');
export const frozenPassphrase = join(texts, 'passphrase.txt');
const laid = readdirSync(frozenArchives);
const numberOf = (name: string): number => Number(name.slice(1));
/** In the order of their builds: new ones from `npm run freeze` are added automatically. */
export const frozenNames = laid
  .filter((name) => /^v\d+$/u.test(name))
  .sort((a, b) => numberOf(a) - numberOf(b));
export const newestFrozen = frozenNames.at(-1) ?? '';
export const encryptedNames = laid.filter((name) => name.endsWith('-encrypted'));
/** Builds in which a memo was only a PDF, and no snapshot was kept of a sent one. */
export const withoutSnapshots: readonly string[] = ['v1', 'v2', 'v3'];

/** Removes what differs each time that the archive is made. */
export const withoutIds = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gu, 'ID')
    .replaceAll(/20[\d-]+T[\d:.]+Z/gu, 'TIME')
    // The day on which it was made; the dates in the texts are of 2024.
    .replaceAll(/\d{1,2} [A-Z][a-z]+ 20(?:2[6-9]|[3-9]\d)|20(?:2[6-9]|[3-9]\d)-\d\d-\d\d/gu, 'DAY')
    .replaceAll(/"(chainSha256|archive|memo|snapshot|article|passage)":"[0-9a-f]{64}"/gu, '"$1":"HASH"');

export const expectedText = (name: string): Promise<string> => readFile(join(texts, name), 'utf8');
