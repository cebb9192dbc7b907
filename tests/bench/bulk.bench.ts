// Bulk: how many articles a minute come in through the window, from files of text and of HTML, and for how long main is
// held meanwhile. The files lie on the disk as a folder; what is counted is from the choice of them to the report.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CrossedAnswer } from '#domain/contract/bridge.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { unpackAnswer } from '#domain/contract/packed-answer.ts';
import type { Input, Output, RequestName, requests } from '#domain/contract/requests.ts';
import { launchPrecis } from '../support/app/launch-precis.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { createRandom, madeWords } from '../support/texts/made-words.ts';
import { meets } from './figures.ts';

const FILES = Number(process.env.PRECIS_BENCH_FILES ?? 1000);
const PARAGRAPHS = 10;
const WORDS = 60;
/** Two thousand articles a minute. */
const MS_EACH_AT_MOST = 60_000 / 2000;

type Bridge = {
  readonly precis: {
    request<N extends RequestName>(name: N, input: Input<N>): Promise<CrossedAnswer<(typeof requests)[N]>>;
  };
};

const random = createRandom(11);
const sentences = (): readonly string[] => Array.from({ length: PARAGRAPHS }, () => madeWords(random, WORDS));

/** A page as news sites make them: what it says of itself, menus around the text, links below it. */
const page = (number: number): string => {
  const title = madeWords(random, 8);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Strait Observer</title>
<link rel="canonical" href="https://observer.example/${number}"><meta property="og:title" content="${title}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${title}",
"author":{"@type":"Person","name":"Mara Lindqvist"},"publisher":{"@type":"Organization","name":"The Strait Observer"},
"datePublished":"2024-04-22T06:30:00+02:00"}</script><style>.menu{display:flex}.fold{display:none}</style></head><body>
<header class="menu"><nav>${'<a href="/section">Section</a> '.repeat(30)}</nav></header><main><article><h1>${title}</h1>
<p class="byline">By <a rel="author" href="/staff">Mara Lindqvist</a></p>
${sentences()
  .map((words) => `<p>${words}.</p>`)
  .join('\n')}
<figure><img src="/img.jpg" alt="Ships"><figcaption>Ships at anchor.</figcaption></figure></article>
<aside class="related"><ul>${'<li><a href="/other">Another story of the day</a></li>'.repeat(20)}</ul></aside></main>
<footer>© 2024</footer></body></html>`;
};

const kinds: Readonly<Record<string, (number: number) => string>> = {
  txt: () => sentences().join('.\n\n'),
  html: page,
};

const folder = await makeTemporaryFolder();
let isMet = true;
try {
  for (const [ending, make] of Object.entries(kinds)) {
    const files = join(folder, ending);
    await mkdir(files);
    const paths = Array.from({ length: FILES }, (_, number) => join(files, `${number}.${ending}`));
    for (const [number, path] of paths.entries()) await writeFile(path, make(number));
    isMet = (await importAll(ending, paths)) && isMet;
  }
} finally {
  await removeFolder(folder);
}
process.exit(isMet ? 0 : 1);

async function importAll(what: string, paths: readonly string[]): Promise<boolean> {
  const script = join(folder, `${what}-dialogs.json`);
  await writeFile(script, JSON.stringify([{ kind: 'open-files', paths }]));
  const app = await launchPrecis({
    archive: join(folder, `archive-${what}`),
    userData: join(folder, `user-data-${what}`),
    env: { PRECIS_TEST_DIALOGS: script },
  });
  await app.window.getByRole('button', { name: 'New memo' }).first().waitFor();
  const { ms, crossed } = await app.window.evaluate(async () => {
    const startMs = performance.now();
    const { precis } = globalThis as unknown as Bridge;
    const chosen = await precis.request('import:choose', {});
    if (!chosen.ok || !('value' in chosen) || chosen.value.kind !== 'files')
      throw new Error('the files were not chosen');
    const { draftId } = chosen.value.files;
    const how = { onKnown: 'skip', hasAttachments: false, takesMarks: false } as const;
    const taken = await precis.request('import:take-files', { draftId, ...how });
    return { ms: performance.now() - startMs, crossed: taken };
  });
  const answer = unpackAnswer<Output<'import:take-files'>, AppError>(crossed);
  const outcomes = answer.ok ? answer.value.outcomes : [];
  const imported = outcomes.filter(({ status }) => status === 'imported').length;
  await app.close();
  console.log(
    `${what}: ${imported} of ${paths.length} imported, ${((60_000 * imported) / ms).toFixed(0)} a minute`,
  );
  return meets(`an article of ${what}`, ms / Math.max(1, imported), MS_EACH_AT_MOST, 'ms');
}
