import { describe, expect, it } from 'vitest';
import { type DayLanguage, dayLanguagesOf, dayWords } from '#domain/dates/day-words.ts';
import { parseTaskLine } from '#domain/task/parse-task-line.ts';
import { calendarDateSchema } from '#domain/time.ts';

/** A Wednesday. */
const today = calendarDateSchema.parse('2024-04-24');
const languages = Object.keys(dayWords) as DayLanguage[];
const inLanguage = (line: string, language: DayLanguage) => parseTaskLine(line, today, ['en', language]);

const tomorrow = '2024-04-25';
const afterTomorrow = '2024-04-26';
const friday = '2024-04-26';
const monday = '2024-04-29';
const nextWednesday = '2024-05-01';
const inTwoWeeks = '2024-05-08';
const inThreeDays = '2024-04-27';
const inOneMonth = '2024-05-24';

const phrases: Readonly<Record<DayLanguage, readonly (readonly [string, string])[]>> = {
  en: [
    ['today', today],
    ['tomorrow', tomorrow],
    ['the day after tomorrow', afterTomorrow],
    ['by fri', friday],
    ['thurs', tomorrow],
    ['next Monday', monday],
    ['wednesday', nextWednesday],
    ['next week', monday],
    ['in two weeks', inTwoWeeks],
    ['in a month', inOneMonth],
    ['by 26th april', friday],
  ],
  de: [
    ['heute', today],
    ['morgen', tomorrow],
    ['Übermorgen', afterTomorrow],
    ['uebermorgen', afterTomorrow],
    ['Freitag', friday],
    ['bis Freitag', friday],
    ['nächsten Montag', monday],
    ['am kommenden Mittwoch', nextWednesday],
    ['Sonnabend', inThreeDays],
    ['nächste Woche', monday],
    ['in 2 Wochen', inTwoWeeks],
    ['in drei Tagen', inThreeDays],
    ['in einem Monat', inOneMonth],
    ['bis 26. April', friday],
    ['bis 2024-04-26', friday],
  ],
  fr: [
    ["aujourd'hui", today],
    ['demain', tomorrow],
    ['après-demain', afterTomorrow],
    ['apres-demain', afterTomorrow],
    ['vendredi', friday],
    ['avant le vendredi', friday],
    ['lundi prochain', monday],
    ['la semaine prochaine', monday],
    ['dans 2 semaines', inTwoWeeks],
    ['dans trois jours', inThreeDays],
    ['dans un mois', inOneMonth],
    ['le 1er mai', nextWednesday],
  ],
  es: [
    ['hoy', today],
    ['mañana', tomorrow],
    ['pasado mañana', afterTomorrow],
    ['viernes', friday],
    ['para el viernes', friday],
    ['el próximo lunes', monday],
    ['el miércoles que viene', nextWednesday],
    ['la semana que viene', monday],
    ['en 2 semanas', inTwoWeeks],
    ['dentro de tres días', inThreeDays],
    ['en un mes', inOneMonth],
    ['el 26 de abril de 2024', friday],
  ],
  it: [
    ['oggi', today],
    ['domani', tomorrow],
    ['dopodomani', afterTomorrow],
    ['venerdì', friday],
    ['entro venerdi', friday],
    ['lunedì prossimo', monday],
    ['la settimana prossima', monday],
    ['tra 2 settimane', inTwoWeeks],
    ['fra tre giorni', inThreeDays],
    ['tra un mese', inOneMonth],
    ['il 26 aprile', friday],
  ],
  nl: [
    ['vandaag', today],
    ['morgen', tomorrow],
    ['overmorgen', afterTomorrow],
    ['vrijdag', friday],
    ['op vrijdag', friday],
    ['volgende maandag', monday],
    ['volgende week', monday],
    ['over 2 weken', inTwoWeeks],
    ['over drie dagen', inThreeDays],
    ['over één maand', inOneMonth],
    ['26 april', friday],
  ],
  pt: [
    ['hoje', today],
    ['amanhã', tomorrow],
    ['depois de amanhã', afterTomorrow],
    ['sexta-feira', friday],
    ['até sexta', friday],
    ['na próxima segunda', monday],
    ['segunda que vem', monday],
    ['semana que vem', monday],
    ['em 2 semanas', inTwoWeeks],
    ['daqui a três dias', inThreeDays],
    ['em um mês', inOneMonth],
    ['26 de abril', friday],
  ],
};

describe.each(languages)('days in %s', (language) => {
  it.each(phrases[language])('"%s" is %s', (phrase, due) => {
    expect(inLanguage(`Call Łódź ${phrase}`, language)).toMatchObject({ title: 'Call Łódź', due });
  });

  it('stand beside those of English, and take no word of a title', () => {
    expect(inLanguage('Call tomorrow', language).due).toBe(tomorrow);
    for (const line of ['Read the report', 'Make it so', 'Buy 3 marbles', 'Visit in 0 days'])
      expect(inLanguage(line, language)).toMatchObject({ title: line, due: null });
  });
});

describe('the languages of an archive', () => {
  const of = (counts: Readonly<Record<string, number>>) =>
    dayLanguagesOf(Object.entries(counts).map(([language, articles]) => ({ language, articles })));

  it('are English and those of a tenth of its articles, the most first', () => {
    expect(of({})).toEqual(['en']);
    expect(of({ 'de-AT': 3, de: 3, fr: 8, zh: 4, it: 1 })).toEqual(['en', 'fr', 'de']);
    expect(of({ en: 2, constructor: 9 })).toEqual(['en']);
  });

  it('keep words of another language in the title', () => {
    expect(parseTaskLine('Leer la parte segunda', today, ['en', 'es'])).toMatchObject({ due: null });
    expect(parseTaskLine('Call morgen', today)).toMatchObject({ title: 'Call morgen', due: null });
  });
});

describe('how often a task comes again', () => {
  const daily = { unit: 'day', every: 1 };
  const weekly = { unit: 'week', every: 1 };
  const biweekly = { unit: 'week', every: 2 };
  const monthly = { unit: 'month', every: 1, day: 24 };
  const yearly = { unit: 'month', every: 12, day: 24 };
  const rules: Readonly<Record<DayLanguage, readonly (readonly [string, object])[]>> = {
    en: [
      ['every day', daily],
      ['every other week', biweekly],
      ['every two weeks', biweekly],
      ['every mondays', weekly],
      ['every year', yearly],
    ],
    de: [
      ['jeden Tag', daily],
      ['alle 2 Wochen', biweekly],
      ['alle zwei Wochen', biweekly],
      ['jede zweite Woche', biweekly],
      ['jeden Montag', weekly],
      ['jeden Monat', monthly],
      ['jedes Jahr', yearly],
    ],
    fr: [
      ['tous les jours', daily],
      ['toutes les deux semaines', biweekly],
      ['tous les lundis', weekly],
      ['chaque mois', monthly],
      ['tous les ans', yearly],
    ],
    es: [
      ['todos los días', daily],
      ['cada dos semanas', biweekly],
      ['todos los lunes', weekly],
      ['cada mes', monthly],
      ['todos los años', yearly],
    ],
    it: [
      ['ogni giorno', daily],
      ['ogni 2 settimane', biweekly],
      ['ogni lunedì', weekly],
      ['tutti i mesi', monthly],
      ['ogni anno', yearly],
    ],
    nl: [
      ['elke dag', daily],
      ['elke twee weken', biweekly],
      ['elke maandag', weekly],
      ['iedere maand', monthly],
      ['elk jaar', yearly],
    ],
    pt: [
      ['todos os dias', daily],
      ['a cada duas semanas', biweekly],
      ['todas as segundas-feiras', weekly],
      ['cada mês', monthly],
      ['todos os anos', yearly],
    ],
  };
  const all = languages.flatMap((language) =>
    rules[language].map(([words, rule]) => [language, words, rule] as const),
  );

  it.each(all)('is typed in %s as "%s"', (language, words, rule) => {
    const isOnMonday = /mon|lun|maan|seg/iu.test(words) && rule === weekly;
    expect(inLanguage(`Register ${words}`, language)).toMatchObject({
      title: 'Register',
      due: isOnMonday ? monday : today,
      repeat: rule,
    });
    expect(parseTaskLine(`Register ${words} @desk`, today, ['en', language])).toMatchObject({
      owner: 'desk',
    });
  });

  it('is no rule in a language that is not of the archive, nor within a sentence', () => {
    expect(parseTaskLine('Register jeden Tag', today, ['en', 'fr'])).not.toHaveProperty('repeat');
    expect(inLanguage('Ask whether every day counts', 'de')).not.toHaveProperty('repeat');
    expect(inLanguage('Cada país', 'es')).toMatchObject({ title: 'Cada país' });
  });
});

/** Day in the middle or at the beginning: the line, its language, what is left as the title, the day. */
const insideLines: readonly (readonly [string, DayLanguage, string, string])[] = [
  ['Anna morgen anrufen', 'de', 'Anna anrufen', tomorrow],
  ['Morgen Anna anrufen', 'de', 'Anna anrufen', tomorrow],
  ['Bericht bis Freitag an das Referat schicken', 'de', 'Bericht an das Referat schicken', friday],
  ['Anna am Freitag wegen Zoll anrufen', 'de', 'Anna wegen Zoll anrufen', friday],
  ['Nächste Woche Zahlen prüfen', 'de', 'Zahlen prüfen', monday],
  ['Zahlen in zwei Wochen noch einmal prüfen', 'de', 'Zahlen noch einmal prüfen', inTwoWeeks],
  ['Bericht am 26.04.2024 abgeben', 'de', 'Bericht abgeben', friday],
  ['Bericht abgeben 26.4.', 'de', 'Bericht abgeben', friday],
  ['Bericht abgeben bis 26.04.2024', 'de', 'Bericht abgeben', friday],
  ['Anna overmorgen bellen', 'nl', 'Anna bellen', afterTomorrow],
  ['Cijfers op vrijdag controleren', 'nl', 'Cijfers controleren', friday],
  ['Rapport voor vrijdag naar Jan sturen', 'nl', 'Rapport naar Jan sturen', friday],
  ['volgende week Anna bellen', 'nl', 'Anna bellen', monday],
  ['lundi prochain écrire à Jeanne', 'fr', 'écrire à Jeanne', monday],
  ['Envoyer avant vendredi le texte', 'fr', 'Envoyer le texte', friday],
  ['demain appeler Jeanne', 'fr', 'appeler Jeanne', tomorrow],
  ['mañana llamar a Ana', 'es', 'llamar a Ana', tomorrow],
  ['Entro venerdì scrivere a Carla', 'it', 'scrivere a Carla', friday],
  ['tomorrow call Anna', 'en', 'call Anna', tomorrow],
  ['Call Anna tomorrow about the tariff', 'en', 'Call Anna about the tariff', tomorrow],
  ['Friday: call Anna', 'en', 'call Anna', friday],
  ['Send the draft by Friday to Jane', 'en', 'Send the draft to Jane', friday],
  ['Check the figures next week with Anna', 'en', 'Check the figures with Anna', monday],
];

describe('a day that does not stand last', () => {
  it.each(insideLines)('%s', (line, language, title, due) => {
    expect(inLanguage(line, language)).toMatchObject({ title, due });
  });

  it.each([
    ['Compare the Sunday Times with the wire', 'en'],
    ['Read USA Today on tariffs', 'en'],
    ['Find the speech of Friday in the archive', 'en'],
    ['Say what 2 weeks in May changed', 'en'],
    ['Ask what changed in 2 weeks of strikes', 'en'],
    ['Read the May 2024 report', 'en'],
    ['Check the 26 April 2024 figures', 'en'],
    ['Compare Friday numbers again', 'de'],
    ['Die Rede vom Montag lesen', 'de'],
    ['Guten Morgen Deutschland mitschreiben', 'de'],
    ['Le discours de lundi à relire', 'fr'],
    ['La prensa de mañana leer', 'es'],
    ['Add 12.13.2024 to the list', 'en'],
  ] as const)('is none in "%s"', (line, language) => {
    expect(inLanguage(line, language)).toMatchObject({ title: line, due: null });
  });
});
