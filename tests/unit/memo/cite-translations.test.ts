import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId, MemoId, PassageId } from '#domain/ids.ts';
import type { Maker } from '#domain/translation/translation.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newMemoIds, newTranslationId } from '../../support/archive/sample-ids.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf, createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'Neun Tage lag eine Kiste im Freihafen. Nachts ging nichts, und die Kräne standen.';
const analyst: Maker = { kind: 'analyst', name: '', version: '' };
const machine: Maker = { kind: 'machine', name: 'Marlin', version: '1.2' };

let bench: Workbench;
let handlers: Handlers;
let articleId: ArticleId;
let passageId: PassageId;
let memoId: MemoId;
const { addArticle } = createActs(() => bench);
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});

const create = async (from: Parameters<Handlers['memo:create']>[0]['from']): Promise<MemoId> => {
  const ids = newMemoIds();
  const head = { title: 'Free port', template: 'bluf', marking: null } as const;
  return succeed(await handlers['memo:create']({ ...ids, ...head, from })).memoId;
};

const addPassage = async (...quotes: readonly string[]): Promise<PassageId> =>
  succeed(await handlers['passage:add'](addingOf(articleId, text, quotes))).id;

const translate = async (texts: readonly string[], maker = analyst, language = 'en', of = passageId) => {
  const translationId = newTranslationId();
  const begins = { language, maker };
  succeed(
    await handlers['translation:put-passage']({
      articleId,
      translationId,
      passageId: of,
      texts: [...texts],
      begins,
    }),
  );
  return translationId;
};

beforeEach(async () => {
  articleId = await addArticle(text, { title: 'Freihafen', language: 'de' });
  passageId = await addPassage('Neun Tage lag eine Kiste im Freihafen');
  memoId = await create({ kind: 'nothing' });
});

const ways = async (asked: string) =>
  succeed(await handlers['memo:citable']({ memoId, text: asked, limit: 8 })).map((found) =>
    found.ways.map(
      ({ translation, printed, isFound }) =>
        `${translation?.language ?? 'own'}${isFound ? '!' : ''} ${printed}`,
    ),
  );

describe('the passages that @ offers', () => {
  it('are found by the words of either text, and the one that matched stands first', async () => {
    await translate(['For nine days a crate lay in the free port']);
    const own = '“Neun Tage lag eine Kiste im Freihafen”';
    const english = '“For nine days a crate lay in the free port”';
    expect(await ways('crat')).toEqual([[`en! ${english}`, `own ${own}`]]);
    expect(await ways('Kiste')).toEqual([[`own! ${own}`, `en ${english}`]]);
    expect(await ways('')).toEqual([[`own! ${own}`, `en ${english}`]]);
    expect(await ways('harbour')).toEqual([]);
  });

  it('of several translations name the one in which the words stand, in another form too', async () => {
    await translate(['For nine days a crate lay there']);
    await translate(['Neuf jours durant une caisse attendit'], analyst, 'fr');
    expect((await ways('caisse'))[0]?.[0]).toBe('fr! “Neuf jours durant une caisse attendit”');
    expect((await ways('crates'))[0]?.[0]).toMatch(/^(?:en|fr)! /u);
  });

  it('never begin with a machine’s words: nobody cites them by a press of Enter', async () => {
    await translate(['Nine days a box lay in the free port'], machine);
    expect(await ways('box')).toEqual([
      ['own “Neun Tage lag eine Kiste im Freihafen”', 'en! “Nine days a box lay in the free port”'],
    ]);
  });

  it('without a translation are offered as they are', async () => {
    expect(await ways('kist')).toEqual([['own! “Neun Tage lag eine Kiste im Freihafen”']]);
  });
});

describe('a new citation', () => {
  it('is of the translation in the language of the memo where nobody says, and of the original where that is said', async () => {
    const translationId = await translate(['For nine days a crate lay in the free port']);
    const on = { articleId, passageId, memoId };
    expect(succeed(await handlers['memo:cite'](on))).toMatchObject({
      translation: { translationId, textSha256: sha256Of('For nine days a crate lay in the free port') },
      translated: { language: 'en', original: '“Neun Tage lag eine Kiste im Freihafen”' },
      printed: '“For nine days a crate lay in the free port”',
    });
    const plain = { articleId, passageId, exactSha256: sha256Of('Neun Tage lag eine Kiste im Freihafen') };
    expect(succeed(await handlers['memo:cite']({ ...on, translationId: null }))).toEqual(plain);
    expect(codeOf(await handlers['memo:cite']({ ...on, translationId: newTranslationId() }))).toBe(
      'not-found',
    );
  });

  it('takes no machine’s words, none of another language, and none of words that were others, unasked', async () => {
    const on = { articleId, passageId, memoId };
    const made = await translate(['Nine days lay a box'], machine);
    await translate(['Neuf jours'], analyst, 'fr');
    expect(succeed(await handlers['memo:cite'](on)).translation).toBeUndefined();
    expect(succeed(await handlers['memo:cite']({ ...on, translationId: made })).translated?.maker).toEqual(
      machine,
    );
  });

  it('of the reader’s Cite, and of a memo that is begun with passages, is the same', async () => {
    const translationId = await translate(['For nine days a crate lay in the free port']);
    const cited = succeed(await handlers['memo:cite-passages']({ memoId, passageIds: [passageId] }));
    expect(cited).toMatchObject({ added: 1, translated: 1 });
    const begun = await create({ kind: 'passages', passageIds: [passageId] });
    for (const id of [memoId, begun])
      expect(succeed(await handlers['memo:open']({ memoId: id })).citations).toMatchObject([
        {
          state: 'ok',
          translation: { translationId },
          printed: '“For nine days a crate lay in the free port”',
        },
      ]);
  });

  it('of an interrupted passage has its parts in the marks that the original has', async () => {
    const apart = await addPassage('Neun Tage lag eine Kiste', 'die Kräne standen');
    await translate(['For nine days a crate lay', 'the cranes stood still'], analyst, 'en', apart);
    const { printed, translated } = succeed(
      await handlers['memo:cite']({ articleId, passageId: apart, memoId }),
    );
    const omission = /Kiste(?<between>.*)die/u.exec(translated?.original ?? '')?.groups?.between;
    expect(printed).toBe(`“For nine days a crate lay${omission}the cranes stood still”`);
  });
});

describe('a translation that is shortened', () => {
  it('is cut in its own words, and its omission is held to the rules', async () => {
    const translationId = await translate(['For nine days a crate did not lie in the free port']);
    const ask = (kept: Parameters<Handlers['memo:check-shortening']>[0]['kept']) =>
      handlers['memo:check-shortening']({ articleId, passageId, translationId, kept, isBlock: false });
    const whole = succeed(await ask(null));
    expect(whole).toMatchObject({
      quotes: ['For nine days a crate did not lie in the free port'],
      language: 'en',
      faults: [],
    });
    const at = (words: string) => [...whole.quotes.join('')].join('').indexOf(words);
    const denied = succeed(
      await ask([
        { part: 0, start: 0, end: at('did') },
        { part: 0, start: at('lie'), end: whole.quotes[0]?.length ?? 0 },
      ] as never),
    );
    expect(denied.faults).not.toEqual([]);
  });
});
