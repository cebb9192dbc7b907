import { expect, it } from 'vitest';
import { ok } from '#domain/result.ts';
import { createFileExport } from '#electron/handlers/export/create-file-export.ts';

const open = () => {
  const written: string[] = [];
  const desktop = { exportFolder: () => '/exports' } as Parameters<typeof createFileExport>[0]['desktop'];
  const file = createFileExport(
    {
      desktop,
      writeExportedFile: async (path) => {
        written.push(path);
        return ok(null);
      },
    },
    'event:export',
    (fileName) => (fileName.endsWith('.csv') ? 'csv' : null),
  );
  const make = async () => ok({ bytes: new Uint8Array(3), told: { events: 2 } });
  return { file, written, make };
};
const asked = (fileName: string) => ({ fileName, replaces: false });

it('writes a file of the name alone, and says how long it is', async () => {
  const { file, written, make } = open();
  expect(await file.write(asked('a.csv'), make)).toEqual(ok({ events: 2, fileName: 'a.csv', bytes: 3 }));
  for (const name of ['../a.csv', 'b/a.csv', 'a.txt', '.csv/..'])
    expect((await file.write(asked(name), make)).ok).toBe(false);
  expect(written).toEqual(['/exports/a.csv']);
});

it('stays cancelled when another export begins before it has made its file', async () => {
  const { file, written, make } = open();
  let isMade: () => void = () => undefined;
  const making = new Promise<void>((resolve) => {
    isMade = resolve;
  });
  const first = file.write(asked('first.csv'), async () => {
    await making;
    return make();
  });
  await file.cancel();
  const second = file.write(asked('second.csv'), make);
  isMade();
  expect(await first).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect((await second).ok).toBe(true);
  expect(written).toEqual(['/exports/second.csv']);
});
