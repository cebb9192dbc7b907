import { listNames } from './list-names.ts';
import { type MetaElements, metaValues } from './meta-elements.ts';

/**
 * "Smith, John" as it is printed: "John Smith". Highwire's tag names one author, Dublin Core's often two, so that a comma
 * of it parts a family name from a given one only where a single word stands before it.
 */
const asPrinted = (name: string, isOneAuthor: boolean): string => {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  const isTurned = given !== '' && more.length === 0 && (isOneAuthor || !family.includes(' '));
  return isTurned ? `${given} ${family}` : name;
};

const namesOf = (meta: MetaElements, tag: string): readonly string[] => {
  if (tag === 'citation_authors') return metaValues(meta, tag).flatMap((names) => names.split(';'));
  return metaValues(meta, tag);
};

const tags = [
  'citation_author',
  // What the tag was before there was one for each.
  'citation_authors',
  'author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
] as const;

const mayBeTurned: ReadonlySet<string> = new Set([
  'citation_author',
  'citation_authors',
  'dc.creator',
  'dcterms.creator',
]);

/** The authors by each tag that names any. Where several elements name one author each, all are the authors. */
export const metaAuthors = (meta: MetaElements): readonly string[] =>
  tags
    .map((tag) => {
      const names = namesOf(meta, tag).map((name) =>
        mayBeTurned.has(tag) ? asPrinted(name, tag.startsWith('citation_')) : name,
      );
      return listNames([...new Set(names.map((name) => name.trim()))].filter((name) => name !== ''));
    })
    .filter((names) => names !== '');
