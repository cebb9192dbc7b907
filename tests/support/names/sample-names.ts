import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type {
  ExportedArticle,
  ExportedName,
  ExportedNames,
  ExportedOccurrence,
  ExportedStatement,
} from '#domain/exchange/names/exported-names.ts';
import { toTimestamp } from '#domain/time.ts';
import { gatherMarkings, type Markings } from '#domain/tradecraft/marking.ts';

export const exportedAt = toTimestamp(Date.parse('2026-04-26T09:30:00.000Z'));
const createdAt = toTimestamp(Date.parse('2026-04-20T08:00:00.000Z'));
const date = (text: string) => partialDateSchema.parse(text);

export const amber: Markings = gatherMarkings([
  { kind: 'tlp', label: 'TLP:AMBER' },
  { kind: 'banner', text: 'HOUSE ONLY' },
]);
export const unmarked: Markings = gatherMarkings([]);

/** A key in the form of a record id (UUIDv7). */
export const key = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const name = (
  number: number,
  said: Partial<ExportedName> & Pick<ExportedName, 'kind' | 'name'>,
): ExportedName => ({
  key: key(number),
  ...{ aliases: [], parentKey: null, reliability: null, positions: [], isReferredTo: false },
  ...{ marking: unmarked, createdAt },
  ...said,
});

export const ministry = name(1, { kind: 'organisation', name: 'Ministry of Trade', isReferredTo: true });
export const office = name(2, { kind: 'body', name: 'Press office', parentKey: key(1) });
/**
 * A person with every kind of post: dated to the day, to the month, undated, without an organisation, and in a place.
 */
export const brandt = name(3, {
  kind: 'person',
  name: 'Ilse Brandt',
  aliases: ['I. Brandt', '=Brandt', 'إلزه برانت'],
  parentKey: key(2),
  reliability: 'B',
  marking: amber,
  positions: [
    { role: 'Spokeswoman', organisationKey: key(2), from: date('2021'), until: date('2023-05') },
    { role: 'Minister', organisationKey: key(1), from: date('2023-05-02'), until: date('2023-05-02') },
    { role: 'Adviser', organisationKey: null, from: null, until: null },
    { role: 'Governor', organisationKey: key(4), from: null, until: date('2020') },
  ],
});
export const capri = name(4, { kind: 'place', name: 'Capri' });
export const dispatch = name(5, { kind: 'publication', name: 'Harbour Dispatch', isReferredTo: true });
export const paper = name(6, { kind: 'document', name: 'White Paper', parentKey: key(1) });

export const article: ExportedArticle = {
  key: key(20),
  title: 'Firms named',
  byline: 'A. Writer',
  publisher: 'Harbour Dispatch',
  publicationKey: key(5),
  url: 'https://example.org/firms',
  published: '2024-04-22',
  marking: amber,
  storedAt: createdAt,
};
export const bareArticle: ExportedArticle = {
  key: key(21),
  ...{ title: null, byline: null, publisher: null, publicationKey: null, url: null, published: null },
  marking: unmarked,
  storedAt: createdAt,
};

export const said: ExportedStatement = {
  key: key(30),
  articleKey: key(20),
  printed: '“We have named, at last, the firms”',
  speakerKey: key(3),
  concernedKeys: [key(4), key(6)],
  attribution: 'Ilse Brandt, quoted in Harbour Dispatch, 22 April 2024, para. 4; B3 via Harbour Dispatch (C)',
  paragraph: 4,
  grade: { reliability: 'B', credibility: 3 },
  marking: amber,
  createdAt,
};
export const ungradedSaid: ExportedStatement = {
  ...said,
  key: key(31),
  articleKey: key(21),
  printed: '“=HYPERLINK()”',
  speakerKey: null,
  concernedKeys: [key(3)],
  attribution: 'An untitled article',
  paragraph: null,
  grade: { reliability: null, credibility: null },
  marking: unmarked,
};

const event = (number: number, when: string, more: Partial<ExportedOccurrence> = {}): ExportedOccurrence => ({
  key: key(number),
  title: 'Firms named on Capri',
  date: edtfSchema.parse(when),
  ...{ isInferred: false, contested: [], marking: amber, createdAt },
  concernedKeys: [key(3), key(4)],
  statementKeys: [key(30)],
  ...more,
});
export const named = event(40, '2024-04-19', {
  isInferred: true,
  contested: [edtfSchema.parse('2024-04-18')],
});
export const events: readonly ExportedOccurrence[] = [
  named,
  event(41, '2024-05'),
  event(42, '2024-05~'),
  event(43, '2024-04-19/2024-04-26'),
  event(44, '../2024-04-19'),
  event(45, '-0300'),
];

export const everything: ExportedNames = {
  names: [brandt, capri, office, paper, dispatch, ministry],
  articles: [article, bareArticle],
  statements: [said, ungradedSaid],
  events,
  hasEvidence: true,
  marking: amber,
};
export const namesAlone: ExportedNames = {
  ...everything,
  names: everything.names.filter(({ key: id }) => id !== dispatch.key),
  ...{ articles: [], statements: [], events: [], hasEvidence: false },
};
