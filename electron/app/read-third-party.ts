import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { ThirdPartyPackage } from '#domain/contract/app.ts';

/** The packages of others in the app, as the build lists them: see scripts/app/third-party.mjs. */
export const readThirdParty = async (): Promise<readonly ThirdPartyPackage[]> =>
  JSON.parse(await readFile(join(app.getAppPath(), 'out', 'third-party.json'), 'utf8'));
