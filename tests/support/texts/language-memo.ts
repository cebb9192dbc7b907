/** One memo in each language of print, with everything that Precis prints around an analyst's text. */

import { taskIdSchema } from '#domain/ids.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { type ExportParts, usualParts } from '#domain/memo/export/export-parts.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoTable } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { PrintedLanguage } from '#domain/memo/print/printed-words.ts';
import type { Task } from '#domain/task/task.ts';
import { calendarDateSchema, toTimestamp } from '#domain/time.ts';
import type { OwnTerms } from '#domain/tradecraft/own-terms.ts';
import { newSampleId } from '../archive/sample-ids.ts';
import { materialOf, writeArticle } from '../memo/written-article.ts';
import { cite, judgement, paragraph, quoteBlock, section, see, writeMemo } from '../memo/written-memo.ts';
import { figureOf, picturesOf, writePicture } from '../pictures/written-figure.ts';

type Texts = {
  readonly title: string;
  readonly for: string;
  readonly from: string;
  readonly headings: readonly [string, string, string];
  readonly news: string;
  readonly quote: string;
  readonly paper: string;
  readonly headline: string;
  readonly says: string;
  readonly judged: string;
  readonly because: string;
  readonly table: readonly [caption: string, first: string, second: string, row: string];
  readonly task: string;
  readonly note: string;
  readonly restriction: string;
};

const texts: Readonly<Record<PrintedLanguage, Texts>> = {
  en: {
    title: 'The port of Varna: what the closure changes',
    for: 'Director',
    from: 'Analysis desk',
    headings: ['Bottom line', 'Key judgements', 'Background'],
    news: 'The harbour master said that the port stays closed until May. Ships wait off the coast.',
    quote: 'the port stays closed until May',
    paper: 'Harbour Dispatch',
    headline: 'Port closed',
    says: 'The closure holds up grain exports.',
    judged: 'The port opens again in June.',
    because: 'One official line only',
    table: ['Calls by port', 'Port', 'Ships', 'Varna'],
    task: 'Ask the harbour office',
    note: 'As of the morning.',
    restriction: 'Not to the press',
  },
  de: {
    title: 'Der Hafen von Varna: Folgen der Schließung für die Getreideausfuhrgenehmigungsverfahren',
    for: 'Referatsleitung',
    from: 'Auswertung',
    headings: ['Kernaussage', 'Schlüsselaussagen', 'Hintergrund'],
    news: 'Der Hafenmeister sagte, der Hafen bleibe bis Mai geschlossen. Schiffe warten vor der Küste.',
    quote: 'der Hafen bleibe bis Mai geschlossen',
    paper: 'Hafenbote',
    headline: 'Hafen geschlossen',
    says: 'Die Schließung verzögert die Ausfuhr von Getreide erheblich.',
    judged: 'Der Hafen öffnet im Juni wieder.',
    because: 'Nur eine amtliche Angabe',
    table: ['Anläufe nach Hafen', 'Hafen', 'Schiffe', 'Varna'],
    task: 'Beim Hafenamt nachfragen',
    note: 'Lage am Morgen.',
    restriction: 'Nicht an die Presse',
  },
  fr: {
    title: 'Le port de Varna : les effets de la fermeture',
    for: 'Direction',
    from: 'Bureau d’analyse',
    headings: ['En bref', 'Appréciations', 'Contexte'],
    news: 'Le capitaine du port a dit que le port restait fermé jusqu’en mai. Des navires attendent au large.',
    quote: 'le port restait fermé jusqu’en mai',
    paper: 'Le Courrier du port',
    headline: 'Port fermé',
    says: 'La fermeture retarde les exportations de céréales.',
    judged: 'Le port rouvre en juin.',
    because: 'Une seule déclaration officielle',
    table: ['Escales par port', 'Port', 'Navires', 'Varna'],
    task: 'Interroger la capitainerie',
    note: 'Situation au matin.',
    restriction: 'Ne pas communiquer à la presse',
  },
  es: {
    title: 'El puerto de Varna: qué cambia con el cierre',
    for: 'Dirección',
    from: 'Área de análisis',
    headings: ['Lo esencial', 'Juicios clave', 'Antecedentes'],
    news: 'El capitán del puerto dijo que el puerto seguirá cerrado hasta mayo. Los barcos esperan.',
    quote: 'el puerto seguirá cerrado hasta mayo',
    paper: 'El Correo del Puerto',
    headline: 'Puerto cerrado',
    says: 'El cierre retrasa las exportaciones de grano.',
    judged: 'El puerto reabre en junio.',
    because: 'Una sola declaración oficial',
    table: ['Escalas por puerto', 'Puerto', 'Barcos', 'Varna'],
    task: 'Preguntar a la capitanía',
    note: 'Situación de la mañana.',
    restriction: 'No entregar a la prensa',
  },
  it: {
    title: 'Il porto di Varna: che cosa cambia con la chiusura',
    for: 'Direzione',
    from: 'Ufficio analisi',
    headings: ['In sintesi', 'Valutazioni', 'Contesto'],
    news: 'Il capitano del porto ha detto che il porto resta chiuso fino a maggio. Le navi aspettano.',
    quote: 'il porto resta chiuso fino a maggio',
    paper: 'Il Corriere del Porto',
    headline: 'Porto chiuso',
    says: 'La chiusura rallenta le esportazioni di grano.',
    judged: 'Il porto riapre a giugno.',
    because: 'Una sola dichiarazione ufficiale',
    table: ['Scali per porto', 'Porto', 'Navi', 'Varna'],
    task: 'Chiedere alla capitaneria',
    note: 'Situazione del mattino.',
    restriction: 'Non alla stampa',
  },
  nl: {
    title: 'De haven van Varna: wat de sluiting verandert',
    for: 'Directie',
    from: 'Analyseafdeling',
    headings: ['Kern', 'Oordelen', 'Achtergrond'],
    news: 'De havenmeester zei dat de haven tot mei dicht blijft. Schepen wachten voor de kust.',
    quote: 'de haven tot mei dicht blijft',
    paper: 'De Havenbode',
    headline: 'Haven dicht',
    says: 'De sluiting vertraagt de graanuitvoer.',
    judged: 'De haven hervat het werk in juni.',
    because: 'Slechts één officiële verklaring',
    table: ['Aanlopen per haven', 'Haven', 'Schepen', 'Varna'],
    task: 'Navraag bij het havenkantoor',
    note: 'Stand van de ochtend.',
    restriction: 'Niet aan de pers',
  },
  pl: {
    title: 'Port w Warnie: co zmienia zamknięcie',
    for: 'Dyrekcja',
    from: 'Zespół analiz',
    headings: ['Najważniejsze', 'Oceny', 'Tło'],
    news: 'Kapitan portu powiedział, że port pozostaje zamknięty do maja. Statki czekają na redzie.',
    quote: 'port pozostaje zamknięty do maja',
    paper: 'Kurier Portowy',
    headline: 'Port zamknięty',
    says: 'Zamknięcie opóźnia wywóz zboża.',
    judged: 'Port zostanie otwarty w czerwcu.',
    because: 'Tylko jedno oświadczenie',
    table: ['Zawinięcia według portów', 'Port', 'Statki', 'Warna'],
    task: 'Zapytać kapitanat',
    note: 'Stan rano.',
    restriction: 'Nie dla prasy',
  },
  pt: {
    title: 'O porto de Varna: o que muda com o encerramento',
    for: 'Direção',
    from: 'Gabinete de análise',
    headings: ['Em resumo', 'Avaliações', 'Contexto'],
    news: 'O capitão do porto disse que o porto fica fechado até maio. Os navios esperam ao largo.',
    quote: 'o porto fica fechado até maio',
    paper: 'Correio do Porto',
    headline: 'Porto fechado',
    says: 'O encerramento atrasa a exportação de cereais.',
    judged: 'O porto reabre em junho.',
    because: 'Uma única declaração oficial',
    table: ['Escalas por porto', 'Porto', 'Navios', 'Varna'],
    task: 'Perguntar à capitania',
    note: 'Ponto da manhã.',
    restriction: 'Não divulgar à imprensa',
  },
  ru: {
    title: 'Порт Варны: что меняет закрытие',
    for: 'Директору',
    from: 'Аналитический отдел',
    headings: ['Главное', 'Ключевые оценки', 'Предыстория'],
    news: 'Капитан порта сказал, что порт остаётся закрытым до мая. Суда ждут на рейде.',
    quote: 'порт остаётся закрытым до мая',
    paper: 'Портовый вестник',
    headline: 'Порт закрыт',
    says: 'Закрытие задерживает вывоз зерна.',
    judged: 'Порт откроется в июне.',
    because: 'Лишь одно официальное заявление',
    table: ['Заходы по портам', 'Порт', 'Суда', 'Варна'],
    task: 'Запросить капитанию',
    note: 'Утренние данные.',
    restriction: 'Не для печати',
  },
  uk: {
    title: 'Порт Варни: що змінює закриття',
    for: 'Директорові',
    from: 'Аналітичний відділ',
    headings: ['Головне', 'Ключові оцінки', 'Передісторія'],
    news: 'Капітан порту сказав, що порт залишається закритим до травня. Судна чекають на рейді.',
    quote: 'порт залишається закритим до травня',
    paper: 'Портовий вісник',
    headline: 'Порт закрито',
    says: 'Закриття затримує вивезення зерна.',
    judged: 'Порт відкриється в червні.',
    because: 'Лише одна офіційна заява',
    table: ['Заходи за портами', 'Порт', 'Судна', 'Варна'],
    task: 'Запитати капітанію',
    note: 'Ранкові дані.',
    restriction: 'Не для преси',
  },
  ar: {
    title: 'ميناء فارنا: ما الذي يغيّره الإغلاق',
    for: 'المدير',
    from: 'مكتب التحليل',
    headings: ['الخلاصة', 'التقديرات الرئيسية', 'الخلفية'],
    news: 'قال مدير الميناء إن الميناء سيبقى مغلقًا حتى مايو. وتنتظر السفن قبالة الساحل.',
    quote: 'الميناء سيبقى مغلقًا حتى مايو',
    paper: 'صحيفة الميناء',
    headline: 'إغلاق الميناء',
    says: 'يؤخر الإغلاق صادرات الحبوب.',
    judged: 'يُعاد فتح الميناء في يونيو.',
    because: 'بيان رسمي واحد فقط',
    table: ['زيارات السفن حسب الميناء', 'الميناء', 'السفن', 'فارنا'],
    task: 'سؤال مكتب الميناء',
    note: 'وضع الصباح.',
    restriction: 'ليس للصحافة',
  },
  he: {
    title: 'נמל ורנה: מה משנה הסגירה',
    for: 'המנהל',
    from: 'מדור המחקר',
    headings: ['בקצרה', 'הערכות מרכזיות', 'רקע'],
    news: 'מנהל הנמל אמר כי הנמל יישאר סגור עד מאי. אוניות ממתינות מול החוף.',
    quote: 'הנמל יישאר סגור עד מאי',
    paper: 'עיתון הנמל',
    headline: 'הנמל נסגר',
    says: 'הסגירה מעכבת את יצוא התבואה.',
    judged: 'הנמל ייפתח מחדש ביוני.',
    because: 'הודעה רשמית אחת בלבד',
    table: ['פקידות לפי נמל', 'נמל', 'אוניות', 'ורנה'],
    task: 'לשאול את משרד הנמל',
    note: 'תמונת הבוקר.',
    restriction: 'לא לעיתונות',
  },
  zh: {
    title: '瓦尔纳港：关闭带来的变化',
    for: '处长',
    from: '分析组',
    headings: ['要点', '主要判断', '背景'],
    news: '港务长说，港口将关闭至五月。船只在海岸外等候。',
    quote: '港口将关闭至五月',
    paper: '港口日报',
    headline: '港口关闭',
    says: '关闭延误了粮食出口。',
    judged: '港口将于六月重新开放。',
    because: '仅有一份官方声明',
    table: ['各港靠泊船只', '港口', '船只', '瓦尔纳'],
    task: '询问港务局',
    note: '为早间情况。',
    restriction: '不得提供给媒体',
  },
};

const cell = (type: 'tableCell' | 'tableHeader', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});

const tableOf = ([caption, first, second, row]: Texts['table'], source: string): MemoTable => ({
  type: 'table',
  attrs: { caption, source },
  content: [
    { type: 'tableRow', content: [cell('tableHeader', first), cell('tableHeader', second)] },
    { type: 'tableRow', content: [cell('tableCell', row), cell('tableCell', '1 204')] },
    { type: 'tableRow', content: [cell('tableCell', `${row} II`), cell('tableCell', '–3 %')] },
  ],
});

const at = toTimestamp(Date.parse('2024-04-23T08:00:00.000Z'));
const day = calendarDateSchema.parse('2024-05-02');

const taskOf = (title: string, owner: string): Task => ({
  id: taskIdSchema.parse(newSampleId()),
  passageId: null,
  title,
  kind: 'contact',
  state: 'open',
  due: day,
  owner,
  createdAt: at,
  updatedAt: at,
  completedAt: null,
  deletedAt: null,
});

const everyPart: Partial<ExportParts> = {
  annex: true,
  hashes: true,
  key: 'end',
  portionMarks: true,
  distribution: ['A 1', 'B 2'],
  copyNumber: '3/12',
};

/** The memo as exported in its first draft, with every part that an export can have. */
export const languageMemo = (
  language: PrintedLanguage,
  parts: Partial<ExportParts> = {},
  terms?: OwnTerms,
): MemoDocument => {
  const own = texts[language];
  const article = writeArticle(
    [own.news, own.says],
    [
      { quote: own.quote, passage: { grade: { reliability: 'B', credibility: 3 } } },
      { quote: own.says, passage: { grade: { reliability: null, credibility: 2 } } },
    ],
    { bibliography: { language, publisher: own.paper, title: own.headline, byline: null } },
  );
  const judged = judgement([own.judged], {
    likelihood: 'very-likely',
    confidenceReason: own.because,
    assumptions: own.says.replace(/[.。]$/u, ''),
    wouldChange: own.says.replace(/[.。]$/u, ''),
  });
  const picture = writePicture();
  const task = taskOf(own.task, own.for);
  const memo: Memo = writeMemo(
    [
      section('bottom-line', own.headings[0], paragraph(own.says, cite(article, 0, 'whole'))),
      section('key-judgements', own.headings[1], judged),
      section(
        'background',
        own.headings[2],
        paragraph(
          own.says,
          { type: 'footnote', attrs: { text: own.note } },
          ' ',
          see('judgement', judged.attrs.id),
        ),
        quoteBlock(article, 0),
        tableOf(own.table, own.paper),
        figureOf(picture, { alt: own.headline, caption: own.headline, source: own.paper }),
        paragraph(own.judged, cite(article, 1)),
      ),
    ],
    {
      title: own.title,
      for: own.for,
      from: own.from,
      restrictions: own.restriction,
      language,
      period: { from: calendarDateSchema.parse('2024-04-17'), to: calendarDateSchema.parse('2024-04-24') },
    },
    { printedTaskIds: [task.id], kind: 'update' },
  );
  const material = {
    ...materialOf([article], { tasks: [task] }),
    ...(terms === undefined ? {} : { terms }),
  };
  return {
    ...dressDocument(
      buildMemoDocument(memo, material),
      { memo, material, draftNumber: 1, sentWith: null, manifest: null },
      { ...usualParts, ...everyPart, ...parts },
    ),
    pictures: picturesOf(picture),
  };
};
