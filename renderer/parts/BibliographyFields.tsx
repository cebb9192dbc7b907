import { useMemo } from 'react';
import type { FoundField, FoundIn, FoundMetadata } from '#domain/article/article.ts';
import {
  articleTypes,
  type Bibliography,
  dateCertainties,
} from '#domain/article/bibliography/bibliography.ts';
import type { ArticleId } from '#domain/ids.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { FieldPlace } from '#renderer/parts/field/FieldPlace.tsx';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { type ArticleField, articleFields } from '#renderer/window/focus-targets.ts';
import styles from './bibliography.module.css';
import { certaintyFor, fieldNames, readField, type TypedField } from './read-field.ts';

const typeNames: Readonly<Record<Bibliography['type'], string>> = {
  'article-newspaper': 'Newspaper article',
  'article-magazine': 'Magazine article',
  'article-journal': 'Journal article',
  webpage: 'Web page',
  post: 'Post',
  report: 'Report',
  broadcast: 'Broadcast',
  interview: 'Interview',
  speech: 'Speech',
  hearing: 'Hearing',
  legislation: 'Legislation',
  treaty: 'Treaty',
  dataset: 'Data set',
  personal_communication: 'Personal communication',
};
const typeOptions = articleTypes.map((id) => ({ id, name: typeNames[id] }));

const certaintyNames: Readonly<Record<Bibliography['dateCertainty'], string>> = {
  stated: 'Stated',
  inferred: 'Inferred',
  unknown: 'Unknown',
};
const certaintyOptions = dateCertainties.map((id) => ({ id, name: certaintyNames[id] }));
/** What can be said of a date that nobody has given. */
const withoutDate = certaintyOptions.filter(({ id }) => id === 'unknown');

const foundInNames: Readonly<Record<Exclude<FoundIn, 'detected'>, string>> = {
  'json-ld': 'the page’s data (JSON-LD)',
  'open-graph': 'the page’s preview data (Open Graph)',
  'meta-tag': 'a meta tag',
  'html-title': 'the page’s title',
  'html-lang': 'the page’s language',
  heading: 'the heading',
  'byline-element': 'the byline',
  'time-element': 'the page’s date',
  'canonical-link': 'the page’s canonical link',
  'front-matter': 'the front matter',
  'document-properties': 'the document properties',
  'mail-header': 'the mail header',
  feed: 'the feed',
  'text-header': 'the head of the file',
  'saved-page': 'the saved page',
  'web-archive': 'the web archive',
  'clipboard-source': 'the clipboard',
  'other-tool': 'the other tool',
  host: 'the host of the address',
};

/** Values that a field may take, by what is in it now. */
export type FieldOffersOf = (field: TypedField, typed: string) => readonly string[];

export type BibliographyFieldsProps = {
  readonly bibliography: Bibliography;
  /** What the importer found: said under a field as long as the field holds it. */
  readonly found: FoundMetadata;
  /** The article whose fields are led to from elsewhere. */
  readonly articleId?: ArticleId;
  /** Keeps a change; answers whether it was kept. */
  readonly onChange: (change: Partial<Bibliography>) => Promise<boolean>;
  /** Hears what a field holds before it is kept; nothing where that is what is kept, or can't be. */
  readonly onTyping?: (typed: Partial<Bibliography>) => void;
  readonly offersOf?: FieldOffersOf;
  /** The field that has the focus at first. */
  readonly focusOn?: TypedField | null;
};

const sayWhere = (foundIn: FoundIn): string =>
  foundIn === 'detected' ? 'from the text' : `in ${foundInNames[foundIn]}`;

const asFound = (value: string): string => value;

/** What a page calls a type is printed as the choice that it makes. */
const printType = (value: string): string =>
  typeOptions.find(({ id }) => id === value)?.name.toLowerCase() ?? value;

const hintFor = (
  hit: FoundMetadata[FoundField],
  kept: string | null,
  print: (value: string) => string = asFound,
): string | undefined => {
  if (hit === undefined || kept === null) return undefined;
  const verb = hit.foundIn === 'detected' ? 'Detected' : 'Found';
  return kept === hit.value
    ? `${verb} ${sayWhere(hit.foundIn)}`
    : `${verb} “${print(hit.value)}” ${sayWhere(hit.foundIn)}`;
};

const isLedTo = (field: TypedField): field is TypedField & ArticleField =>
  articleFields.some((each) => each === field);

/** One field of it. */
export const BibliographyField = ({
  field,
  ...props
}: BibliographyFieldsProps & { readonly field: TypedField }) => {
  const { offersOf, articleId } = props;
  const target =
    articleId !== undefined && isLedTo(field) ? (`article ${articleId} ${field}` as const) : null;
  const hint = hintFor(props.found[field as FoundField], props.bibliography[field]);
  const commit = async (typed: string): Promise<boolean> => {
    const read = readField(field, typed);
    if (!read.ok) return false;
    const change = read.value;
    if (change.publishedAt === undefined) return props.onChange(change);
    const dateCertainty = certaintyFor({ publishedAt: change.publishedAt }, props.bibliography.dateCertainty);
    return props.onChange({ ...change, dateCertainty });
  };
  const { onTyping } = props;
  const hear = (typed: string | null): void => {
    const read = typed === null ? null : readField(field, typed);
    onTyping?.(read?.ok === true ? read.value : {});
  };
  return (
    <FieldPlace target={target}>
      <CommitField
        label={fieldNames[field]}
        value={props.bibliography[field] ?? ''}
        onCommit={commit}
        autoFocus={props.focusOn === field}
        validate={(typed) => {
          const read = readField(field, typed);
          return read.ok ? undefined : read.error;
        }}
        onTyping={hear}
        {...(offersOf === undefined ? {} : { offers: (typed: string) => offersOf(field, typed) })}
        {...(hint === undefined ? {} : { hint })}
      />
    </FieldPlace>
  );
};

/** What a citation is made of. Lacking fields are allowed; they are said, never hidden. */
export const BibliographyFields = (props: BibliographyFieldsProps) => {
  const { bibliography, found, onChange } = props;
  const typeHint = hintFor(found.type, bibliography.type, printType);
  return (
    <div className={styles.fields}>
      <BibliographyField field="title" {...props} />
      <BibliographyField field="publisher" {...props} />
      <BibliographyField field="byline" {...props} />
      <div className="pair">
        <BibliographyField field="publishedAt" {...props} />
        <Select
          label="Date is"
          // It is never disabled: Tab goes from the date to it before the date that was typed is committed.
          options={bibliography.publishedAt === null ? withoutDate : certaintyOptions}
          value={bibliography.dateCertainty}
          onChange={(dateCertainty) => void onChange({ dateCertainty })}
        />
      </div>
      <BibliographyField field="url" {...props} />
      <BibliographyField field="doi" {...props} />
      <div className="pair">
        <BibliographyField field="accessedAt" {...props} />
        <BibliographyField field="language" {...props} />
      </div>
      <Select
        label="Type"
        options={typeOptions}
        value={bibliography.type}
        onChange={(type) => void onChange({ type })}
        {...(typeHint === undefined ? {} : { hint: typeHint })}
      />
    </div>
  );
};

/** What the archive knows for a field in which so much is typed, the most used first. */
type KnownNames = (field: TypedField, typed: string) => readonly string[];

const none: readonly string[] = [];

/** The publications of the archive; its authors only once one is being typed: the first of many is a poor guess. */
export const useKnownNames = (): KnownNames => {
  const { rows } = useSources();
  const { data: bylines = none } = useQuery('article:bylines', {});
  const publishers = useMemo(
    () =>
      rows
        .filter(({ kind }) => kind === 'publication')
        .sort((a, b) => b.articleCount - a.articleCount)
        .map(({ name }) => name),
    [rows],
  );
  return (field, typed) => {
    if (field === 'publisher') return publishers;
    return field === 'byline' && typed !== '' ? bylines : none;
  };
};

/** So many names that the archive knows are offered; what is typed finds the others. */
const MAX_KNOWN = 4;

/** What is offered for a field by what is in it: all that its text states, and the first that the archive knows. */
export const matchOffers = (
  typed: string,
  stated: readonly string[],
  known: readonly string[],
): readonly string[] => {
  const part = typed.toLowerCase();
  const matches = (name: string): boolean => name !== typed && name.toLowerCase().includes(part);
  const ofText = stated.filter(matches);
  const others = known.filter((name) => matches(name) && !ofText.includes(name)).slice(0, MAX_KNOWN);
  return [...ofText, ...others];
};

/** What the archive knows, as offers for the fields of an article that is kept. */
export const useKnownOffers = (): FieldOffersOf => {
  const known = useKnownNames();
  return (field, typed) => matchOffers(typed, [], known(field, typed));
};
