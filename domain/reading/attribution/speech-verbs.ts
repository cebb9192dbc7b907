/** Verbs by which a text attributes words to a speaker, in the forms used beside a subject. Lower case. */

/**
 * English. Left out are forms that are as often nouns ("claims", "reports", "notes"), and all verbs of thought
 * rather than of speech.
 */
export const englishSpeechVerbs: ReadonlySet<string> = new Set([
  ...['said', 'says', 'say', 'told', 'tells', 'added', 'adds', 'asked', 'asks', 'stated', 'states'],
  ...['announced', 'announces', 'argued', 'argues', 'insisted', 'insists', 'noted', 'replied', 'replies'],
  ...['responded', 'explained', 'explains', 'confirmed', 'confirms', 'denied', 'denies', 'claimed', 'claim'],
  ...['acknowledged', 'acknowledges', 'admitted', 'admits', 'conceded', 'recalled', 'recalls', 'remarked'],
  ...['stressed', 'stresses', 'emphasised', 'emphasized', 'reiterated', 'declared', 'declares', 'predicted'],
  ...['wrote', 'writes', 'tweeted', 'posted', 'briefed', 'concluded', 'cautioned', 'cautions', 'warned'],
  ...['warns', 'testified', 'vowed', 'pledged', 'suggested', 'suggests', 'estimated', 'reported', 'alleged'],
  ...['complained', 'joked', 'continued', 'commented', 'maintained', 'contended', 'asserted', 'quipped'],
]);

/** Other languages: enough to recognise that an interruption of a quotation names the speaker. */
const interruptingVerbs: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set([
    ...['sagte', 'sagt', 'sagten', 'sagen', 'erklärte', 'erklärt', 'betonte', 'betont', 'meinte', 'meint'],
    ...['fügte', 'ergänzte', 'warnte', 'warnt', 'teilte', 'fragte', 'antwortete', 'schrieb', 'kritisierte'],
  ]),
  fr: new Set([
    ...['dit', 'disait', 'déclaré', 'déclare', 'ajouté', 'ajoute', 'affirmé', 'affirme', 'expliqué'],
    ...['explique', 'précisé', 'précise', 'souligné', 'souligne', 'estimé', 'estime', 'assuré', 'assure'],
    ...['répondu', 'répond', 'écrit', 'martelé', 'lancé', 'lance'],
  ]),
};

/** Further languages: enough to recognise that a clause reports somebody's words. */
const reportingVerbs: Readonly<Record<string, ReadonlySet<string>>> = {
  ...interruptingVerbs,
  es: new Set([
    ...[
      'dijo',
      'dice',
      'dijeron',
      'dicen',
      'afirmó',
      'afirma',
      'declaró',
      'declara',
      'señaló',
      'señala',
      'añadió',
    ],
    ...['añade', 'explicó', 'explica', 'aseguró', 'asegura', 'advirtió', 'advierte', 'sostuvo', 'escribió'],
  ]),
  it: new Set([
    ...['detto', 'dice', 'disse', 'dichiarato', 'dichiara', 'affermato', 'afferma', 'aggiunto', 'aggiunge'],
    ...['spiegato', 'spiega', 'sottolineato', 'sottolinea', 'avvertito', 'avverte', 'scritto', 'scrive'],
  ]),
  pt: new Set([
    ...['disse', 'diz', 'disseram', 'afirmou', 'afirma', 'declarou', 'declara', 'acrescentou', 'explicou'],
    ...['explica', 'garantiu', 'garante', 'alertou', 'alerta', 'ressaltou', 'escreveu'],
  ]),
  nl: new Set([
    ...[
      'zei',
      'zegt',
      'zeiden',
      'zeggen',
      'verklaarde',
      'verklaart',
      'meldde',
      'meldt',
      'benadrukte',
      'stelde',
    ],
    ...['waarschuwde', 'voegde', 'schreef', 'liet'],
  ]),
  pl: new Set([
    ...[
      'powiedział',
      'powiedziała',
      'powiedzieli',
      'mówi',
      'mówią',
      'oświadczył',
      'oświadczyła',
      'dodał',
      'dodała',
    ],
    ...[
      'stwierdził',
      'stwierdziła',
      'podkreślił',
      'podkreśliła',
      'poinformował',
      'poinformowała',
      'ostrzegł',
      'napisał',
    ],
  ]),
  sv: new Set([
    ...[
      'sade',
      'sa',
      'säger',
      'uppgav',
      'uppger',
      'förklarade',
      'förklarar',
      'tillade',
      'betonade',
      'betonar',
    ],
    ...['varnade', 'varnar', 'skrev', 'skriver', 'meddelade'],
  ]),
  ru: new Set([
    ...[
      'сказал',
      'сказала',
      'сказали',
      'говорит',
      'заявил',
      'заявила',
      'заявили',
      'сообщил',
      'сообщила',
      'сообщили',
    ],
    ...[
      'отметил',
      'отметила',
      'добавил',
      'добавила',
      'подчеркнул',
      'подчеркнула',
      'пояснил',
      'пояснила',
      'написал',
    ],
  ]),
  uk: new Set([
    ...['сказав', 'сказала', 'сказали', 'каже', 'заявив', 'заявила', 'заявили', 'повідомив', 'повідомила'],
    ...['зазначив', 'зазначила', 'додав', 'додала', 'підкреслив', 'підкреслила', 'пояснив', 'написав'],
  ]),
  tr: new Set([
    'dedi',
    'diyor',
    'söyledi',
    'belirtti',
    'açıkladı',
    'ekledi',
    'vurguladı',
    'bildirdi',
    'kaydetti',
    'yazdı',
  ]),
  ar: new Set([
    'قال',
    'قالت',
    'قالوا',
    'يقول',
    'أعلن',
    'أعلنت',
    'أضاف',
    'أضافت',
    'أكد',
    'أكدت',
    'صرح',
    'صرحت',
    'أوضح',
    'ذكر',
  ]),
  fa: new Set(['گفت', 'گفته', 'گفتند', 'می‌گوید', 'افزود', 'اعلام', 'اظهار', 'نوشت', 'هشدار']),
  he: new Set([
    'אמר',
    'אמרה',
    'אמרו',
    'אומר',
    'אומרת',
    'הוסיף',
    'הוסיפה',
    'הדגיש',
    'הדגישה',
    'הודיע',
    'הודיעה',
    'כתב',
    'מסר',
  ]),
  ko: new Set(['말했다', '밝혔다', '전했다', '덧붙였다', '강조했다', '설명했다', '주장했다']),
};

/** The primary language of a BCP 47 tag; an unknown one is read as English. */
const primaryOf = (language: string): string => {
  const [primary = ''] = language.toLowerCase().split('-');
  return primary === '' || primary === 'und' ? 'en' : primary;
};

export const isEnglish = (language: string): boolean => primaryOf(language) === 'en';

/** The speech verbs of a language (BCP 47); none for a language without a list. */
export const speechVerbsOf = (language: string): ReadonlySet<string> =>
  isEnglish(language) ? englishSpeechVerbs : (interruptingVerbs[primaryOf(language)] ?? new Set());

/** The verbs that report in a language (BCP 47), of which more are known than of those that interrupt a quotation. */
export const reportingVerbsOf = (language: string): ReadonlySet<string> =>
  isEnglish(language) ? englishSpeechVerbs : (reportingVerbs[primaryOf(language)] ?? new Set());
