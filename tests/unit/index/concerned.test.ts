/** What any catalogue promises of whom passages are about. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId, SourceId } from '#domain/ids.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newPassageId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = ['Tolvanen left the port.', 'The tribunal heard Tolvanen and the ministry.'].join('\n');

let bench: Workbench;
let handlers: Handlers;
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
const { addArticle, add, ensureSource } = createActs(() => bench);

let articleId: ArticleId;
let [ministry, office, tolvanen]: SourceId[] = [];
let [left, heard]: PassageId[] = [];

const concern = async (passageId: PassageId | undefined, ...adding: (SourceId | undefined)[]) =>
  succeed(
    await handlers['passage:edit']({
      articleId,
      passageId: passageId as PassageId,
      edit: { kind: 'concerned', add: adding as SourceId[], remove: [] },
    }),
  );
const found = async (search: string): Promise<readonly PassageId[]> => {
  const { rows } = await bench.deps.catalogue['passage:list']({ filter: { text: search } });
  return rows.map(({ id }) => id).toSorted();
};
const aboutCount = async (id: SourceId | undefined): Promise<number | undefined> =>
  (await bench.deps.catalogue['source:list']({})).find((row) => row.id === id)?.aboutCount;
const namedIn = async (id: PassageId | undefined): Promise<readonly string[]> => {
  const [row] = await bench.deps.catalogue['passage:rows']({ passageIds: [id as PassageId] });
  return row?.concerned.map(({ name }) => name) ?? [];
};

beforeEach(async () => {
  articleId = await addArticle(text);
  ministry = await ensureSource('Ministry of Trade', 'organisation');
  office = await ensureSource('Licensing Office', 'body', ministry);
  tolvanen = await ensureSource('Tolvanen', 'person');
  left = (await add(articleId, text, 'left the port')).id;
  heard = (await add(articleId, text, 'The tribunal heard Tolvanen')).id;
});

describe('whom a passage is about', () => {
  it('is found by name, with everything below it, and counted once for a branch', async () => {
    await concern(left, tolvanen);
    await concern(heard, office, ministry);
    expect(await found('concerned:tolvanen')).toEqual([left]);
    expect(await found('concerned:"Ministry of Trade"')).toEqual([heard]);
    expect(await found('-concerned:tolvanen')).toEqual([heard]);
    expect(await Promise.all([ministry, office, tolvanen].map(aboutCount))).toEqual([1, 1, 1]);
    expect(await namedIn(heard)).toEqual(['Licensing Office', 'Ministry of Trade']);
  });

  it('finds the tasks and notes of such a passage too, as its tags do', async () => {
    await concern(left, tolvanen);
    await handlers['passage:edit']({
      articleId,
      passageId: left as PassageId,
      edit: { kind: 'append-note', text: 'Ask the harbour' },
    });
    const asked = {
      text: 'concerned:tolvanen harbour',
      limit: 5,
      order: 'newest',
      isTyping: false,
      isWhole: true,
    } as const;
    const answer = await bench.deps.catalogue['search:archive'](asked);
    expect(answer.groups.map(({ kind }) => kind)).toEqual(['note']);
  });

  it('moves with a merge of two names, all of it, and comes back in one step', async () => {
    const other = await ensureSource('M. Tolvanen', 'person');
    await concern(left, tolvanen);
    await concern(heard, other, tolvanen);
    succeed(await handlers['source:merge']({ sourceId: other, intoId: tolvanen as SourceId }));
    expect(await found('concerned:tolvanen')).toEqual([left, heard].toSorted());
    expect(await namedIn(heard)).toEqual(['Tolvanen']);
    expect(await aboutCount(tolvanen)).toBe(2);
    succeed(await handlers['undo:undo']({}));
    expect(await namedIn(heard)).toEqual(['M. Tolvanen', 'Tolvanen']);
    expect(await aboutCount(other)).toBe(1);
  });

  it('is gone with the source in the trash, and back with it', async () => {
    await concern(left, tolvanen);
    succeed(await handlers['source:delete']({ sourceId: tolvanen as SourceId }));
    expect(await namedIn(left)).toEqual([]);
    succeed(await handlers['trash:restore']({ rows: [{ kind: 'source', id: tolvanen as string }] }));
    expect(await namedIn(left)).toEqual(['Tolvanen']);
  });

  it('is of both parts of a passage that is split, and of a duplicate', async () => {
    await concern(heard, tolvanen);
    const secondId = newPassageId();
    const at = text.indexOf('heard Tolvanen');
    succeed(await handlers['passage:split']({ articleId, passageId: heard as PassageId, at, secondId }));
    const duplicateId = newPassageId();
    succeed(await handlers['passage:duplicate']({ articleId, passageId: heard as PassageId, duplicateId }));
    expect(await found('concerned:tolvanen')).toEqual([heard, secondId, duplicateId].toSorted());
  });

  it('takes six spellings of one person in one step, and gives them back in one', async () => {
    const spellings = [
      'M. Tolvanen',
      'Mara Tolvanen',
      'Tolvanen-Ek',
      'TOLVANEN',
      'Tolvannen',
      'Мара Толванен',
    ];
    const sourceId = tolvanen as SourceId;
    const passageIds = [left, heard] as PassageId[];
    const taken = succeed(await handlers['bulk:take-names']({ sourceId, spellings, passageIds }));
    expect(taken).toEqual({ changed: 2 });
    const aliases = async () => succeed(await handlers['source:open']({ sourceId })).aliases;
    expect(await aliases()).toEqual(spellings);
    expect(await found('concerned:Толванен')).toEqual([]);
    expect(await found('concerned:"Мара Толванен"')).toEqual([left, heard].toSorted());
    succeed(await handlers['undo:undo']({}));
    expect(await aliases()).toEqual([]);
    expect(await found('concerned:tolvanen')).toEqual([]);
  });

  it('takes no spelling that another source beside it is known under, and then nothing at all', async () => {
    await ensureSource('M. Tolvanen', 'person');
    const asked = {
      sourceId: tolvanen as SourceId,
      spellings: ['M. Tolvanen'],
      passageIds: [left as PassageId],
    };
    expect(codeOf(await handlers['bulk:take-names'](asked))).toBe('name-taken');
    expect(await found('concerned:tolvanen')).toEqual([]);
  });

  it('changes nothing where all of it is so', async () => {
    await concern(left, tolvanen);
    const asked = {
      sourceId: tolvanen as SourceId,
      spellings: ['Tolvanen'],
      passageIds: [left as PassageId],
    };
    expect(succeed(await handlers['bulk:take-names'](asked))).toEqual({ changed: 0 });
  });
});
