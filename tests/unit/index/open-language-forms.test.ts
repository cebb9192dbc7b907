// A form of a word is found in a text of which no language is known: in short texts, titles, notes, tags and captions.

import { describe, expect, it } from 'vitest';
import { ok } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { articleOf } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

/** Short texts, each with pairs of a form that is typed and one that stands in it. */
const texts: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  [
    'da',
    'Skibene forlader havnene i nat.',
    [
      ['skibet', 'skibene'],
      ['havn', 'havnene'],
    ],
  ],
  [
    'de',
    'Die Häuser am Hafen stehen leer.',
    [
      ['Haus', 'häuser'],
      ['steht', 'stehen'],
    ],
  ],
  [
    'el',
    'Τα πλοία έφυγαν από τα λιμάνια χθες.',
    [
      ['πλοίο', 'πλοία'],
      ['λιμάνι', 'λιμάνια'],
    ],
  ],
  [
    'en',
    'Ships leave the harbour before the striking crews return.',
    [
      ['ship', 'ships'],
      ['strikes', 'striking'],
      ['harbours', 'harbour'],
    ],
  ],
  [
    'es',
    'Las canciones de los marineros suenan lejos.',
    [
      ['canción', 'canciones'],
      ['marinero', 'marineros'],
    ],
  ],
  [
    'fi',
    'Laivat lähtevät satamasta aamulla aikaisin.',
    [
      ['laiva', 'laivat'],
      ['satama', 'satamasta'],
    ],
  ],
  [
    'fr',
    'Les navires quittent lentement le port.',
    [
      ['navire', 'navires'],
      ['lente', 'lentement'],
    ],
  ],
  [
    'hu',
    'A hajók elhagyják a kikötőket.',
    [
      ['hajó', 'hajók'],
      ['kikötő', 'kikötőket'],
    ],
  ],
  [
    'it',
    'Le barche lasciano i porti vecchi.',
    [
      ['barca', 'barche'],
      ['porto', 'porti'],
    ],
  ],
  [
    'nl',
    'De schepen verlaten de havens.',
    [
      ['haven', 'havens'],
      ['verlaat', 'verlaten'],
    ],
  ],
  [
    'no',
    'Skipene forlater havnene i natt.',
    [
      ['skip', 'skipene'],
      ['havn', 'havnene'],
    ],
  ],
  [
    'pt',
    'Os navios deixam os portos antigos.',
    [
      ['navio', 'navios'],
      ['antiga', 'antigos'],
    ],
  ],
  [
    'ro',
    'Vapoarele părăsesc porturile vechi.',
    [
      ['porturi', 'porturile'],
      ['vapoare', 'vapoarele'],
    ],
  ],
  [
    'ru',
    'Корабли покинули гавани ночью.',
    [
      ['корабль', 'корабли'],
      ['гавань', 'гавани'],
    ],
  ],
  [
    'sv',
    'Skeppen lämnar hamnarna i natt.',
    [
      ['skepp', 'skeppen'],
      ['hamnar', 'hamnarna'],
    ],
  ],
];

let bench: Workbench;
const { addArticle, add, ensureTag, ensureSource } = createActs(() => bench);
benchForEach((opened) => {
  bench = opened;
});

const find = async (text: string) => {
  const { groups } = await bench.deps.catalogue['search:archive']({
    text,
    limit: 30,
    order: 'best',
    isTyping: false,
    isWhole: true,
  });
  return groups.flatMap(({ kind, hits }) => hits.map(({ title }) => `${kind} ${title}`));
};

describe('a text without a language', () => {
  it('is found by other forms of its words, alone in its archive', async () => {
    await addArticle('Ships leave the harbour.', { title: 'Short', language: null });
    expect(await find('ship')).toEqual(['article Short']);
    expect(await find('harbours')).toEqual(['article Short']);
    expect(await find('=ship')).toEqual([]);
  });

  it.each(['', ' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30'])(
    'is found in fifteen languages, whatever its length (%#)',
    async (more) => {
      for (const [title, text] of texts) await addArticle(`${text}${more}`, { title, language: null });
      for (const [title, , pairs] of texts)
        for (const [typed, form] of pairs) {
          expect(await find(typed), `${title}: ${typed}`).toContain(`article ${title}`);
          expect(await find(`=${form}`), form).toContain(`article ${title}`);
        }
    },
  );

  it('is stemmed by its language once that is set', async () => {
    const id = await addArticle('Двери закрыты.', { title: 'Doors', language: 'tr' });
    expect(await find('дверь')).toEqual([]);
    const { 'article:correct': correct } = createArticleHandlers(bench.deps);
    succeed(await correct({ articleId: id, corrections: { language: 'ru' } }));
    expect(await find('дверь')).toEqual(['article Doors']);
  });

  it('takes for a form of a word only what is one in a single language', async () => {
    await addArticle('Die Hunde schlafen im Hof.', { title: 'Dogs', language: null });
    expect(await find('hund')).toEqual(['article Dogs']);
    expect(await find('hunting')).toEqual([]);
  });

  it('takes a last letter that is typed twice for a slip, and not for an ending of another language', async () => {
    await addArticle('The harbour closed.', { title: 'Slip', language: null });
    await addArticle('Bussen til skolen er fuld, og de er på toppen.', { title: 'Bus', language: null });
    expect(await find('harbourr')).toEqual([]);
    for (const typed of ['bus', 'busser', 'top']) expect(await find(typed), typed).toEqual(['article Bus']);
    expect(await find('installed')).toEqual([]);
    await addArticle('They install it.', { title: 'Install', language: null });
    expect(await find('installed')).toEqual(['article Install']);
  });

  it('has no forms of what is no word, such as a number with letters', async () => {
    await addArticle('Seen by f16s and in 2019s.', { title: 'Numbers', language: null });
    expect(await find('f16')).toEqual([]);
  });

  it('is found by the words of a caption and of its title', async () => {
    const made = articleOf(bench.deps.machine, 'Pas un mot.\nDes navires au port', {
      language: null,
      title: 'Les douaniers',
    });
    const captioned = JSON.stringify(made.body).replace(
      '"text":"Des',
      '"marks":[{"type":"caption"}],"text":"Des',
    );
    const article = { ...made, body: JSON.parse(captioned) as typeof made.body };
    succeed(
      await bench.archive.perform(async () =>
        ok({ value: null, name: 'import-article', changes: [], newArticles: [article] }),
      ),
    );
    expect(await find('navire')).toEqual(['article Les douaniers']);
    expect(await find('douanier')).toEqual(['article Les douaniers']);
  });
});

describe('what an analyst writes', () => {
  it('is found by other forms, in whichever language it is written', async () => {
    const body = 'Der Zoll schweigt zu den Vorwürfen der Reeder.';
    const note = richTextFromPlain('Two witnesses disagreed.');
    const id = await addArticle(body, { title: 'Zoll', language: 'de' }, { note });
    await ensureTag('Smuggled cargoes');
    const passage = await add(id, body, 'Der Zoll schweigt');
    await editPassage(bench, id, passage.id, {
      kind: 'note',
      note: richTextFromPlain('Les témoins mentaient.'),
    });
    await ensureSource('Harbour authorities', 'organisation');
    expect(await find('witness')).toEqual(['note Zoll']);
    expect(await find('témoin')).toEqual(['note Zoll']);
    expect(await find('cargo')).toEqual(['tag Smuggled cargoes']);
    expect(await find('authority')).toEqual(['source Harbour authorities']);
  });
});
