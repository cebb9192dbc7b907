import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { beginMemo, memoText } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { runCli } from '../support/app/run-cli.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';

const claim = 'Divers found a cracked lock gate at noon';
const notes = Array.from(
  { length: 10 },
  (_, n) =>
    `The harbour master gave note ${n * 7} on ship ${n + 30}, which lay at pier ${n * 3} for ${n + 2} days.`,
);
const print = (title: string, publisher: string, lines: readonly string[]) =>
  `---\ntitle: ${title}\npublisher: ${publisher}\ndate: 2024-04-22\n---\n${lines.join('\n\n')}\n`;
const tribune = 'Lock gate cracked, divers say';
const herald = 'Canal lock fails';

type Imported = readonly {
  readonly id: string;
  readonly status: string;
  readonly duplicates: readonly unknown[];
}[];

/** Two papers print one text; the Herald cuts it and changes a word. Each has its passage of the same sentence. */
const layTwoPapers = async (folder: string): Promise<void> => {
  const archive = join(folder, 'archive');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'a.md'), print(tribune, 'Tribune', [`${claim}.`, ...notes]));
  const cut = notes.slice(0, 8).map((note) => note.replace('ship 33', 'vessel 33'));
  await writeFile(join(folder, 'b.md'), print(herald, 'Herald', [`${claim}.`, ...cut]));
  const run = async (...words: readonly string[]) => {
    const answer = await runCli([...words, '--archive', archive, '--json'], { cwd: folder });
    expect(answer.exitCode).toBe(0);
    return answer.json();
  };
  const imported = (await run('import', 'a.md', 'b.md')) as Imported;
  expect(imported).toMatchObject([
    { status: 'imported', duplicates: [{ publisher: 'Herald', isSameText: false }] },
    {
      status: 'imported',
      duplicates: [{ publisher: 'Tribune', differences: { addedWords: expect.any(Number) } }],
    },
  ]);
  const passages: string[] = [];
  for (const { id } of imported) {
    const speaker = passages.length === 0 ? ['--source', 'Jan Müller'] : [];
    const made = (await run('annotate', id, '--quote', claim, ...speaker)) as { readonly passageId: string };
    passages.push(made.passageId);
  }
  expect(await run('relate', passages[1] ?? '', 'supports', passages[0] ?? '')).toMatchObject({
    hasSameOrigin: true,
  });
};

const onlyMemoId = async (archive: string): Promise<string> => {
  const [id] = await readdir(join(archive, 'memos'));
  return id ?? '';
};

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test.describe('one text in two papers', () => {
  test.beforeEach(({ folder }) => layTwoPapers(folder));

  test('is said at both, shown word by word, and never confirms itself', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, tribune);
    await page.getByRole('button', { name: 'Article details' }).click();
    const details = page.getByRole('dialog', { name: 'Article details' });
    await expect(details.getByText(/^Shares \d+ % of its text with/)).toContainText(`“${herald}” (Herald`);
    await keepLook(page, 'details');
    await details.getByRole('button', { name: /^Differences from/ }).click();
    const differences = page.getByRole('dialog', { name: `Differences from “${herald}”` });
    await expect(differences.locator('del').filter({ hasText: /^ship$/ })).toBeVisible();
    await expect(differences.locator('ins').filter({ hasText: /^vessel$/ })).toBeVisible();
    await keepLook(page, 'differences');
    await press(page, 'Escape', 'Escape');

    await articleText(page).focus();
    await press(page, 'Control+Home', 'r');
    const related = page.getByRole('dialog', { name: 'Related passages' });
    await expect(related.getByRole('row', { name: `is supported by: ${claim}` })).toContainText('same text');
    await expect(related).not.toContainText('supported from another origin');
    await keepLook(page, 'related');
    await press(page, 'Escape', 'g', '1', 'Enter');
    await expect(page.getByText('The supporting passage may have the same origin')).toBeVisible();
  });

  test('asks whether another spelling of a speaker is meant, and takes none', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, herald);
    await articleText(page).focus();
    await press(page, 'Control+Home', 's');
    await page.keyboard.type('Jan Muller');
    await expect(page.getByRole('option', { name: /Did you mean “Jan Müller”\?/ })).toBeVisible();
    await keepLook(page, 'picker');
    await press(page, 'Enter');
    await expect(page.getByRole('button', { name: /^Jan Muller/ }).first()).toBeVisible();
  });
});

const quoted = 'We will not sell one drop of the water';
const said = {
  Tribune: [`The chair of the council spoke after the vote. “${quoted},” she told the hall at noon.`],
  Herald: [`“${quoted},” were her words, and the doors were shut behind her.`, 'Nobody had seen the budget.'],
} as const;

test('one quotation in two papers is one origin in every count', async ({ folder, launch }) => {
  const archive = join(folder, 'archive');
  await mkdir(folder, { recursive: true });
  const run = async (...words: readonly string[]) => {
    const answer = await runCli([...words, '--archive', archive, '--json'], { cwd: folder });
    expect(answer.exitCode).toBe(0);
    return answer.json();
  };
  const passages: string[] = [];
  for (const [paper, told] of Object.entries(said)) {
    await writeFile(join(folder, `${paper}.md`), print(`The vote, by the ${paper}`, paper, told));
    const [imported] = (await run('import', `${paper}.md`)) as Imported;
    const made = await run('annotate', imported?.id ?? '', '--quote', quoted, '--manner', 'direct');
    passages.push((made as { readonly passageId: string }).passageId);
  }
  expect(await run('relate', passages[1] ?? '', 'supports', passages[0] ?? '')).toMatchObject({
    hasSameOrigin: true,
  });

  const { window: page, close } = await launch();
  await beginMemo(page, 'The water');
  await memoText(page).locator('[data-guide="The judgement, in one sentence."]').first().click();
  await page.keyboard.type('Several independent sources say so: ');
  for (const [at, down] of [[], ['ArrowDown']].entries()) {
    await page.keyboard.type('@one drop of');
    await expect(page.getByRole('option')).toHaveCount(2);
    await press(page, ...down, 'Enter');
    await expect(memoText(page).locator('[data-chip]')).toHaveCount(at + 1);
  }
  await page.getByRole('tab', { name: /^Trail/u }).click();
  await expect(page.getByText('Rests on 2 quotations from 1 independent origin.')).toBeVisible();
  await screenshotThemes(page, 'trail');
  await page.getByRole('tab', { name: /^Checks/u }).click();
  await expect(page.getByRole('button', { name: /^“Several independent sources say so:”/u })).toContainText(
    'one origin',
  );

  await openArticle(page, /Tribune/u);
  await articleText(page).focus();
  await press(page, 'Control+Home', 'j', 'r');
  const related = page.getByRole('dialog', { name: 'Related passages' });
  await expect(related.getByRole('row', { name: /^is supported by/u })).toContainText('same words');
  await press(page, 'Escape', 'g', '1', 'Enter');
  await expect(page.getByText('The supporting passage may have the same origin')).toBeVisible();
  await press(page, 'Escape', 'Escape');
  await page.getByRole('button', { name: 'Insights', exact: true }).click();
  await expect(page.getByText('2 passages, 2 articles, 1 origin', { exact: true })).toBeVisible();
  await screenshotThemes(page, 'insights');
  const memoId = await onlyMemoId(archive);
  await close();
  const lint = await runCli(['lint', memoId, '--archive', archive, '--json'], { cwd: folder });
  expect(lint.json()).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ rule: 'several-sources-of-one-origin' })]),
  });
});
