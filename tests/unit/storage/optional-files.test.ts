// Files at the root that are made when there is something to be kept in them: a damaged one is never taken for none.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type Fall, fallIdOf } from '#domain/graph/fall.ts';
import type { Result } from '#domain/result.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { changeEvent } from '../../support/archive/sample-changes.ts';
import { newSourceId, sampleTime } from '../../support/archive/sample-ids.ts';
import { sampleEvent } from '../../support/archive/sample-records.ts';
import { it, listenForRepairs, mustFail, mustSucceed, perform } from './archive-under-test.ts';

const newFall = (): RecordChange => {
  const thing = { kind: 'source', sourceId: newSourceId() } as const;
  const fall: Fall = {
    ...{ id: fallIdOf('letter', thing), how: 'letter', thing, was: null, touched: ['memo:1'] },
    ...{ createdAt: sampleTime, updatedAt: sampleTime },
  };
  const file = { kind: 'falls' } as const;
  return { type: 'record', file, collection: 'falls', recordId: fall.id, before: null, after: fall };
};

type Optional = {
  readonly add: () => RecordChange;
  readonly read: (archive: Archive) => Promise<Result<unknown, AppError>>;
};
const files: Readonly<Record<'events' | 'falls', Optional>> = {
  events: {
    add: () => changeEvent(null, sampleEvent('Lock closed')),
    read: (archive) => archive.events(),
  },
  falls: { add: newFall, read: (archive) => archive.falls() },
};

const damages: readonly [string, (bytes: Buffer) => Buffer][] = [
  ['has no bytes', () => Buffer.alloc(0)],
  ['is cut off', (bytes) => bytes.subarray(0, -9)],
  ['holds NULs', (bytes) => Buffer.alloc(bytes.length)],
  ['holds another shape', () => Buffer.from('{"version":1,"others":[]}')],
];
const every = (['events', 'falls'] as const).flatMap((kind) =>
  damages.map(([what, damage]) => [kind, what, damage] as const),
);

const copiesOf = async (folder: string, name: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((each) => each.startsWith(`${name}.corrupt-`));

describe('a damaged file that not every archive has', () => {
  it.for(every)(
    '%s.json that %s is kept aside and told, and the copy of what was saved last is taken',
    async (laid, { folder, open }) => {
      const [kind, , damage] = laid;
      const [name, { add, read }] = [`${kind}.json`, files[kind]];
      const archive = await open();
      mustSucceed(await perform(archive, { changes: [add()] }));
      mustSucceed(await perform(archive, { changes: [add()] }));
      const before = mustSucceed(await read(archive));
      await archive.close();
      const damaged = damage(await readFile(join(folder, name)));
      await writeFile(join(folder, name), damaged);
      const { findings } = await checkArchive({ root: folder, codec: plainCodec });
      expect(findings).toMatchObject([{ file: name, code: 'damaged', isRepairable: true }]);

      const again = await open();
      const heard = listenForRepairs(again);
      expect(mustSucceed(await read(again))).toEqual(before);
      expect(heard).toMatchObject([{ file: name, hasBackup: true }]);
      const copies = await copiesOf(folder, name);
      expect(copies).toHaveLength(1);
      expect(await readFile(join(folder, copies[0] ?? ''))).toEqual(damaged);
    },
  );

  it.for(every)(
    '%s.json that %s, with nothing before it, stays, is told and not written to',
    async (laid, { folder, open }) => {
      const [kind, , damage] = laid;
      const [name, { add, read }] = [`${kind}.json`, files[kind]];
      const archive = await open();
      mustSucceed(await perform(archive, { changes: [add()] }));
      await archive.close();
      const damaged = damage(await readFile(join(folder, name)));
      await writeFile(join(folder, name), damaged);
      await rm(join(folder, `${name}.bak`), { force: true });
      const { findings } = await checkArchive({ root: folder, codec: plainCodec });
      expect(findings).toMatchObject([{ file: name, code: 'damaged', isRepairable: false }]);

      const again = await open();
      const heard = listenForRepairs(again);
      const fault = { code: 'archive-damaged', file: name };
      expect(mustFail(await read(again))).toMatchObject(fault);
      expect(mustFail(await perform(again, { changes: [add()] }))).toMatchObject(fault);
      expect(heard).toMatchObject([{ file: name, hasBackup: false }]);
      expect(await readFile(join(folder, name))).toEqual(damaged);
      expect(await copiesOf(folder, name)).toHaveLength(1);
    },
  );
});
