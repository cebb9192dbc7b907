/** An archive as a crash, a sync and a bad disk may have left it, and what of it is to be found. */
import { copyFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '#electron/storage/open-archive.ts';
import { createSampleMachine, sampleId } from '../../support/archive/sample-ids.ts';
import { sampleTask } from '../../support/archive/sample-records.ts';
import { actsOnNewArchive } from './acts.ts';
import { type Contents, conflictCopy, readContents } from './contents.ts';

/** The files that are damaged, one with a sound version beside it. */
export const damagedFiles: readonly string[] = ['annotations.json', 'body.json'];

/** Lays the archive in `folder`, which does not exist yet; answers what it holds. */
export const layFoundArchive = async (folder: string): Promise<Contents> => {
  const opened = await openArchive({ folder, machine: createSampleMachine(), create: true });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  for (const act of actsOnNewArchive().slice(0, 6)) {
    const done = await act.run(opened.value);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }
  const [idOne, idTwo] = await opened.value.articleIds();
  const contents = await readContents(opened.value);
  await opened.value.close();
  await damage(folder, `articles/${idOne}`, `articles/${idTwo}`);
  await layLeftovers(folder, `articles/${idOne}`);
  return { ...contents, [`text of ${idTwo}`]: 'archive-damaged', copy: 'beside' };
};

const damage = async (folder: string, one: string, two: string): Promise<void> => {
  const annotations = join(folder, one, 'annotations.json');
  await copyFile(annotations, `${annotations}.bak`);
  await truncate(annotations, 40);
  const body = join(folder, two, 'body.json');
  await truncate(body, Math.floor((await readFile(body)).length / 2));
  const copy = JSON.stringify({ version: 1, tasks: [sampleTask('Of another desk')] });
  await writeFile(join(folder, conflictCopy), copy);
};

/** A lock of a process that has ended, and what was never finished. */
const layLeftovers = async (folder: string, one: string): Promise<void> => {
  const dead = { host: hostname(), pid: 2 ** 22 + 1, processStart: 'x', nonce: 'dead' };
  await writeFile(join(folder, '.lock'), JSON.stringify(dead));
  await mkdir(join(folder, `articles/.incoming-${sampleId(1)}`));
  await writeFile(join(folder, `articles/.incoming-${sampleId(1)}/body.json`), '{');
  await writeFile(join(folder, `${one}/annotations.json.tmp-${sampleId(2)}-1`), '{');
  await writeFile(join(folder, `tags.json.tmp-${sampleId(2)}-2`), '{');
};
