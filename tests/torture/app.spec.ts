import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { LaunchOptions, Precis } from '../support/app/launch-precis.ts';
import { test } from '../support/app/precis-test.ts';
import { newPassageId, newTagId } from '../support/archive/sample-ids.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { pollUntil } from '../support/poll-until.ts';
import { RUN_LIMIT_MS } from '../support/run-limited.ts';
import { longBody } from '../support/texts/long-body.ts';
import { type Acknowledged, acknowledgedIn } from './end-by-force.ts';
import { findLosses } from './read-back.ts';

/** Each is a start of the app: the sample of .ci/run is a small one. */
const kills = Number(process.env.PRECIS_KILLS ?? 30);
/** A new archive after so many kills, so that reading all of it stays short. */
const killsPerArchive = 10;
/** Kills fall all over this span, from the first acknowledgement on; a save through the window takes milliseconds. */
const longestRunMs = 150;
/** More than the window adds before it is ended. */
const MAX_PASSAGES = 5000;

type Setting = {
  readonly launch: (options: LaunchOptions) => Promise<Precis>;
  readonly folder: string;
};

const body = longBody(400);
const report = articleWithPassages('A report', body, []);
const articleId: string = report.article.id;
const lastStart = canonicalText(body).length - 60;

const killAll = async (from: number, to: number, { launch, folder }: Setting): Promise<void> => {
  const archive = join(folder, 'archive');
  await makeReaderArchive(archive, [report]);
  let saves = 0;
  for (let kill = from; kill < to; kill++) {
    const precis = await launch({ archive });
    const acknowledged = await saveWithoutPause(precis.window, kill);
    await pollUntil('the first save is acknowledged', () => acknowledged.length > 0 || undefined);
    // The moment of the end is what is tried here: there is nothing to be polled for.
    await wait((kill * 37) % longestRunMs);
    await precis.killHard();
    expect(await findLosses(archive, acknowledged), `after kill ${kill + 1}`).toEqual([]);
    saves += acknowledged.length;
  }
  console.log(`kills ${from + 1} to ${to} of the app among ${saves} acknowledged saves, nothing lost`);
  expect(saves).toBeGreaterThan(to - from);
};

// Each archive is a test of its own, so that several workers share them.
for (let from = 0; from < kills; from += killsPerArchive) {
  const to = Math.min(from + killsPerArchive, kills);
  test(`nothing that the window was told is saved is lost in kills ${from + 1} to ${to} of the app`, async ({
    launch,
    folder,
  }) => {
    test.setTimeout(RUN_LIMIT_MS + (to - from) * 60_000);
    await killAll(from, to, { launch, folder });
  });
}

/**
 * Lets the window add passages, each with a new tag, and change them, one request after the other. Answers the
 * acknowledgements that have come to the window; the list grows until the app ends.
 */
async function saveWithoutPause(page: Page, run: number): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  page.on('console', (message) => acknowledged.push(...acknowledgedIn(message.text())));
  const ids = Array.from({ length: MAX_PASSAGES }, () => ({ passageId: newPassageId(), tagId: newTagId() }));
  await page.evaluate(startSaving, { articleId, ids, run, lastStart });
  return acknowledged;
}

type Saving = {
  readonly articleId: string;
  /** The ids of each passage in its turn, and of its tag. */
  readonly ids: readonly { readonly passageId: string; readonly tagId: string }[];
  readonly run: number;
  readonly lastStart: number;
};

/** Runs in the page, over the bridge that the window itself uses. */
function startSaving({ articleId, ids, run, lastStart }: Saving): void {
  const ask = async (name: string, input: object) => {
    const answer = await Reflect.get(globalThis, 'precis').request(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  const grade = { reliability: null, credibility: 1 };
  const saveOne = async ({ passageId, tagId }: Saving['ids'][number], number: number): Promise<void> => {
    const tag = await ask('tag:ensure', { tagId, path: [`run ${run}`, `tag ${number}`] });
    const start = (run * 97 + number * 13) % lastStart;
    const ranges = [{ start, end: start + 40 }];
    const { id } = await ask('passage:add', {
      articleId,
      passageId,
      ranges,
      label: 'claim',
      tagIds: [tag.id],
    });
    console.log(`saved ${articleId} ${id} 0`);
    for (const version of [1, 2]) {
      const confirmedBecause = String(version);
      await ask('passage:edit', {
        articleId,
        passageId: id,
        edit: { kind: 'grade', grade, confirmedBecause },
      });
      console.log(`saved ${articleId} ${id} ${version}`);
    }
  };
  const saveAll = async (): Promise<void> => {
    for (const [number, each] of ids.entries()) await saveOne(each, number);
  };
  void saveAll();
}
