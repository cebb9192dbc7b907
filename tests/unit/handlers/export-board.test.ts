// A board by itself: what it says stands in each format, under the marking of all that it quotes.
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newBoardId, newEvidenceId, newHypothesisId } from '../../support/archive/sample-ids.ts';
import { docxPart } from '../../support/files/read-docx.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf, createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let handlers: Handlers;
let folder: string;
let articleIds: readonly ArticleId[];
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
const acts = createActs(() => bench);
const boardId = newBoardId();
const rows = [newEvidenceId(), newEvidenceId()];
const hypotheses = ['Yes', 'No'].map((words) => ({ hypothesisId: newHypothesisId(), words }));
const text = 'The envoy named the firms.';

beforeEach(async () => {
  folder = bench.deps.desktop.exportFolder();
  await mkdir(folder, { recursive: true });
  await handlers['board:add']({ boardId, question: '=Will it <b>fall</b>?', hypotheses, memoId: null });
  const ids: ArticleId[] = [];
  for (const [at, quote] of ['The envoy', 'the firms'].entries()) {
    const articleId = await acts.addArticle(text, { title: `Dispatch ${at + 1}` });
    const { id: passageId } = succeed(await handlers['passage:add'](addingOf(articleId, text, [quote])));
    const evidence = [{ evidenceId: rows[at] ?? newEvidenceId(), articleId, passageId }];
    succeed(await handlers['board:add-evidence']({ boardId, evidence }));
    ids.push(articleId);
  }
  articleIds = ids;
});

const write = async (fileName: string, replaces = true) => {
  const asked = { boardId, isEveryone: false, evidenceIds: rows.toReversed(), fileName, replaces };
  return handlers['board:export'](asked);
};
const read = async (fileName: string) => {
  succeed(await write(fileName));
  return new Uint8Array(await readFile(join(folder, fileName)));
};
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a board that is exported', () => {
  it('has its rows as they are sorted, its cells in words and its reasons, in each format', async () => {
    const cell = {
      boardId,
      evidenceId: rows[0] ?? newEvidenceId(),
      hypothesisId: hypotheses[0]?.hypothesisId,
    };
    const at = { ...cell, hypothesisId: cell.hypothesisId ?? newHypothesisId() };
    succeed(await handlers['board:fill-cell']({ ...at, expected: 5 }));
    succeed(await handlers['board:reason']({ ...at, reason: 'Because.', editId: 'one' }));
    for (const words of [
      docxPart(await read('board.docx'), 'word/document.xml'),
      decode(await read('board.html')),
      decode(await read('board.csv')),
    ]) {
      expect(words).toContain('very expected');
      expect(words).toContain('not filled');
      expect(words).toContain('Because.');
      expect(words).toContain('H2 No');
      expect(words.indexOf('the firms')).toBeLessThan(words.indexOf('The envoy'));
    }
    expect(decode(await read('board.html'))).not.toContain('<b>fall');
    expect(decode(await read('board.csv'))).toContain("'=Will");
    expect(await read('board.docx')).toEqual(await read('board.docx'));
  });

  it('bears the highest marking of what it quotes, and every banner', async () => {
    const mark = async (at: number, marking: Marking) =>
      succeed(await handlers['article:set-marking']({ articleId: articleIds[at] as ArticleId, marking }));
    await mark(0, { kind: 'tlp', label: 'TLP:GREEN' });
    await mark(1, { kind: 'tlp', label: 'TLP:AMBER' });
    for (const part of ['word/header1.xml', 'word/footer1.xml'])
      expect(docxPart(await read('board.docx'), part)).toContain('TLP:AMBER');
    expect(decode(await read('board.csv'))).toContain('marking,TLP:AMBER');
    await mark(0, { kind: 'banner', text: 'House: closed' });
    expect(decode(await read('board.html'))).toContain('TLP:AMBER; House: closed');
    // The row keeps its words where their article is in the trash.
    succeed(await handlers['article:delete']({ articleId: articleIds[1] as ArticleId }));
    expect(decode(await read('board.html'))).toContain('TLP:AMBER; House: closed');
  });

  it('has signs with what they say, and hypotheses by number, where there are many', async () => {
    const more = ['Three', 'Four', 'Five'].map((words) => ({ hypothesisId: newHypothesisId(), words }));
    for (const each of more) succeed(await handlers['board:add-hypothesis']({ boardId, ...each }));
    const [evidenceId = newEvidenceId()] = rows;
    const hypothesisId = more[2]?.hypothesisId ?? newHypothesisId();
    succeed(await handlers['board:fill-cell']({ boardId, evidenceId, hypothesisId, expected: 1 }));
    const html = decode(await read('board.html'));
    expect(html).toContain('<th scope="col">H5</th>');
    expect(html).toContain('>H5 Five<');
    expect(html).toContain('−− very unexpected');
    expect(html).toContain('<td dir="auto">−−</td>');
    expect(decode(await read('board.csv'))).toContain('very unexpected');
  });

  it('replaces no file that is not to be replaced, and leaves the folder of exports in no way', async () => {
    succeed(await write('board.docx'));
    expect(codeOf(await write('board.docx', false))).toBe('file-exists');
    expect(codeOf(await write('../board.docx'))).toBe('invalid-input');
    await expect(readFile(join(dirname(folder), 'board.docx'))).rejects.toThrow();
    expect(codeOf(await write('board.pdf'))).toBe('invalid-input');
  });
});
