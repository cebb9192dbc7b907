/**
 * Names for platforms that read STIX 2.1: a bundle of its standard objects. People, bodies and publications are
 * identities, places locations; what is said and what happened are notes on them, and a grade is words in a note, never
 * `confidence`, which is a scale of probability. Ids are the same each time, and each export is a new version.
 */

import { printEventDate } from '../../event/print-event-date.ts';
import { printTenure } from '../../source/position.ts';
import type { SourceKind } from '../../source/source.ts';
import type { Timestamp } from '../../time.ts';
import type { Markings } from '../../tradecraft/marking.ts';
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
  kindWord,
  reliabilityNote,
} from './exported-names.ts';
import { markingDefinitions, markingRefs } from './stix-markings.ts';

type Bundle = {
  readonly byKey: ReadonlyMap<string, ExportedName>;
  readonly idOf: IdOf;
  /** When the file is made: each export is a version of its objects. */
  readonly at: Timestamp;
};

/** Of the open vocabulary; none of what is no person and no body. */
const identityClass: Readonly<Partial<Record<SourceKind, string>>> = {
  person: 'individual',
  organisation: 'organization',
  body: 'organization',
  publication: 'organization',
};

const object = (
  type: string,
  words: string,
  { createdAt, marking }: { readonly createdAt: Timestamp; readonly marking: Markings },
  { idOf, at }: Bundle,
  said: Readonly<Record<string, unknown>>,
): object => {
  const refs = markingRefs(marking, idOf);
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${idOf(`${type} ${words}`)}`,
    // A clock that was wrong makes no object that is newer than itself.
    created: createdAt < at ? createdAt : at,
    modified: at,
    ...(refs.length === 0 ? {} : { object_marking_refs: refs }),
    ...said,
  };
};

const typeOf = ({ kind }: ExportedName): string => (kind === 'place' ? 'location' : 'identity');
const refOf = (name: ExportedName, { idOf }: Bundle): string =>
  `${typeOf(name)}--${idOf(`${typeOf(name)} ${name.key}`)}`;
const refsOf = (keys: readonly (string | null)[], bundle: Bundle): readonly string[] => [
  ...new Set(
    keys.flatMap((key) => {
      const name = key === null ? undefined : bundle.byKey.get(key);
      return name === undefined ? [] : refOf(name, bundle);
    }),
  ),
];

/** "Minister of Trade, April 2021 to 2023". */
const printPost = ({ role, from, until }: ExportedPosition): string => {
  const tenure = printTenure({ from, until });
  return tenure === '' ? role : `${role}, ${tenure}`;
};

const describeName = (name: ExportedName): string => {
  const aliases = name.aliases.length === 0 ? [] : [`Also known as ${name.aliases.join(', ')}.`];
  const posts = name.positions.map((position) => `${printPost(position)}.`);
  return [`${kindWord(name)}.`, ...aliases, ...posts].join(' ');
};

const nameObject = (name: ExportedName, bundle: Bundle): object => {
  const roles = [...new Set(name.positions.map(({ role }) => role))];
  const classed = identityClass[name.kind];
  return object(typeOf(name), name.key, name, bundle, {
    name: name.name,
    description: describeName(name),
    ...(name.kind === 'place'
      ? // A location has to have a region, a country or coordinates; the vocabulary of regions is open.
        { region: name.name }
      : {
          ...(classed === undefined ? {} : { identity_class: classed }),
          ...(roles.length === 0 ? {} : { roles }),
        }),
  });
};

/** A day that is known to the day; a year is no moment. */
const instantOf = (date: string | null): string | null =>
  date?.length === 10 ? `${date}T00:00:00.000Z` : null;

const related = (
  name: ExportedName,
  toKey: string | null,
  description: string,
  bundle: Bundle,
  times: Pick<ExportedPosition, 'from' | 'until'> = { from: null, until: null },
): readonly object[] => {
  const to = toKey === null ? undefined : bundle.byKey.get(toKey);
  if (to === undefined) return [];
  const start = instantOf(times.from);
  const stop = instantOf(times.until);
  return [
    object('relationship', `${name.key} ${description} ${to.key}`, name, bundle, {
      relationship_type: 'related-to',
      description,
      source_ref: refOf(name, bundle),
      target_ref: refOf(to, bundle),
      ...(start === null ? {} : { start_time: start }),
      // It has to be later than the start (STIX 2.1, 5.1).
      ...(stop === null || stop === start ? {} : { stop_time: stop }),
    }),
  ];
};

const ofName = (name: ExportedName, bundle: Bundle, hasEvidence: boolean): readonly object[] => [
  nameObject(name, bundle),
  ...related(name, name.parentKey, 'Belongs to', bundle),
  ...name.positions.flatMap((position) =>
    related(name, position.organisationKey, printPost(position), bundle, position),
  ),
  ...(hasEvidence && name.reliability !== null
    ? [
        object('note', `reliability ${name.key}`, name, bundle, {
          abstract: `Reliability of ${name.name}`,
          content: reliabilityNote(name.reliability),
          object_refs: [refOf(name, bundle)],
        }),
      ]
    : []),
];

/** Where it was read. Without an address, the title is what is known of it (a reference has to say something). */
const referenceTo = (article: ExportedArticle | undefined): object => ({
  source_name: article?.publisher ?? article?.title ?? 'Untitled article',
  description: [article?.title ?? 'Untitled article', article?.published ?? null]
    .filter((part) => part !== null)
    .join(', '),
  ...(article === undefined || article.url === null ? {} : { url: article.url }),
});

const noteRef = (words: string, { idOf }: Bundle): string => `note--${idOf(`note ${words}`)}`;

const statementNote = (
  statement: ExportedStatement,
  article: ExportedArticle | undefined,
  eventKeys: readonly string[],
  bundle: Bundle,
): readonly object[] => {
  const { speakerKey, concernedKeys } = statement;
  const names = refsOf([speakerKey, ...concernedKeys, article?.publicationKey ?? null], bundle);
  const refs = [...names, ...eventKeys.map((key) => noteRef(`event ${key}`, bundle))];
  if (refs.length === 0) return [];
  const nameOf = (key: string | null): readonly string[] =>
    key === null ? [] : [bundle.byKey.get(key)?.name ?? []].flat();
  const about = concernedKeys.flatMap(nameOf);
  const grade = gradeNote(statement.grade);
  const lines = [
    statement.printed,
    statement.attribution,
    ...nameOf(speakerKey).map((name) => `Said by ${name}.`),
    ...(about.length === 0 ? [] : [`About ${about.join(', ')}.`]),
    ...(grade === null ? [] : [`${grade}.`]),
  ];
  return [
    object('note', `statement ${statement.key}`, statement, bundle, {
      abstract: statement.attribution,
      content: lines.join('\n'),
      object_refs: refs,
      external_references: [referenceTo(article)],
    }),
  ];
};

const eventNote = (event: ExportedOccurrence, bundle: Bundle): readonly object[] => {
  const refs = refsOf(event.concernedKeys, bundle);
  return refs.length === 0
    ? []
    : [
        object('note', `event ${event.key}`, event, bundle, {
          abstract: event.title,
          content: `${event.title}\n${printEventDate(event)}`,
          object_refs: refs,
        }),
      ];
};

/** The bundle; `at` is when the file is made. */
export const printStix = (
  { names, articles, statements, events, hasEvidence }: ExportedNames,
  idOf: IdOf,
  at: Timestamp,
): string => {
  const bundle: Bundle = { byKey: new Map(names.map((name) => [name.key, name])), idOf, at };
  const articleOf = new Map(articles.map((article) => [article.key, article]));
  const eventsOf = eventsByStatement(events);
  const marked = [...names, ...statements, ...events].map(({ marking }) => marking);
  const objects = [
    ...markingDefinitions(marked, idOf, at),
    ...names.flatMap((name) => ofName(name, bundle, hasEvidence)),
    ...events.flatMap((event) => eventNote(event, bundle)),
    ...statements.flatMap((statement) =>
      statementNote(
        statement,
        articleOf.get(statement.articleKey),
        eventsOf.get(statement.key) ?? [],
        bundle,
      ),
    ),
  ];
  const id = `bundle--${idOf(`bundle ${at} ${names.map(({ key }) => key).join(' ')}`)}`;
  // A bundle has one object at least, or it has no list of them.
  return `${JSON.stringify({ type: 'bundle', id, ...(objects.length === 0 ? {} : { objects }) }, null, 2)}\n`;
};
