import { fileURLToPath } from 'node:url';

/** The folder of package.json, which Electron is started on. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** The Electron found by the set-up script, which passes it in the environment. */
export function electronUnderTest(): string {
  const executable = process.env.PRECIS_ELECTRON;
  if (executable) return executable;
  throw new Error(
    'PRECIS_ELECTRON is not set. Start these tests with `npm run e2e -- <arguments of playwright>`.',
  );
}
