/** The words of a board in a memo, in each language of print but English, which is that of the window. */

import { type PrintedLanguage, printedLanguageOf, wordsFor } from '../memo/print/printed-words.ts';
import type { SameOrigin } from '../source/compare-origins.ts';
import type { Expectation } from './board.ts';
import { type BoardWords, englishBoardWords } from './board-words.ts';

type Words = Omit<BoardWords, 'sign' | 'percent' | 'expected' | 'origin' | 'addsUpTo'> & {
  /** From very unexpected to very expected, and what does not bear on it. */
  readonly expected: readonly [string, string, string, string, string, string];
  readonly addsUpTo: (percent: string) => string;
  /** The same origin, the same text, the same words, the same source credited. */
  readonly origin: readonly [string, string, string, string];
};

const tables: Readonly<Record<Exclude<PrintedLanguage, 'en'>, Words>> = {
  ar: {
    evidence: 'الدليل',
    grade: 'التقييم',
    question: 'لو صحّت الفرضية، فإلى أي مدى كان هذا الدليل متوقَّعًا؟',
    expected: ['غير متوقَّع إطلاقًا', 'غير متوقَّع', 'محايد', 'متوقَّع', 'متوقَّع جدًا', 'لا صلة له بها'],
    notFilled: 'لم تُملأ',
    unnamed: 'بلا اسم',
    eachCell: (analysts) => `في كل خانة من أعلى إلى أسفل: ${analysts}.`,
    filledBy: (analysts) => `ملأها: ${analysts}.`,
    probability: (analyst) => `الاحتمال، ${analyst}`,
    combined: 'مجمَّعًا',
    addsUpTo: (percent) => `المجموع ${percent}`,
    origin: ['المنشأ نفسه', 'النص نفسه', 'العبارات نفسها', 'المصدر المذكور نفسه'],
    countsOnce: (origin, row) => `${origin}، انظر ${row}: يُحتسب مرة واحدة`,
  },
  de: {
    evidence: 'Beleg',
    grade: 'Bew.',
    question: 'Wie sehr wäre der Beleg zu erwarten, wenn die Hypothese zuträfe?',
    expected: [
      'sehr unerwartet',
      'unerwartet',
      'so oder so denkbar',
      'erwartbar',
      'sehr erwartbar',
      'ohne Bezug',
    ],
    notFilled: 'nicht ausgefüllt',
    unnamed: 'ohne Namen',
    eachCell: (analysts) => `Je Zelle von oben: ${analysts}.`,
    filledBy: (analysts) => `Ausgefüllt von ${analysts}.`,
    probability: (analyst) => `Wahrscheinlichkeit, ${analyst}`,
    combined: 'zusammengeführt',
    addsUpTo: (percent) => `ergibt zusammen ${percent}`,
    origin: ['gleicher Ursprung', 'gleicher Text', 'gleicher Wortlaut', 'gleiche Quelle genannt'],
    countsOnce: (origin, row) => `${origin} wie ${row}: zählt nur einmal`,
  },
  es: {
    evidence: 'Prueba',
    grade: 'Eval.',
    question: 'Si la hipótesis fuera cierta, ¿hasta qué punto cabría esperar esta prueba?',
    expected: ['muy inesperada', 'inesperada', 'indiferente', 'esperada', 'muy esperada', 'sin relación'],
    notFilled: 'sin rellenar',
    unnamed: 'sin nombre',
    eachCell: (analysts) => `En cada celda, de arriba abajo: ${analysts}.`,
    filledBy: (analysts) => `Rellenado por ${analysts}.`,
    probability: (analyst) => `Probabilidad, ${analyst}`,
    combined: 'combinada',
    addsUpTo: (percent) => `suma ${percent}`,
    origin: ['mismo origen', 'mismo texto', 'mismas palabras', 'misma fuente citada'],
    countsOnce: (origin, row) => `${origin} que ${row}: cuenta una sola vez`,
  },
  fr: {
    evidence: 'Pièce',
    grade: 'Cote',
    question: 'Si l’hypothèse était vraie, dans quelle mesure s’attendrait-on à cette pièce\u00A0?',
    expected: ['très inattendue', 'inattendue', 'indifférente', 'attendue', 'très attendue', 'sans rapport'],
    notFilled: 'non renseignée',
    unnamed: 'sans nom',
    eachCell: (analysts) => `Dans chaque case, de haut en bas\u00A0: ${analysts}.`,
    filledBy: (analysts) => `Rempli par ${analysts}.`,
    probability: (analyst) => `Probabilité, ${analyst}`,
    combined: 'combinée',
    addsUpTo: (percent) => `somme\u00A0: ${percent}`,
    origin: ['même origine', 'même texte', 'mêmes termes', 'même source citée'],
    countsOnce: (origin, row) => `${origin} que ${row}\u00A0: compte une seule fois`,
  },
  he: {
    evidence: 'ראיה',
    grade: 'דירוג',
    question: 'אילו ההשערה הייתה נכונה, עד כמה הייתה הראיה צפויה?',
    expected: ['מאוד לא צפויה', 'לא צפויה', 'ניטרלית', 'צפויה', 'צפויה מאוד', 'אינה נוגעת לעניין'],
    notFilled: 'לא מולא',
    unnamed: 'ללא שם',
    eachCell: (analysts) => `בכל תא, מלמעלה למטה: ${analysts}.`,
    filledBy: (analysts) => `מולא בידי ${analysts}.`,
    probability: (analyst) => `סבירות, ${analyst}`,
    combined: 'משולבת',
    addsUpTo: (percent) => `בסך הכול ${percent}`,
    origin: ['אותו מקור', 'אותו טקסט', 'אותן מילים', 'אותו מקור מצוין'],
    countsOnce: (origin, row) => `${origin}, ראו ${row}: נמנה פעם אחת`,
  },
  it: {
    evidence: 'Riscontro',
    grade: 'Valut.',
    question: 'Se l’ipotesi fosse vera, quanto ci si aspetterebbe questo riscontro?',
    expected: ['molto inatteso', 'inatteso', 'indifferente', 'atteso', 'molto atteso', 'non pertinente'],
    notFilled: 'non compilata',
    unnamed: 'senza nome',
    eachCell: (analysts) => `In ogni casella, dall’alto in basso: ${analysts}.`,
    filledBy: (analysts) => `Compilato da ${analysts}.`,
    probability: (analyst) => `Probabilità, ${analyst}`,
    combined: 'combinata',
    addsUpTo: (percent) => `in tutto ${percent}`,
    origin: ['stessa origine', 'stesso testo', 'stesse parole', 'stessa fonte citata'],
    countsOnce: (origin, row) => `${origin} di ${row}: conta una volta sola`,
  },
  nl: {
    evidence: 'Bewijs',
    grade: 'Oordeel',
    question: 'Als de hypothese waar was, hoe verwacht zou dit bewijs dan zijn?',
    expected: [
      'zeer onverwacht',
      'onverwacht',
      'om het even',
      'verwacht',
      'zeer verwacht',
      'zegt er niets over',
    ],
    notFilled: 'niet ingevuld',
    unnamed: 'zonder naam',
    eachCell: (analysts) => `In elke cel, van boven naar beneden: ${analysts}.`,
    filledBy: (analysts) => `Ingevuld door ${analysts}.`,
    probability: (analyst) => `Waarschijnlijkheid, ${analyst}`,
    combined: 'gecombineerd',
    addsUpTo: (percent) => `samen ${percent}`,
    origin: ['zelfde herkomst', 'zelfde tekst', 'zelfde bewoordingen', 'zelfde bron vermeld'],
    countsOnce: (origin, row) => `${origin} als ${row}: telt één keer`,
  },
  pl: {
    evidence: 'Dowód',
    grade: 'Ocena',
    question: 'Gdyby hipoteza była prawdziwa, na ile oczekiwany byłby ten dowód?',
    expected: [
      'bardzo nieoczekiwany',
      'nieoczekiwany',
      'neutralny',
      'oczekiwany',
      'bardzo oczekiwany',
      'bez związku',
    ],
    notFilled: 'nie wypełniono',
    unnamed: 'bez nazwiska',
    eachCell: (analysts) => `W każdej komórce od góry: ${analysts}.`,
    filledBy: (analysts) => `Kto wypełnił: ${analysts}.`,
    probability: (analyst) => `Prawdopodobieństwo, ${analyst}`,
    combined: 'łączne',
    addsUpTo: (percent) => `suma: ${percent}`,
    origin: ['to samo pochodzenie', 'ten sam tekst', 'te same słowa', 'to samo podane źródło'],
    countsOnce: (origin, row) => `${origin} co ${row}: liczy się raz`,
  },
  pt: {
    evidence: 'Prova',
    grade: 'Aval.',
    question: 'Se a hipótese fosse verdadeira, até que ponto seria de esperar esta prova?',
    expected: ['muito inesperada', 'inesperada', 'indiferente', 'esperada', 'muito esperada', 'sem relação'],
    notFilled: 'não preenchida',
    unnamed: 'sem nome',
    eachCell: (analysts) => `Em cada célula, de cima para baixo: ${analysts}.`,
    filledBy: (analysts) => `Preenchido por ${analysts}.`,
    probability: (analyst) => `Probabilidade, ${analyst}`,
    combined: 'combinada',
    addsUpTo: (percent) => `soma ${percent}`,
    origin: ['mesma origem', 'mesmo texto', 'mesmas palavras', 'mesma fonte citada'],
    countsOnce: (origin, row) => `${origin} que ${row}: conta uma só vez`,
  },
  ru: {
    evidence: 'Свидетельство',
    grade: 'Оценка',
    question: 'Если бы гипотеза была верна, насколько ожидаемым было бы это свидетельство?',
    expected: [
      'весьма неожиданно',
      'неожиданно',
      'нейтрально',
      'ожидаемо',
      'весьма ожидаемо',
      'не имеет отношения',
    ],
    notFilled: 'не заполнено',
    unnamed: 'без имени',
    eachCell: (analysts) => `В каждой ячейке сверху вниз: ${analysts}.`,
    filledBy: (analysts) => `Кто заполнил: ${analysts}.`,
    probability: (analyst) => `Вероятность, ${analyst}`,
    combined: 'сводная',
    addsUpTo: (percent) => `в сумме ${percent}`,
    origin: ['то же происхождение', 'тот же текст', 'те же слова', 'указан тот же источник'],
    countsOnce: (origin, row) => `${origin}, см. ${row}: учитывается один раз`,
  },
  uk: {
    evidence: 'Свідчення',
    grade: 'Оцінка',
    question: 'Якби гіпотеза була слушною, наскільки очікуваним було б це свідчення?',
    expected: [
      'вельми неочікувано',
      'неочікувано',
      'нейтрально',
      'очікувано',
      'вельми очікувано',
      'не має стосунку',
    ],
    notFilled: 'не заповнено',
    unnamed: 'без імені',
    eachCell: (analysts) => `У кожній клітинці згори донизу: ${analysts}.`,
    filledBy: (analysts) => `Хто заповнив: ${analysts}.`,
    probability: (analyst) => `Імовірність, ${analyst}`,
    combined: 'зведена',
    addsUpTo: (percent) => `у сумі ${percent}`,
    origin: ['те саме походження', 'той самий текст', 'ті самі слова', 'зазначено те саме джерело'],
    countsOnce: (origin, row) => `${origin}, див. ${row}: враховується один раз`,
  },
  zh: {
    evidence: '证据',
    grade: '评级',
    question: '如果该假设成立，这一证据在多大程度上符合预期？',
    expected: ['非常出乎意料', '出乎意料', '两可', '符合预期', '非常符合预期', '与之无关'],
    notFilled: '未填',
    unnamed: '未署名',
    eachCell: (analysts) => `每格自上而下：${analysts}。`,
    filledBy: (analysts) => `填写人：${analysts}。`,
    probability: (analyst) => `概率，${analyst}`,
    combined: '综合',
    addsUpTo: (percent) => `合计 ${percent}`,
    origin: ['同一出处', '同一文本', '相同措辞', '注明同一来源'],
    countsOnce: (origin, row) => `${origin}，见${row}：只计一次`,
  },
};

const expectedOf = ([a, b, c, d, e, none]: Words['expected']): Readonly<Record<Expectation, string>> => ({
  ...{ 1: a, 2: b, 3: c, 4: d, 5: e },
  none,
});

const originsOf = ([origin, text, statement, credit]: Words['origin']): Readonly<
  Record<SameOrigin, string>
> => ({ said: origin, source: origin, voice: origin, text, statement, credit });

/** The words for a board in a memo of `language` (BCP 47), in English without a table for it. */
export const boardWordsFor = (language: string): BoardWords => {
  const known = printedLanguageOf(language);
  if (known === 'en') return englishBoardWords;
  const [words, printed] = [tables[known], wordsFor(language)];
  const format = new Intl.NumberFormat(printed.tag, {
    ...{ style: 'percent', maximumFractionDigits: 1, numberingSystem: 'latn' },
  });
  const percent = (each: number): string => format.format(each / 100);
  return {
    ...words,
    sign: printed.sign,
    expected: expectedOf(words.expected),
    origin: originsOf(words.origin),
    percent,
    addsUpTo: (sum) => words.addsUpTo(percent(sum)),
  };
};
