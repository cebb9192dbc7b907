/**
 * Names for tools that read FollowTheMoney 3: one entity a line, as JSON. No entity says more than the register and the
 * passages do: an organisation is no company or public body before somebody says so, and a grade is words in a note.
 * Which schema says what is in docs/decisions/0063-names-leave-in-two-standards.md.
 */

import { civilDay, daysOf, isoDay } from '../../dates/when/edtf.ts';
import { printEventDate } from '../../event/print-event-date.ts';
import { printTenure } from '../../source/position.ts';
import type { SourceKind } from '../../source/source.ts';
import { joinMarkings, printMarkings } from '../../tradecraft/marking.ts';
import {
  type ExportedArticle,
  type ExportedName,
  type ExportedNames,
  type ExportedOccurrence,
  type ExportedPosition,
  type ExportedStatement,
  eventsByStatement,
  gradeNote,
  type IdOf,
  isOrganisation,
  kindWord,
  reliabilityNote,
} from './exported-names.ts';

/** The values of a property; none and null are left out. */
type Values = readonly (string | null)[];
type Entity = { readonly id: string; readonly schema: string; readonly properties: Record<string, string[]> };

const entity = (id: string, schema: string, said: Readonly<Record<string, Values>>): Entity => {
  const properties: Record<string, string[]> = {};
  for (const [name, values] of Object.entries(said)) {
    const present = [...new Set(values.filter((value) => value !== null && value !== ''))] as string[];
    if (present.length > 0) properties[name] = present;
  }
  return { id, schema, properties };
};

const schemaOfKind: Readonly<Record<SourceKind, string>> = {
  person: 'Person',
  organisation: 'Organization',
  body: 'Organization',
  publication: 'Organization',
  document: 'Document',
  place: 'Address',
};

/** Kinds that are legal entities there: an event can involve them. */
const isLegalEntity = (name: ExportedName): boolean => name.kind === 'person' || isOrganisation(name);

type Book = {
  readonly byKey: ReadonlyMap<string, ExportedName>;
  readonly idOf: IdOf;
  /** Who held each post, by the id of its entity. */
  readonly holdersOf: ReadonlyMap<string, readonly ExportedName[]>;
};

const postId = ({ role, organisationKey }: ExportedPosition, idOf: IdOf): string =>
  idOf(`post ${organisationKey ?? ''} ${role}`);

const holders = (names: readonly ExportedName[], idOf: IdOf): Book['holdersOf'] => {
  const found = new Map<string, ExportedName[]>();
  for (const name of names) {
    for (const position of name.positions) {
      const id = postId(position, idOf);
      found.set(id, [...(found.get(id) ?? []), name]);
    }
  }
  return found;
};

const linked = ({ idOf }: Book, from: string, to: string, role: string, marking: string): Entity =>
  entity(idOf(`link ${from} ${role} ${to}`), 'UnknownLink', {
    subject: [from],
    object: [to],
    role: [role],
    description: [marking],
  });

/** What it stands below in the register, as a link of its own; an organisation names it as its parent. */
const placeOf = (name: ExportedName, book: Book, marking: string): readonly Entity[] => {
  const parent = name.parentKey === null ? undefined : book.byKey.get(name.parentKey);
  if (parent === undefined || (isOrganisation(name) && isOrganisation(parent))) return [];
  if (name.kind !== 'person' || !isOrganisation(parent))
    return [linked(book, name.key, parent.key, 'belongs to', marking)];
  return [
    entity(book.idOf(`member ${name.key} ${parent.key}`), 'Membership', {
      member: [name.key],
      organization: [parent.key],
      description: [marking],
    }),
  ];
};

/** The post, which several people may have held, with the markings of all of them, and that this one held it. */
const heldPost = (
  { key }: ExportedName,
  position: ExportedPosition,
  { byKey, idOf, holdersOf }: Book,
  marking: string,
): readonly Entity[] => {
  const { role, organisationKey, from, until } = position;
  const body = organisationKey === null ? undefined : byKey.get(organisationKey);
  const post = postId(position, idOf);
  return [
    entity(post, 'Position', {
      name: [role],
      organization: [body !== undefined && isOrganisation(body) ? body.key : null],
      description: [body !== undefined && !isOrganisation(body) ? `Of ${body.name}` : null],
      keywords: [printMarkings(joinMarkings((holdersOf.get(post) ?? []).map((holder) => holder.marking)))],
    }),
    entity(idOf(`held ${key} ${post} ${from ?? ''} ${until ?? ''}`), 'Occupancy', {
      holder: [key],
      post: [post],
      startDate: [from],
      endDate: [until],
      summary: [printTenure({ from, until })],
      description: [marking],
    }),
  ];
};

const ofKind = (name: ExportedName, { byKey }: Book): Readonly<Record<string, Values>> => {
  const parent = name.parentKey === null ? undefined : byKey.get(name.parentKey);
  switch (name.kind) {
    case 'place':
      return { full: [name.name] };
    case 'document':
      return { title: [name.name], fileName: [name.name] };
    case 'person':
      return { position: name.positions.map(({ role }) => role) };
    default:
      return {
        classification: [kindWord(name)],
        parent: [parent !== undefined && isOrganisation(parent) ? parent.key : null],
      };
  }
};

const nameEntities = (name: ExportedName, book: Book, hasEvidence: boolean): readonly Entity[] => {
  const marking = printMarkings(name.marking);
  const { reliability } = name;
  return [
    entity(name.key, schemaOfKind[name.kind], {
      name: [name.name],
      alias: name.aliases,
      keywords: [marking],
      ...ofKind(name, book),
    }),
    ...placeOf(name, book, marking),
    ...name.positions.flatMap((position) => heldPost(name, position, book, marking)),
    ...(hasEvidence && reliability !== null
      ? [
          entity(book.idOf(`reliability ${name.key}`), 'Note', {
            name: [`Reliability of ${name.name}`],
            description: [reliabilityNote(reliability)],
            entity: [name.key],
            keywords: [marking],
          }),
        ]
      : []),
  ];
};

const articleEntity = (article: ExportedArticle): Entity =>
  entity(article.key, 'Article', {
    name: [article.title],
    title: [article.title],
    fileName: [article.title ?? 'Untitled article'],
    author: [article.byline],
    publisher: [article.publisher],
    publishedAt: [article.published],
    retrievedAt: [article.storedAt],
    sourceUrl: [article.url],
    keywords: [printMarkings(article.marking)],
  });

/** Who speaks, who is spoken of, and who printed it, each as a link between the article and the name. */
const documented = (
  statement: ExportedStatement,
  article: ExportedArticle | undefined,
  book: Book,
): readonly Entity[] => {
  const marking = printMarkings(statement.marking);
  const parts: readonly (readonly [string, string | null])[] = [
    ['speaker', statement.speakerKey],
    ...statement.concernedKeys.map((key) => ['spoken of', key] as const),
    ['publication', article?.publicationKey ?? null],
  ];
  return parts.flatMap(([role, key]) =>
    key === null || !book.byKey.has(key)
      ? []
      : entity(book.idOf(`documented ${statement.articleKey} ${role} ${key}`), 'Documentation', {
          document: [statement.articleKey],
          entity: [key],
          role: [role],
          description: [marking],
        }),
  );
};

const namesOf = (keys: readonly (string | null)[], { byKey }: Book): readonly string[] =>
  keys.flatMap((key) => (key === null ? [] : (byKey.get(key)?.name ?? [])));

/** A passage as a note on all that it bears on, with the article as its proof. */
const statementEntity = (statement: ExportedStatement, eventKeys: readonly string[], book: Book): Entity => {
  const { key, speakerKey, concernedKeys } = statement;
  const known = [speakerKey, ...concernedKeys].filter((each) => each !== null && book.byKey.has(each));
  const said = namesOf([speakerKey], book).map((name) => `Said by ${name}.`);
  const about = namesOf(concernedKeys, book);
  return entity(key, 'Note', {
    name: [statement.attribution],
    description: [statement.printed],
    summary: [gradeNote(statement.grade)],
    notes: [[...said, ...(about.length === 0 ? [] : [`About ${about.join(', ')}.`])].join(' ')],
    entity: [...known, ...eventKeys],
    proof: [statement.articleKey],
    keywords: [printMarkings(statement.marking)],
  });
};

const plainDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;

const dayOf = (edge: number): string | null => {
  if (!Number.isFinite(edge)) return null;
  const { year } = civilDay(edge);
  return year >= 1 && year <= 9999 ? isoDay(edge) : null;
};

/** A date as precise as it is known; whatever is open, vague or a span has its first and its last day. */
const datesOf = ({ date }: ExportedOccurrence): Readonly<Record<string, Values>> => {
  if (plainDate.test(date)) return { date: [date] };
  const { first, last } = daysOf(date);
  return { startDate: [dayOf(first)], endDate: [dayOf(last)] };
};

const eventEntities = (
  event: ExportedOccurrence,
  articles: readonly string[],
  book: Book,
): readonly Entity[] => {
  const concerned = event.concernedKeys.flatMap((key) => book.byKey.get(key) ?? []);
  const marking = printMarkings(event.marking);
  return [
    entity(event.key, 'Event', {
      name: [event.title],
      ...datesOf(event),
      summary: [printEventDate(event)],
      involved: concerned.filter(isLegalEntity).map(({ key }) => key),
      proof: articles,
      keywords: [marking],
    }),
    ...concerned
      .filter((name) => !isLegalEntity(name))
      .map(({ key }) => linked(book, event.key, key, 'concerns', marking)),
  ];
};

/** One entity a line, each id once. */
export const printFtm = (
  { names, articles, statements, events, hasEvidence }: ExportedNames,
  idOf: IdOf,
): string => {
  const byKey = new Map(names.map((name) => [name.key, name]));
  const book: Book = { byKey, idOf, holdersOf: holders(names, idOf) };
  const articleOf = new Map(articles.map((article) => [article.key, article]));
  const statementOf = new Map(statements.map((statement) => [statement.key, statement]));
  const eventsOf = eventsByStatement(events);
  const entities = [
    ...names.flatMap((name) => nameEntities(name, book, hasEvidence)),
    ...articles.map(articleEntity),
    ...statements.flatMap((statement) => [
      statementEntity(statement, eventsOf.get(statement.key) ?? [], book),
      ...documented(statement, articleOf.get(statement.articleKey), book),
    ]),
    ...events.flatMap((event) => {
      const saidIn = event.statementKeys.flatMap((key) => statementOf.get(key)?.articleKey ?? []);
      return eventEntities(event, saidIn, book);
    }),
  ];
  const once = new Map(entities.map((each) => [each.id, each]));
  return [...once.values()].map((each) => `${JSON.stringify(each)}\n`).join('');
};
