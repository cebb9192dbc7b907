// Quotations without a citation are looked up in the whole archive: one that an article nearly has is an error.

import { describe, expect, it } from 'vitest';
import type { MemoFinding } from '#domain/contract/memo.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { listMemoFindings, prepareMemo } from '#electron/handlers/memo/prepare-memo.ts';
import { addMemo } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const text = [
  'The harbour master closed three of the seven berths on Monday after a survey of the old quay.',
  'According to the port authority, “the northern basin will stay open for fishing boats until the end of March”.',
].join('\n');

let bench: Workbench;
const { addArticle } = createActs(() => bench);
benchForEach(async (opened) => {
  bench = opened;
  await addArticle(text, { title: 'Berths closed', language: 'en' });
  for (let at = 0; at < 5; at += 1)
    await addArticle(`Other news of the day, number ${at}, from the old harbour and the quay.`);
});

const contentOf = (...paragraphs: readonly string[]): MemoContent =>
  ({
    type: 'doc',
    content: [
      {
        type: 'section',
        attrs: { heading: 'Summary' },
        content: paragraphs.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })),
      },
    ],
  }) as unknown as MemoContent;

const check = async (...paragraphs: readonly string[]): Promise<readonly MemoFinding[]> => {
  await bench.deps.catalogue.articlesWithTexts([]);
  const memoId = await addMemo(bench, 'Ports');
  const prepared = succeed(await prepareMemo(bench.deps, memoId, { content: contentOf(...paragraphs) }));
  return (await listMemoFindings(prepared, [])).filter(({ rule }) => rule.includes('quote'));
};
const told = async (...paragraphs: readonly string[]) =>
  (await check(...paragraphs)).map(({ level, message }) => `${level} ${message}`);

const exact = 'the northern basin will stay open for fishing boats until the end of March';

describe('a quotation without a citation', () => {
  it.each([
    ['a number', 'closed three of the nine berths on Monday after a survey'],
    ['a word added', 'the northern basin will never stay open for fishing boats until the end of March'],
    ['a word dropped', 'the northern basin will stay open for boats until the end of March'],
    ['a name', 'the northern basin will stay open for fishing boats until the end of May'],
    ['words swapped', 'the basin northern will stay open for fishing boats until the end of March'],
    ['a negation', 'the northern basin will not stay open for fishing boats until the end of March'],
  ])('is an error that shows both where an article has it with %s otherwise', async (_, quote) => {
    const [finding, ...others] = await told(`They said “${quote}”.`);
    expect(others).toEqual([]);
    expect(finding).toMatch(/^error /u);
    expect(finding).toContain(quote);
    expect(finding).toContain('“Berths closed” reads “');
  });

  it('is offered its citation where an article has it exactly', async () => {
    const [finding, ...others] = await check(`They said “${exact}”.`);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      level: 'warning',
      message: `“${exact}” is quoted, but not cited. It is in “Berths closed”.`,
      place: {
        kind: 'text',
        citable: { ranges: [{ start: text.indexOf(exact), end: text.indexOf(exact) + exact.length }] },
      },
    });
  });

  it('is told as before where no article has it, where it is short, and where it is a title', async () => {
    const quotes = [
      'the ministry has spent twice as much on dredging as on lights',
      'northern bay will stay',
      'The Northern Basin Will Stay Open Forever',
    ];
    for (const quote of quotes)
      expect(await told(`They said “${quote}”.`)).toEqual([`warning “${quote}” is quoted, but not cited.`]);
  });

  it('is no error where it differs for the eye at most, or leaves words out where it says so', async () => {
    for (const quote of [
      'The northern basin will stay open for fishing boats until the end of March',
      'the northern basin will stay open […] until the end of March',
      '[T]he northern basin will stay open for fishing boats',
    ])
      expect((await check(`They said “${quote}”.`)).map(({ level }) => level)).toEqual(['warning']);
  });

  it('can be intended: it may be of another text', async () => {
    const [finding] = await check(
      'They said “the northern basin will stay open for fishing boats until the end of June”.',
    );
    expect(finding?.key).toMatchObject({ rule: 'near-elsewhere' });
  });
});
