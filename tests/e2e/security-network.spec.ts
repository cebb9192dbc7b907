import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RequestName } from '#domain/contract/requests.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import { electronUnderTest } from '../support/app/electron-under-test.ts';
import { test } from '../support/app/precis-test.ts';
import { newMemoIds, newPassageId } from '../support/archive/sample-ids.ts';
import { scanPages } from '../support/documents/scan-pages.ts';
import { typesetReport } from '../support/documents/typeset-report.ts';
import { exportInto } from '../support/files/exported-files.ts';
import { countLoopbackCalls, findLeaks } from '../support/network-trace.ts';
import { pollUntil } from '../support/poll-until.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// A session as an analyst has it, on a page that wants to be fetched from, watched from outside all processes.

/** Everything that a page can name to be fetched, looked up, connected to or run. */
const hungryPage = `<!doctype html><html lang="en"><head><title>Strait closed</title>
<base href="https://base.precis-leak.example/">
<meta http-equiv="refresh" content="0; url=https://refresh.precis-leak.example/">
<link rel="dns-prefetch" href="//prefetch.precis-leak.example">
<link rel="preconnect" href="https://preconnect.precis-leak.example">
<link rel="stylesheet" href="https://style.precis-leak.example/a.css">
<link rel="icon" href="https://icon.precis-leak.example/a.png">
<style>@import url(https://import.precis-leak.example/a.css); body{background:url(https://css.precis-leak.example/a.png);font-family:leak!important}
@font-face{font-family:leak;src:url(https://font.precis-leak.example/a.woff)}
@property --p{syntax:"<url>";inherits:true;initial-value:url(https://property.precis-leak.example/a.png)}
p{cursor:url(https://cursor.precis-leak.example/a.png),auto;list-style:url(https://list.precis-leak.example/a.png);
border-image:url(https://border.precis-leak.example/a.png) 3;background:image-set("https://set.precis-leak.example/a.png" 1x)}
p::before{content:url(https://content.precis-leak.example/a.png)} a{background-image:var(--p);mask:url(https://mask.precis-leak.example/a.svg#m)}
h1{filter:url(https://filter.precis-leak.example/a.svg#f);shape-outside:url(https://shape.precis-leak.example/a.png);float:left}</style>
<script src="https://script.precis-leak.example/a.js"></script>
<script>fetch('https://fetch.precis-leak.example/'); new Image().src = 'https://image.precis-leak.example/';</script>
</head><body><article><h1>Strait closed</h1>
<p>The strait will close to tankers for two days, the harbour office said on Monday, without a reason.</p>
<p>An official told reporters that it was closed in 2019 as well, and that nobody had minded much then.</p>
<img src="https://img.precis-leak.example/a.png" srcset="https://srcset.precis-leak.example/a.png 2x" onerror="fetch('https://onerror.precis-leak.example/')" alt="A map">
<iframe src="https://frame.precis-leak.example/"></iframe><object data="https://object.precis-leak.example/a.swf"></object>
<video src="https://video.precis-leak.example/a.mp4" autoplay></video><svg><image href="https://svg.precis-leak.example/a.png"/></svg>
<p style="background:url(https://attribute.precis-leak.example/a.png)">More is on <a href="https://link.precis-leak.example/" ping="https://ping.precis-leak.example/">its own page</a>.</p>
</article></body></html>`;

/** Sends a request as the page does, and resolves to the value of its answer. */
const ask = (page: Page, name: RequestName, input: object): Promise<unknown> =>
  page
    .evaluate(([requestName, said]) => Reflect.get(globalThis, 'precis').request(requestName, said), [
      name,
      input,
    ] as const)
    .then((answer: { ok: boolean; value: unknown }) => {
      expect(answer, name).toMatchObject({ ok: true });
      return answer.value;
    });

test('nothing is sent and no name is looked up in a whole session', async ({ launch, folder }) => {
  test.slow();
  const trace = join(folder, 'network.trace');
  const watched = join(folder, 'watched-electron');
  await writeFile(
    watched,
    `#!/bin/sh\nexec strace -f -qq -yy -s 16 -e trace=network -o '${trace}' '${electronUnderTest()}' "$@"\n`,
  );
  await chmod(watched, 0o755);
  const page = join(folder, 'strait.html');
  await writeFile(page, hungryPage);
  const scan = join(folder, 'scan.pdf');
  await writeFile(scan, scanPages(typesetReport({ columns: 1, sections: 1, hyphenates: false }).pdf, 100));
  await exportInto(folder);
  const { env } = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [page] },
    { kind: 'open-files', paths: [scan] },
    { kind: 'ask', button: 'Cancel' },
  ]);

  const { window, close } = await launch({
    executable: watched,
    hasSample: true,
    env,
  });
  await pollUntil('the sample is laid', async () => {
    const articles = (await ask(window, 'article:list', { filter: {}, order: 'newest' })) as unknown[];
    return articles.length >= 2 ? true : undefined;
  });
  const { draft } = (await ask(window, 'import:choose', {})) as {
    draft: { draftId: string; body: object; bibliography: object };
  };
  const { draftId, body, bibliography } = draft;
  const { articleId } = (await ask(window, 'import:seal', {
    draftId,
    body,
    bibliography,
    marking: null,
  })) as {
    articleId: string;
  };
  // The engine of OCR, its worker and its data come from the app alone.
  const chosen = (await ask(window, 'import:choose', {})) as { draft: { draftId: string } };
  const scanned = { draftId: chosen.draft.draftId, language: 'eng' };
  expect(await ask(window, 'import:read-scanned', scanned)).toMatchObject({ read: 1, unread: [] });
  await ask(window, 'import:discard', { draftId: chosen.draft.draftId });
  for (let view = 1; view <= 7; view += 1) await window.keyboard.press(`Control+${view}`);
  await window.keyboard.press('Control+2');
  await window.getByText('Strait closed').first().click();
  await ask(window, 'article:open', { articleId });
  await ask(window, 'passage:add', {
    articleId,
    passageId: newPassageId(),
    ranges: [{ start: 0, end: 6 }],
    label: 'claim',
  });
  const found = (await ask(window, 'search:find', { text: 'strait', limit: 20 })) as unknown[];
  expect(found.length).toBeGreaterThan(0);
  expect(await ask(window, 'app:open-link', { href: 'https://link.precis-leak.example/' })).toEqual({
    wasOpened: false,
  });
  const { memoId } = (await ask(window, 'memo:create', {
    ...newMemoIds(),
    title: 'Closure',
    template: 'bluf',
    marking: null,
    from: { kind: 'article', articleId },
  })) as { memoId: string };
  const { memo } = (await ask(window, 'memo:open', { memoId })) as { memo: { head: object } };
  const restrictions = 'Not to https://head.precis-leak.example/';
  await ask(window, 'memo:save', { memoId, head: { ...memo.head, restrictions }, editId: 'head' });
  // A text that is misspelt in a language with a dictionary, and in one without.
  for (const language of ['en', 'ru', 'de']) {
    await ask(window, 'app:check-spelling', { languages: [language] });
    await window.keyboard.press('n');
    await window.keyboard.type('The straight will recieve нетакое слово Regirung ');
    await window.keyboard.press('Escape');
  }
  const options = { paper: 'a4', glyphs: 'refuse' };
  await ask(window, 'memo:proof', { memoId, options });
  await ask(window, 'memo:export', {
    memoId,
    format: 'pdf',
    options,
    parts: { ...usualParts, hashes: true },
    fileName: 'memo.pdf',
    replaces: false,
  });
  expect((await readFile(join(folder, 'memo.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  await close();

  const seen = await readFile(trace, 'utf8');
  // Whoever drives this test is heard over the loopback: the trace has been watching.
  expect(countLoopbackCalls(seen)).toBeGreaterThan(10);
  expect(findLeaks(seen)).toEqual([]);
  expect(seen).not.toContain('precis-leak');
  // Nor at the closed port where a dictionary that is missing would be asked for.
  expect(seen).not.toMatch(/htons\(9\)/);
});
