/** Thirty sources of many kinds, as input for a citation style. */
import type { CitedWork } from '#domain/memo/citation-style/cited-work.ts';

type Given = Partial<CitedWork> & Pick<CitedWork, 'type' | 'title'>;

const person = (given: string, family: string) => ({ given, family });
const office = (literal: string) => ({ literal });

const given: readonly Given[] = [
  {
    type: 'article-newspaper',
    title: 'Harbour closes after warning',
    authors: [person('Jane', 'Miller')],
    container: 'Harbour Dispatch',
  },
  {
    type: 'article-newspaper',
    title: 'Port workers’ strike: what is known',
    authors: [person('Jane', 'Miller'), person('John', 'Smith')],
    container: 'Harbour Dispatch',
    published: '2026-05-04',
  },
  { type: 'article-newspaper', title: 'Envoy carries a warning', authors: [], container: 'Harbour Dispatch' },
  {
    type: 'article-newspaper',
    title: 'Ships wait at sea',
    authors: [office('Reuters')],
    container: 'Reuters',
    published: '2026-05-02',
  },
  {
    type: 'article-newspaper',
    title: 'Hafen schließt nach Warnung der Regierung',
    authors: [person('Uwe', 'Schäfer'), person('Anna', 'Groß')],
    container: 'Hamburger Bote',
    language: 'de',
  },
  {
    type: 'article-newspaper',
    title: 'Der Streik und seine Folgen',
    authors: [],
    container: 'Hamburger Bote',
    language: 'de',
    published: '2026-05-05',
  },
  {
    type: 'article-newspaper',
    title: 'Порт закрыт',
    authors: [person('Иван', 'Петров')],
    container: 'Морские вести',
    language: 'ru',
  },
  {
    type: 'article-newspaper',
    title: 'الميناء مغلق',
    authors: [office('محمد علي')],
    container: 'صحيفة الميناء',
    language: 'ar',
  },
  {
    type: 'article-newspaper',
    title: '港口关闭',
    authors: [office('王小明')],
    container: '港口日报',
    language: 'zh',
  },
  {
    type: 'article-newspaper',
    title: 'Le port ferme ses portes',
    authors: [person('Zoé', 'Lefèvre')],
    container: 'Le Phare',
    language: 'fr',
  },
  {
    type: 'article-magazine',
    title: 'The price of waiting',
    authors: [person('Ana', 'Ruiz')],
    container: 'Trade Weekly',
  },
  {
    type: 'article-magazine',
    title: 'Who owns the quay',
    authors: [],
    container: 'Trade Weekly',
    published: '2026-04-01',
  },
  {
    type: 'article-journal',
    title: 'Chokepoints and freight rates',
    authors: [person('Li', 'Wei'), person('Omar', 'Haddad'), person('Ana', 'Ruiz')],
    container: 'Journal of Ports',
    published: '2025-11-01',
    doi: '10.1000/182',
  },
  {
    type: 'report',
    title: 'Annual review of port security',
    authors: [office('Ministry of Ports')],
    container: null,
    published: '2025-12-31',
  },
  {
    type: 'report',
    title: 'Freight outlook',
    authors: [person('John', 'Smith')],
    container: 'Institute of Freight',
  },
  {
    type: 'report',
    title: 'Book of tides',
    authors: [person('Ursula', 'Leyen')].map((name) => ({ ...name, prefix: 'von der' })),
    container: 'Tide Press',
    published: '2020-01-01',
  },
  {
    type: 'webpage',
    title: 'Port notices',
    authors: [office('Port Authority of Varna')],
    container: 'Port Authority of Varna',
  },
  { type: 'webpage', title: 'About the quay', authors: [], container: null, published: null },
  { type: 'webpage', title: 'Opening hours', authors: [], container: 'Port of Varna', published: null },
  {
    type: 'post',
    title: 'The port is shut',
    authors: [person('Jane', 'Miller')],
    container: 'Harbour Forum',
  },
  {
    type: 'post',
    title: 'Seen from the pier',
    authors: [],
    container: 'Harbour Forum',
    published: '2026-05-06',
  },
  { type: 'broadcast', title: 'Evening bulletin', authors: [], container: 'Radio Varna' },
  {
    type: 'broadcast',
    title: 'The strike, hour by hour',
    authors: [person('Omar', 'Haddad')],
    container: 'Harbour Television',
  },
  {
    type: 'interview',
    title: 'The minister on the port',
    authors: [person('Ilse', 'Brandt')],
    container: 'Harbour Dispatch',
  },
  { type: 'speech', title: 'Remarks at the quay', authors: [person('Ilse', 'Brandt')], container: null },
  {
    type: 'hearing',
    title: 'Hearing on port security',
    authors: [office('Committee on Ports')],
    container: null,
  },
  { type: 'legislation', title: 'Ports Act', authors: [], container: null, published: '2019-06-01' },
  { type: 'treaty', title: 'Convention on passage', authors: [], container: null, published: '1982-12-10' },
  {
    type: 'dataset',
    title: 'Calls at Varna',
    authors: [office('Port Authority of Varna')],
    container: 'Port Authority of Varna',
  },
  {
    type: 'personal_communication',
    title: 'Letter of the harbour master',
    authors: [person('Petar', 'Ivanov')],
    container: null,
    url: null,
  },
];

/** Numbered from 1. */
export const citedWorks: readonly CitedWork[] = given.map((work, at) => ({
  number: at + 1,
  authors: [],
  container: null,
  published: '2026-05-03',
  printedDay: null,
  accessed: '2026-05-10',
  url: `https://example.org/${at + 1}`,
  doi: null,
  language: 'en-GB',
  marks: [],
  remarks: [],
  ...work,
}));
