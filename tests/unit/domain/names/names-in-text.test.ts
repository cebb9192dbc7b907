import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SourceId, sourceIdSchema } from '#domain/ids.ts';
import { createNameBook } from '#domain/names/names-in-text.ts';
import { createNearNames } from '#domain/names/near-names.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';

const newId = (): SourceId => sourceIdSchema.parse(newSampleId());
const namesOf = (text: string, ...known: (readonly string[])[]): readonly string[] => {
  const ids = known.map(newId);
  return createNameBook(known.map((names, at) => ({ id: ids[at] as SourceId, names })))
    .inText(text)
    .map(({ start, end, ids: found }) => `${text.slice(start, end)} ${found.map((id) => ids.indexOf(id))}`);
};

describe('the names of the register in a text', () => {
  it('are found by whole words, the longest first, by name and alias', () => {
    expect(
      namesOf(
        'The Ministry of Trade and the Ministry, not the ministry’s Tradewind.',
        ['Ministry of Trade'],
        ['Ministry'],
      ),
    ).toEqual(['Ministry of Trade 0', 'Ministry 1']);
    expect(namesOf('Mr. Ek said', ['Mara Tolvanen-Ek', 'Ek'])).toEqual(['Ek 0']);
  });

  it.each([
    ['MARA TOLVANEN‑EK left', 'Mara Tolvanen-Ek', 'MARA TOLVANEN‑EK'],
    ['Jean d’Arcy spoke', "Jean d'Arcy", 'Jean d’Arcy'],
    ['built in LODZ', 'Łódź', 'LODZ'],
    ['President Nguyễn Thị Mai', 'Nguyen Thi Mai', 'Nguyễn Thị Mai'],
    ['Президент Мара Толванен сказала', 'Мара Толванен', 'Мара Толванен'],
    ['ראש העיר דבר בחיפה אתמול', 'חיפה', 'חיפה'],
    ['אמר בנימין לוי', 'בנימין לוי', 'בנימין לוי'],
    ['وقالت وزارة الخارجية', 'وزارة الخارجية', 'وزارة الخارجية'],
    ['التقى بوزارة الخارجية', 'وزارة الخارجية', 'وزارة الخارجية'],
    ['外交部发言人王毅表示', '王毅', '王毅'],
    ['プーチン大統領は', 'プーチン', 'プーチン'],
    ['김정은은 말했다', '김정은', '김정은'],
    ['St. Petersburg’s port', 'St Petersburg', 'St. Petersburg'],
    ['J. K. Osei said', 'J.K. Osei', 'J. K. Osei'],
  ])('are found in %s', (text, name, found) => {
    expect(namesOf(text, [name])).toEqual([`${found} 0`]);
  });

  it.each([
    ['Tell us who may come', ['US'], ['WHO'], ['May']],
    ['Tolvanens Haus', ['Tolvanen']],
    ['by the river. Tolvanen', ['River Tolvanen']],
    ['Mara\nTolvanen', ['Mara Tolvanen']],
    ['ミンスクで', ['ミンス']],
    ['a b c', ['a']],
  ] as [string, ...string[][]][])('are not found in %s', (text, ...known) => {
    expect(namesOf(text, ...known)).toEqual([]);
  });

  it('are found whole where a part of a double name is an alias', () => {
    const mara = ['Mara Tolvanen-Ek', 'Tolvanen'];
    expect(namesOf('Tolvanen‑Ek and Ms Tolvanen of Ek', mara)).toEqual(['Tolvanen‑Ek 0', 'Tolvanen 0']);
    expect(namesOf('Tolvanen-Ek', ['Mara Tolvanen-Ek'])).toEqual([]);
    expect(namesOf('the EU-Russia summit', ['EU'], ['Russia'])).toEqual(['EU 0', 'Russia 1']);
  });

  it('that several share is told of all', () => {
    expect(namesOf('Roe spoke', ['Ann Roe', 'Roe'], ['Ben Roe', 'Roe'])).toEqual(['Roe 0,1']);
  });

  it('stand in the order of the text, within it, and none within another', () => {
    const words = fc.constantFrom('Mara', 'Ek', 'Tolvanen', '王', '毅', 'בחיפה', 'the', '.', '-', '\n', ' ');
    const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (sentence) => {
        const known = ['Mara', 'Mara Tolvanen', 'Tolvanen-Ek', '王毅', 'חיפה'];
        const names = createNameBook([{ id: newId(), names: known }]).inText(sentence);
        let before = 0;
        for (const { start, end } of names) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(sentence.length);
          before = end;
        }
      }),
    );
  });
});

describe('spellings that are near to a name', () => {
  const id = newId();
  const known = [{ id, names: ['Mara Tolvanen-Ek'] }];
  const nearIn = (text: string): readonly string[] =>
    createNearNames(known)
      .inText(text, createNameBook(known).inText(text))
      .map(({ spelling }) => spelling);

  it.each([
    ['M. Tolvanen denied it', 'M. Tolvanen'],
    ['Minister Mara Tolvanen denied it', 'Mara Tolvanen'],
    ['But Tolvanen-Ek denied it', 'Tolvanen-Ek'],
    ['On Monday Tolvanen-Ek denied it', 'Tolvanen-Ek'],
    ['TOLVANEN DENIES IT', 'TOLVANEN'],
    ['said Mara Tolvannen-Ek', 'Mara Tolvannen-Ek'],
    ['Mr. Tolvanen denied it', 'Tolvanen'],
  ])('are found in %s', (text, spelling) => {
    expect(nearIn(text)).toEqual([spelling]);
  });

  it.each([
    'Pekka Tolvanen denied it',
    'Tolvanen Shipping denied it',
    'Tolvanen-Ruiz denied it',
    'Mara Lindqvist denied it',
    'Mara Tolvanen-Ek denied it',
    'the tolvanen of old',
  ])('are not taken from %s', (text) => {
    expect(nearIn(text)).toEqual([]);
  });
});

describe('spellings in another script', () => {
  const nearOf = (names: readonly string[], text: string) => {
    const known = names.map((name) => ({ id: newId(), names: [name] }));
    return createNearNames(known)
      .inText(text, createNameBook(known).inText(text))
      .map(({ spelling, id, readFrom }) => [
        spelling,
        names[known.findIndex((each) => each.id === id)],
        readFrom,
      ]);
  };

  it.each([
    ['Mara Tolvanen', 'сообщила Мара Толванен', 'Мара Толванен'],
    ['Mara Tolvanen', 'с Толваненом не говорили', 'Толваненом'],
    ['Olaf Scholz', 'зустрівся з Олафом Шольцом', 'Олафом Шольцом'],
    ['Dmitry Peskov', 'МИД и Песков молчат', 'Песков'],
    ['Seymour Hersh', 'написал Сеймур Херш', 'Сеймур Херш'],
    ['Recep Tayyip Erdoğan', 'президент Реджеп Тайип Эрдоган', 'Реджеп Тайип Эрдоган'],
    ['Vladimir Putin', 'Президент Путин ответил', 'Путин'],
    ['Georg Georgiev', 'министар Георг Георгијев рече', 'Георг Георгијев'],
    ['Zoran Marković', 'министар Марковић рече', 'Марковић'],
    ['Donald Trump', 'в среду Трамп ответил', 'Трамп'],
    ['Liz Stoltenberg', 'с Лиз Столтенберг говорили', 'Лиз Столтенберг'],
  ])('are read: %s in %s', (name, text, spelling) => {
    expect(nearOf([name], text)).toEqual([[spelling, name, 'Cyrillic']]);
  });

  it('are read from Latin letters for names in Cyrillic ones', () => {
    expect(nearOf(['Дмитрий Песков'], 'the spokesman, Dmitri Peskow, said')).toEqual([
      ['Dmitri Peskow', 'Дмитрий Песков', 'Latin'],
    ]);
  });

  it.each([
    ['Vladimir Putin', 'сказал Михаил Путин'],
    ['Joe Biden', 'Бодин ответил'],
    ['Lars Minister', 'Министр ответил'],
    ['Mara Tolvanen', 'на толванен'],
    ['Karin Berg', 'на берегу Борга'],
    ['Mara Tolvanen', 'قالت مارا تولفانن'],
    ['Пётр Мороз', 'Marco said no'],
    ['Пётр Варенко', 'French officials said no'],
    ['Пётр Масков', 'Moscow said no'],
    ['Анна Васкова', 'Wask said no'],
  ])('are not taken: %s in %s', (name, text) => {
    expect(nearOf([name], text)).toEqual([]);
  });
});
