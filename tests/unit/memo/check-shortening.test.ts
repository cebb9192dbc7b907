import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '#domain/ids.ts';
import { checkShortening } from '#electron/handlers/memo/citing/check-shortening.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port has not closed to all tankers on Monday.';

let bench: Workbench;
let articleId: ArticleId;
const acts = createActs(() => bench);

beforeEach(async () => {
  bench = await openWorkbench();
  articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
});
afterEach(() => bench.close());

describe('a shortening', () => {
  const kept = [
    { start: 0, end: 12 },
    { start: 17, end: 49 },
  ];

  it('is answered with what is printed, and with what the rules of quoting say of it', async () => {
    const { id: passageId } = await acts.add(articleId, text, text, {});
    const asked = { articleId, passageId, kept, isBlock: false };
    expect(succeed(await checkShortening(bench.deps, asked))).toEqual({
      quotes: [text],
      language: 'en',
      exactSha256: sha256Of(text),
      printed: '“The port has […] closed to all tankers on Monday.”',
      faults: [{ kind: 'negation-omitted', word: 'not' }],
    });
    expect(succeed(await checkShortening(bench.deps, { ...asked, isBlock: true })).printed).toBe(
      'The port has […] closed to all tankers on Monday.',
    );
    const whole = succeed(await checkShortening(bench.deps, { ...asked, kept: null }));
    expect(whole).toMatchObject({ printed: `“${text}”`, faults: [] });
  });

  it('of a passage that is gone is not found', async () => {
    const { id: passageId } = await acts.add(articleId, text, text, {});
    await editPassage(bench, articleId, passageId, { kind: 'delete' });
    expect(codeOf(await checkShortening(bench.deps, { articleId, passageId, kept, isBlock: false }))).toBe(
      'not-found',
    );
  });
});
