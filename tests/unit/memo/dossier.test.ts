import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { ArticleId, SourceId } from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { MAX_QUOTED } from '#domain/memo/dossier/fill-dossier.ts';
import { builtInForm } from '#domain/memo/form/built-in-forms.ts';
import { type Memo, type MemoTemplate, memoSchema } from '#domain/memo/memo.ts';
import type { MemoSection } from '#domain/memo/memo-content.ts';
import { statedDateSchema } from '#domain/time.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createEventHandlers } from '#electron/handlers/event/event-handlers.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { newEventId, newMemoIds } from '../../support/archive/sample-ids.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed. Brandt said nobody had asked. The envoy was sent home.';

let bench: Workbench;
let brandt: SourceId;
let articleId: ArticleId;
const acts = createActs(() => bench);

beforeEach(async () => {
  bench = await openWorkbench();
  const ministry = await acts.ensureSource('Ministry', 'organisation');
  brandt = await acts.ensureSource('Ilse Brandt', 'person', ministry);
  const change = createSourceHandlers(bench.deps)['source:change'];
  succeed(
    await change({
      sourceId: brandt,
      aliases: ['I. Brandt', 'إلزه برانت'],
      positions: [
        { role: 'Spokeswoman', organisationId: null, from: null, until: partialDateSchema.parse('2021') },
        { role: 'Minister', organisationId: ministry, from: partialDateSchema.parse('2023-05'), until: null },
      ],
    }),
  );
  articleId = await addArticle('Port closed', '2024-04-20');
});
afterEach(() => bench.close());

const addArticle = (title: string, day: string, marking: Marking | null = null) =>
  acts.addArticle(text, { title, publishedAt: statedDateSchema.parse(day) }, { marking });
const say = (quote: string, said: { by?: SourceId; about?: SourceId[]; in?: ArticleId }) =>
  acts.add(said.in ?? articleId, text, quote, { sourceId: said.by ?? null, concernedIds: said.about ?? [] });

const begin = (template: MemoTemplate = 'dossier', language?: string) => {
  const ids = newMemoIds();
  const made = createMemoHandlers(bench.deps)['memo:create']({
    ...{ ...ids, title: 'Ilse Brandt', template, marking: null },
    ...(language === undefined ? {} : { language }),
    from: { kind: 'name', sourceId: brandt },
  });
  return { ids, made };
};
const made = async (template?: MemoTemplate, language?: string): Promise<Memo> => {
  const { ids, made: making } = begin(template, language);
  succeed(await making);
  const { memo } = succeed(await bench.deps.archive.memo(ids.memoId));
  expect(memoSchema.parse(memo)).toEqual(memo);
  return memo;
};
const sectionOf = ({ content }: Memo, heading: string): MemoSection => {
  const section = content.content.find(({ attrs }) => attrs.heading === heading);
  if (section === undefined) throw new Error(`There is no section ${heading}.`);
  return section;
};
const wordsIn = (node: unknown): string =>
  [...JSON.stringify(node).matchAll(/"text":"((?:[^"\\]|\\.)*)"/gu)].map(([, words]) => words).join('|');

describe('a dossier', () => {
  it('begins with the name and its positions as the register has them, which it says', async () => {
    const memo = await made();
    expect(memo.template).toBe('dossier');
    expect(wordsIn(sectionOf(memo, 'Name'))).toBe(
      'Ilse Brandt|Kind: |Person|Also known as: |I. Brandt, \u2068إلزه برانت\u2069|Belongs to: |Ministry',
    );
    expect(wordsIn(sectionOf(await made(undefined, 'fr'), 'Nom'))).toContain('Type\u00A0: |Personne');
    const positions = sectionOf(memo, 'Positions');
    expect(positions.content[0]).toMatchObject({
      attrs: { caption: 'Positions', source: 'Register of names, without a passage' },
    });
    expect(wordsIn(positions)).toBe(
      'Position|Organisation|From|Until|Minister|Ministry|May 2023|not known|Spokeswoman|not known|2021',
    );
    // What nothing is known of says what belongs there.
    expect(sectionOf(memo, 'Chronology').content).toEqual([{ type: 'paragraph' }]);
    expect(sectionOf(memo, 'What it says').content).toEqual([{ type: 'paragraph' }]);
  });

  it('cites what the name says and what is said of it, each passage once, the latest first', async () => {
    const later = await addArticle('Later', '2024-05-01');
    const first = await say('The port closed', { by: brandt });
    const second = await say('nobody had asked', { by: brandt, about: [brandt], in: later });
    const about = await say('The envoy was sent home', { about: [brandt] });
    const memo = await made();
    const idsIn = (heading: string) =>
      listCitations({ type: 'doc', content: [sectionOf(memo, heading)] }).map(({ passageId }) => passageId);
    expect(idsIn('What it says')).toEqual([second.id, first.id]);
    expect(idsIn('What is said of it')).toEqual([about.id]);
  });

  it('cites the passages of its events in lines that name them, in the order of time', async () => {
    const closed = await say('The port closed', {});
    for (const [title, date] of [
      ['Reopened', '2024-06'],
      ['Closed', '2024-04-19'],
    ] as const) {
      succeed(
        await createEventHandlers(bench.deps)['event:add']({
          ...{ eventId: newEventId(), title, date: edtfSchema.parse(date), certainty: 'inferred', note: '' },
          concernedIds: [brandt],
          sayings: [{ articleId, passageId: closed.id, date: null, certainty: 'stated' }],
        }),
      );
    }
    const chronology = sectionOf(await made(), 'Chronology');
    const [table] = chronology.content;
    if (table?.type !== 'table') throw new Error('There is no table.');
    const [, ...rows] = table.content;
    expect(rows.map(({ attrs }) => attrs?.event?.eventId)).not.toContain(undefined);
    expect(wordsIn(rows)).toBe(
      '19 April 2024 (inferred)|Closed |Ilse Brandt|June 2024 (inferred)|Reopened |Ilse Brandt',
    );
    expect(listCitations({ type: 'doc', content: [chronology] })).toHaveLength(2);
  });

  it('quotes the latest of many, and says how many are left out', async () => {
    for (let day = 1; day <= MAX_QUOTED + 2; day += 1) {
      const article = await addArticle(`Day ${day}`, `2024-03-${String(day).padStart(2, '0')}`);
      await say('The port closed', { by: brandt, in: article });
    }
    const memo = await made();
    const section = sectionOf(memo, 'What it says');
    expect(listCitations({ type: 'doc', content: [section] })).toHaveLength(MAX_QUOTED);
    expect(wordsIn(section)).toBe('Older passages left out: 2.');
  });

  it('is marked as high as what it cites, and is one step of undo', async () => {
    const secret = await addArticle('In confidence', '2024-04-21', { kind: 'tlp', label: 'TLP:RED' });
    await say('The port closed', { about: [brandt], in: secret });
    const memo = await made();
    expect(memo.head.marking).toEqual({ kind: 'tlp', label: 'TLP:RED' });
    succeed(await bench.deps.archive.undo());
    expect(codeOf(await bench.deps.archive.memo(memo.id))).toBe('not-found');
  });

  it('is marked by what its name was known from, by a merged name and in the trash too', async () => {
    const secret = await addArticle('In confidence', '2024-04-21', { kind: 'tlp', label: 'TLP:RED' });
    const other = await acts.ensureSource('Brandt of the port', 'person');
    await say('nobody had asked', { by: brandt });
    await say('The port closed', { about: [other], in: secret });
    succeed(await createSourceHandlers(bench.deps)['source:merge']({ sourceId: other, intoId: brandt }));
    const marked = async () => (await made()).head.marking;
    expect(await marked()).toEqual({ kind: 'tlp', label: 'TLP:RED' });
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId: secret }));
    expect(await marked()).toEqual({ kind: 'tlp', label: 'TLP:RED' });
  });

  it('is written in the language that is chosen', async () => {
    await say('The port closed', { by: brandt });
    const memo = await made('dossier', 'de');
    expect(memo.content.content.map(({ attrs }) => attrs.heading)).toEqual(
      builtInForm('dossier', 'de').sections.map(({ heading }) => heading),
    );
    expect(wordsIn(sectionOf(memo, 'Name'))).toContain('Auch bekannt als: ');
    expect(listCitations(memo.content)).toHaveLength(1);
  });

  it('of a name that is gone is refused', async () => {
    succeed(await createSourceHandlers(bench.deps)['source:delete']({ sourceId: brandt }));
    expect(codeOf(await begin().made)).toBe('not-found');
    expect(codeOf(await begin('bluf').made)).toBe('not-found');
  });
});

describe('a memo in another form', () => {
  it('takes what is said by and of a name as its evidence', async () => {
    const said = await say('The port closed', { by: brandt });
    const memo = await made('bluf');
    expect(listCitations(memo.content).map(({ passageId }) => passageId)).toEqual([said.id]);
    expect(sectionOf(memo, 'Evidence').content).toHaveLength(1);
  });
});
