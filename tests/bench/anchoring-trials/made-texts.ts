// Articles made for the trials: sentences put together at random from parts, in several languages, laid out as a
// report, with captions that repeat, in paragraphs that differ in little, or as a live blog.

/** Numbers from 0 to 1 (excluded), the same for the same seed (mulberry32). */
export const createRandom = (seed: number): Random => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return { next, below, pick };
};
export type Random = {
  readonly next: () => number;
  readonly below: (count: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
};

type Language = {
  readonly parts: readonly (readonly string[])[];
  readonly join: string;
  readonly end: string;
  readonly caption: string;
};

const english: Language = {
  parts: [
    [
      'The harbour office',
      'A spokesman for the ministry',
      'Two brokers',
      'The pilots’ union',
      'Officials in Vessen',
      'The inspector’s report',
      'Residents of the quay',
      'The court',
    ],
    [
      'said that',
      'confirmed on Monday that',
      'denied that',
      'told reporters that',
      'wrote that',
      'warned that',
    ],
    [
      '24 ships',
      'three tankers',
      'some 12 barges',
      '“most of the fleet”',
      'a third of the cargo',
      'the old lock',
      'traffic - even by night -',
      'no vessel',
      'the strait’s traffic',
      '45 per cent of freight',
    ],
    [
      'had been held',
      'would be let through',
      'was sent back',
      'remains blocked',
      'had to wait',
      'will be inspected',
    ],
    [
      'at the northern lock',
      'near the outer roads',
      'off the café on the quay',
      'by order of the court',
      'for 5 days',
      'until the tide turned',
      'in spite of the fog',
      'since rates rose to 3',
    ],
    [
      'before dawn',
      'and nobody gave a reason',
      'as in 2019',
      'and crews want to leave',
      'for now',
      'at a cost of 7 million',
    ],
  ],
  join: ' ',
  end: '.',
  caption: 'Photo: Vessen Press Office',
};
const german: Language = {
  parts: [
    ['Das Hafenamt', 'Eine Sprecherin', 'Der Lotsenverband', 'Die Behörde', 'Ein Makler', 'Das Gericht'],
    [
      'teilte mit, dass',
      'bestätigte am Montag, dass',
      'bestritt, dass',
      'warnte davor, dass',
      'schrieb, dass',
    ],
    [
      '24 Schiffe',
      'drei Tanker',
      '„die ganze Flotte“',
      'ein Drittel der Ladung',
      'die alte Schleuse',
      '45 Prozent',
    ],
    ['an der Nordschleuse', 'auf der Außenreede', 'wegen des Nebels', 'für 5 Tage', 'trotz der Strömung'],
    ['festgehalten wurden', 'geprüft werden', 'umkehren mussten', 'gesperrt bleiben', 'warten sollen'],
    ['und niemand sagte warum', 'wie schon 2019', 'bis auf Weiteres', 'für 7 Millionen Euro'],
  ],
  join: ' ',
  end: '.',
  caption: 'Foto: Pressestelle Vessen',
};
const french: Language = {
  parts: [
    ['La capitainerie', 'Un porte-parole', 'Le syndicat des pilotes', 'Le tribunal', 'Deux courtiers'],
    ['a déclaré que', 'a confirmé lundi que', 'a démenti que', 'a écrit que', 'craint que'],
    [
      '24 navires',
      'trois pétroliers',
      '« toute la flotte »',
      'un tiers du fret',
      'l’ancienne écluse',
      '45 % du trafic',
    ],
    ['restaient bloqués', 'seraient inspectés', 'avaient dû attendre', 'rebroussaient chemin'],
    ['à l’écluse nord', 'au large du café', 'pendant 5 jours', 'malgré le brouillard', 'sur ordre du juge'],
    ['avant l’aube', 'sans donner de raison', 'comme en 2019', 'pour 7 millions d’euros'],
  ],
  join: ' ',
  end: '.',
  caption: 'Photo : service de presse de Vessen',
};
const russian: Language = {
  parts: [
    ['Управление порта', 'Представитель министерства', 'Профсоюз лоцманов', 'Суд', 'Два брокера'],
    ['сообщило, что', 'подтвердил в понедельник, что', 'отрицал, что', 'предупредил, что'],
    ['24 судна', 'три танкера', '«весь флот»', 'треть груза', 'старый шлюз', '45 процентов груза'],
    ['задержали', 'пропустят', 'вернули назад', 'проверят', 'остановили'],
    ['у северного шлюза', 'на внешнем рейде', 'на 5 дней', 'из-за тумана', 'по решению суда'],
    ['до рассвета', 'и причин не назвали', 'как в 2019 году', 'за 7 миллионов'],
  ],
  join: ' ',
  end: '.',
  caption: 'Фото: пресс-служба порта',
};
const arabic: Language = {
  parts: [
    ['قال مكتب الميناء', 'أكد متحدث باسم الوزارة', 'نفى اتحاد المرشدين', 'ذكرت المحكمة', 'حذر وسيطان من'],
    ['أن'],
    ['24 سفينة', 'ثلاث ناقلات', '«الأسطول كله»', 'ثلث الحمولة', 'القفل القديم'],
    ['احتجزت', 'ستفتش', 'أعيدت', 'ما زالت تنتظر'],
    ['عند القفل الشمالي', 'في المرسى الخارجي', 'لمدة 5 أيام', 'بسبب الضباب', 'بأمر القاضي'],
    ['قبل الفجر', 'ولم يذكر سبب', 'كما في عام 2019', 'حتى إشعار آخر'],
  ],
  join: ' ',
  end: '.',
  caption: 'صورة: المكتب الصحفي',
};
const japanese: Language = {
  parts: [
    ['港湾局は', '報道官は', '水先人組合は', '裁判所は', '二人の仲買人は'],
    ['北水門で', '外港で', '旧運河の入口で', '岸壁の近くで'],
    ['24隻の船が', '3隻のタンカーが', '全船隊が', '貨物の三分の一が'],
    ['夜明け前に', '霧のため', '5日間', '命令により', '2019年と同じく'],
    ['足止めされたと', '検査されると', '引き返したと', '待機していると'],
    ['発表した', '月曜日に確認した', '否定した', '記者団に述べた', '警告した'],
  ],
  join: '',
  end: '。',
  caption: '写真：広報室',
};

export const languages = { english, german, french, russian, arabic, japanese } as const;
export type LanguageName = keyof typeof languages;
export const styles = ['report', 'captions', 'parallel', 'live blog'] as const;
export type Style = (typeof styles)[number];

export const makeSentence = (name: LanguageName, random: Random): string => {
  const { parts, join, end } = languages[name];
  const said = parts.map((choices) => random.pick(choices)).join(join);
  // Most have a day of their own: two sentences that are the same by chance can't be told apart by anybody.
  if (random.next() < 0.2) return said + end;
  const day = `${1 + random.below(28)}.${1 + random.below(12)}.${1990 + random.below(36)}`;
  return join === '' ? `${said}（${day}）${end}` : `${said} (${day})${end}`;
};

export const sentenceGap = (name: LanguageName): string => (languages[name].join === '' ? '' : ' ');

export const makeParagraph = (name: LanguageName, random: Random): string =>
  Array.from({ length: 2 + random.below(4) }, () => makeSentence(name, random)).join(sentenceGap(name));

const makeParallel = (name: LanguageName, random: Random): readonly string[] => {
  const frame = makeSentence(name, random);
  const other = makeSentence(name, random);
  return Array.from({ length: 12 }, (_, day) =>
    [frame.replace(/\d+/u, String(20 + day)), makeSentence(name, random), other].join(sentenceGap(name)),
  );
};

/** The paragraphs of an article. */
export const makeText = (name: LanguageName, style: Style, random: Random): readonly string[] => {
  const { caption } = languages[name];
  const paragraphs = Array.from({ length: 12 + random.below(14) }, () => makeParagraph(name, random));
  switch (style) {
    case 'report':
      return paragraphs;
    case 'captions':
      return paragraphs.flatMap((paragraph, at) => (at % 3 === 1 ? [paragraph, caption] : [paragraph]));
    case 'parallel':
      return [...paragraphs.slice(0, 4), ...makeParallel(name, random), ...paragraphs.slice(4, 8)];
    case 'live blog':
      return paragraphs.flatMap((paragraph, at) => [
        `${9 + Math.floor(at / 4)}:${10 + ((at * 13) % 50)}`,
        paragraph,
        caption,
      ]);
  }
};
