import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import type { CopiedText } from '#electron/ports/desktop.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';

let bench: Workbench;
let memos: ReturnType<typeof createMemoHandlers>;
let articleId: ArticleId;
benchForEach((opened) => {
  bench = opened;
});
beforeEach(async () => {
  memos = createMemoHandlers(bench.deps);
  articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
});

const add = (quote: string): Promise<Passage> => createActs(() => bench).add(articleId, text, quote, {});

describe('copying passages with their citations', () => {
  it('names who said it and where, in quotation marks, with the source in full', async () => {
    const [first, second] = [await add('nobody asked'), await add('The port closed')];
    succeed(await memos['memo:copy-passages']({ passageIds: [second.id, first.id] }));
    const copied = bench.asked.at(-1) ?? '';
    expect(copied.split('\n\n')).toEqual([
      expect.stringMatching(/^copy “The port closed”\n— .+, para\. \d+\n.+\.$/u),
      expect.stringMatching(/^“nobody asked”\n— .+, para\. \d+\n.+\.$/u),
    ]);
  });

  it('is a quotation again where it is pasted into a memo, and words elsewhere', async () => {
    const passage = await add('The port closed');
    const copied: CopiedText[] = [];
    const desktop = {
      ...bench.deps.desktop,
      copyFormatted: async (one: CopiedText) => void copied.push(one),
    };
    const { 'memo:copy-passages': copy } = createMemoHandlers({ ...bench.deps, desktop });
    succeed(await copy({ passageIds: [passage.id] }));
    // A drag is given the same.
    expect(succeed(await memos['memo:cited-passages']({ passageIds: [passage.id] }))).toEqual(copied[0]);
    const html = copied[0]?.html ?? '';
    const { exactSha256 } = succeed(await memos['memo:cite']({ articleId, passageId: passage.id }));
    const attributes = JSON.stringify({ articleId, passageId: passage.id, exactSha256 });
    expect(html).toContain(`data-quotation="${attributes.replaceAll('"', '&quot;')}"`);
    expect(html).toMatch(/<p>“The port closed”<\/p><p>— .+, para\. \d+<\/p>/u);
  });

  it('fails for one that is gone', async () => {
    const first = await add('nobody asked');
    await editPassage(bench, articleId, first.id, { kind: 'delete' });
    expect(codeOf(await memos['memo:copy-passages']({ passageIds: [first.id] }))).toBe('not-found');
  });
});
