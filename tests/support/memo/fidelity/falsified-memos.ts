/** Memos that differ from what they cite, by the kind of falsification. */
import type { FidelityCase } from './fidelity-case.ts';

const port = [
  'The harbour board said on Monday that 245 containers were moved before the storm.',
  '“We did not agree to sell the northern quay to any foreign company,” Marta Lindqvist, the mayor, told reporters.',
  'The loan for the new lock comes to 271 million euros and runs for thirty years.',
  'The union denied that water had been sold to the refinery.',
  'If the lower gate fails, the town will have to be evacuated within two days.',
  'At least 40 crews went home without pay in the spring.',
  '“The charge is unfounded,” said Tomas Berg, who leads the yard. The repair costs $1,833 a day.',
  'Officials refused to confirm the closure of the eastern channel.',
];
const de = [
  'Die Hafenverwaltung bestritt, dass Wasser an die Raffinerie verkauft worden sei.',
  'Der Betreiber verkauft das Gelände nicht an ausländische Firmen.',
  'Wenn das untere Tor versagt, muss die Stadt geräumt werden.',
  'Mindestens 40 Mannschaften gingen im Frühjahr ohne Lohn nach Hause.',
];
const fr = [
  'Le port n’a pas vendu le quai nord à une entreprise étrangère.',
  'Le syndicat dément que de l’eau ait été livrée à la raffinerie.',
  'Si la porte basse cède, la ville devra être évacuée en deux jours.',
];
const es = [
  'El puerto no vendió el muelle norte a ninguna empresa extranjera.',
  'El sindicato niega que se haya entregado agua a la refinería.',
];

type Entry = readonly [passage: string, memo: string, more?: Partial<FidelityCase>];
const of = (kind: string, text: readonly string[], ...entries: readonly Entry[]): readonly FidelityCase[] =>
  entries.map(([passage, memo, more = {}]) => ({ kind, text, passage, memo, ...more }));
const inLanguage = (
  language: string,
  text: readonly string[],
  passage: string,
  memo: string,
): FidelityCase => ({
  kind: 'frame in another language',
  language,
  text,
  passage,
  memo,
});

export const falsifiedMemos: readonly FidelityCase[] = [
  ...of(
    'nearly verbatim',
    port,
    [
      'We did not agree to sell',
      'The mayor said “We did agree to sell the northern quay to any foreign company” {}.',
    ],
    ['245 containers', 'The board counted “254 containers were moved before the storm” {}.'],
    ['245 containers', 'It moved “254 containers” {}.'],
    ['271 million euros', 'The loan “comes to 271 billion euros and runs for thirty years” {}.'],
    ['271 million euros', 'The loan “comes to 301 million euros” {}.'],
    ['The loan for the new lock', 'The loan “runs for thirteen years” {}.'],
    ['At least 40 crews', 'In spring “40 crews went home with pay in the spring” {}.'],
    ['within two days', 'The town “will not have to be evacuated within two days” {}.'],
    ['the lower gate fails', 'The plan says “the upper gate fails, the town will have to be evacuated” {}.'],
    [
      'We did not agree to sell',
      'She said “We did not agree to sell the southern quay to any foreign company” {}.',
    ],
  ),
  ...of(
    'invented',
    port,
    ['271 million euros', 'The board wrote “the contract was signed in secret by both ministers” {}.'],
    ['The charge is unfounded', 'Berg said “nobody will ever work here again under this owner” {}.'],
    ['245 containers', 'It was “the largest theft of goods in the history of the coast” {}.'],
    ['At least 40 crews', 'They called it “a shameful betrayal of every working family” {}.'],
  ),
  ...of(
    'frame lost',
    port,
    ['water had been sold to the refinery', 'The union said “water had been sold to the refinery” {}.'],
    ['water had been sold to the refinery', 'It is reported that {whole}.'],
    [
      'agree to sell the northern quay',
      'She would “agree to sell the northern quay to any foreign company” {}.',
    ],
    [
      'confirm the closure of the eastern channel',
      'Officials “confirm the closure of the eastern channel” {}.',
    ],
    ['confirm the closure', 'Officials “confirm the closure […] eastern channel” {}.'],
    ['the lower gate fails', 'The engineers know that “the lower gate fails” {}.'],
    [
      'the town will have to be evacuated',
      'We learn that “the town will have to be evacuated within two days” {}.',
    ],
    ['40 crews went home', 'In spring “40 crews went home without pay” {}.'],
    ['water had been sold', 'The union said “water […] to the refinery” {}.'],
  ),
  ...of(
    'frame lost',
    [
      'The ministry never said the pipeline was safe.',
      'Only the harbour police saw the ship.',
      'The plant can run unless the river rises.',
      'It is the worst flood since 1950 in the valley.',
      'Nearly half of the crew was ill, and about 300 dockers stayed away.',
      'The envoy may have signed the order.',
    ],
    ['the pipeline was safe', 'The ministry said “the pipeline was safe” {}.'],
    ['The plant can run', 'The report says “The plant can run” {}.'],
    ['the worst flood', 'It was “the worst flood” {}.'],
    ['half of the crew was ill', 'We know that “half of the crew was ill” {}.'],
    ['300 dockers stayed away', 'There “300 dockers stayed away” {}.'],
    ['signed the order', 'The envoy “signed the order” {}.'],
    ['the harbour police saw the ship', 'We read that “the harbour police saw the ship” {}.'],
  ),
  ...of(
    'one word, one number',
    port,
    ['The charge is unfounded', 'Berg calls the charge “founded” {}.'],
    ['$1,833 a day', 'The repair costs “$1,83” a day {}.'],
    ['271 million euros', 'The loan is “27” million {}.'],
  ),
  ...of(
    'wrong speaker',
    [
      '“We did not agree to sell the quay,” Marta Lindqvist, the mayor, told reporters.',
      '“The charge is unfounded,” said Tomas Berg, who leads the yard.',
      'Ilse Brandt said the yard would close in May.',
    ],
    ['We did not agree to sell the quay', 'Tomas Berg said “We did not agree to sell the quay” {}.'],
    ['The charge is unfounded', '“The charge is unfounded,” Marta Lindqvist said {}.'],
    ['The charge is unfounded', 'Marta Lindqvist said {whole}.'],
    ['We did not agree to sell the quay', 'According to Ilse Brandt, {whole}.'],
    ['The charge is unfounded', 'Ilse Brandt told reporters “The charge is unfounded” {}.'],
    ['the yard would close in May', 'Tomas Berg said the yard would close in May {}.'],
    ['The charge is unfounded', 'Marta Lindqvist said that the charge had no ground {}.'],
  ),
  ...of(
    'printed fields',
    port,
    ['245 containers', 'Board: “254 containers were moved before the storm”', { field: 'heading' }],
    ['245 containers', 'Port: “254 containers were moved before the storm”', { field: 'title' }],
    [
      '245 containers',
      'The board says “254 containers were moved before the storm”.',
      { field: 'confidenceReason' },
    ],
    ['245 containers', 'That “254 containers were moved before the storm” holds.', { field: 'assumptions' }],
    ['245 containers', 'If “254 containers were moved before the storm” falls.', { field: 'wouldChange' }],
    ['245 containers', '“254 containers were moved before the storm”', { field: 'table' }],
    ['245 containers', 'It says “254 containers were moved before the storm”.', { field: 'footnote' }],
  ),
  inLanguage(
    'de',
    de,
    'Wasser an die Raffinerie verkauft',
    'Die Verwaltung sagte, dass „Wasser an die Raffinerie verkauft worden sei“ {}.',
  ),
  inLanguage('de', de, 'verkauft das Gelände', 'Der Betreiber „verkauft das Gelände“ {}.'),
  inLanguage('de', de, 'muss die Stadt geräumt werden', 'Es hieß, „muss die Stadt geräumt werden“ {}.'),
  inLanguage('de', de, '40 Mannschaften', 'Im Frühjahr gingen „40 Mannschaften“ heim {}.'),
  inLanguage(
    'fr',
    fr,
    'vendu le quai nord',
    'Le port a « vendu le quai nord à une entreprise étrangère » {}.',
  ),
  inLanguage(
    'fr',
    fr,
    'de l’eau ait été livrée',
    'On dit que « de l’eau ait été livrée à la raffinerie » {}.',
  ),
  inLanguage('es', es, 'vendió el muelle norte', 'El puerto «vendió el muelle norte» {}.'),
  inLanguage(
    'es',
    es,
    'se haya entregado agua',
    'El sindicato dice que «se haya entregado agua a la refinería» {}.',
  ),
  inLanguage(
    'it',
    ['Il sindacato nega che l’acqua sia stata venduta alla raffineria.'],
    'l’acqua sia stata venduta',
    'Il sindacato dice che «l’acqua sia stata venduta alla raffineria» {}.',
  ),
  inLanguage(
    'pt',
    ['O porto não vendeu o cais norte à empresa.'],
    'vendeu o cais norte',
    'O porto «vendeu o cais norte à empresa» {}.',
  ),
  inLanguage(
    'nl',
    ['De vakbond ontkent dat er water is verkocht aan de raffinaderij.'],
    'er water is verkocht',
    'De bond zegt dat “er water is verkocht aan de raffinaderij” {}.',
  ),
  inLanguage(
    'pl',
    ['Zarząd portu zaprzeczył, że woda została sprzedana rafinerii.'],
    'woda została sprzedana',
    'Zarząd wie, że „woda została sprzedana rafinerii” {}.',
  ),
  inLanguage(
    'sv',
    ['Hamnen har aldrig sålt den norra kajen till bolaget.'],
    'sålt den norra kajen',
    'Hamnen har ”sålt den norra kajen till bolaget” {}.',
  ),
  inLanguage(
    'ru',
    ['Профсоюз отрицает, что вода была продана заводу.'],
    'вода была продана',
    'Профсоюз сообщил, что «вода была продана заводу» {}.',
  ),
  inLanguage(
    'uk',
    ['Порт не продав північний причал компанії.'],
    'продав північний причал',
    'Порт «продав північний причал компанії» {}.',
  ),
  inLanguage(
    'tr',
    ['Sendika suyun rafineriye satıldığını yalanladı.'],
    'suyun rafineriye satıldığını',
    'Sendika “suyun rafineriye satıldığını” bildirdi {}.',
  ),
  inLanguage(
    'ar',
    ['نفت النقابة أن المياه بيعت إلى المصفاة.'],
    'المياه بيعت إلى المصفاة',
    'تقول النقابة إن «المياه بيعت إلى المصفاة» {}.',
  ),
  inLanguage(
    'fa',
    ['اتحادیه فروش آب به پالایشگاه را تکذیب کرد.'],
    'فروش آب به پالایشگاه',
    'اتحادیه از «فروش آب به پالایشگاه» خبر داد {}.',
  ),
  inLanguage(
    'he',
    ['האיגוד הכחיש שהמים נמכרו לבית הזיקוק.'],
    'המים נמכרו לבית הזיקוק',
    'האיגוד אומר: “המים נמכרו לבית הזיקוק” {}.',
  ),
  inLanguage('zh', ['港务局否认水已卖给炼油厂。'], '水已卖给炼油厂', '港务局说“水已卖给炼油厂” {}。'),
  inLanguage(
    'ja',
    ['港湾局は水を製油所に売ったことを否定した。'],
    '水を製油所に売った',
    '港湾局は“水を製油所に売った”と言う {}。',
  ),
  inLanguage(
    'ko',
    ['항만청은 물을 정유소에 팔았다는 것을 부인했다.'],
    '물을 정유소에 팔았다',
    '항만청은 “물을 정유소에 팔았다”고 말했다 {}.',
  ),
  ...of(
    'marking',
    port,
    [
      '245 containers',
      'The board moved some containers {}.',
      { marking: 'TLP:RED', head: { marking: null } },
    ],
    ['245 containers', 'The board moved some containers {}.', { marking: 'TLP:RED' }],
    [
      '245 containers',
      'The board moved some containers {}.',
      { marking: 'TLP:GREEN', head: { marking: null } },
    ],
    [
      '245 containers',
      'The board moved some containers {}.',
      { head: { marking: { kind: 'banner', text: 'TLP: AMBER' } } },
    ],
    ['245 containers', 'The board moved some containers {}. This is tlp:green.', {}],
    ['245 containers', 'The board moved some containers {}.', { head: { restrictions: 'TLP:ORANGE' } }],
    ['245 containers', 'The board moved some containers (TLP:AMBER STRICT) {}.', {}],
  ),
  ...of(
    'doctrine',
    port,
    [
      '245 containers',
      'The port is likely to close {}.',
      { attrs: { confidence: 'high' }, grade: { reliability: 'D', credibility: 4 } },
    ],
    [
      '245 containers',
      'The port is likely to close {}. We have low confidence in this.',
      { attrs: { confidence: 'high' } },
    ],
    ['245 containers', 'The port is likely to be in use {}.', { attrs: {}, publishedAt: '2016-03-01' }],
    ['245 containers', 'The board moved 254 containers before the storm {}.', {}],
    ['271 million euros', 'The loan for the lock comes to 301 million euros {}.', {}],
    ['245 containers', 'Several independent sources say that containers were moved {}.', {}],
    ['245 containers', 'A closure is likely (95 %) {}.', {}],
  ),
];
