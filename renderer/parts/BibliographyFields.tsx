import { useMemo } from 'react';
import type { FoundField, FoundIn, FoundMetadata } from '#domain/article/article.ts';
import {
  articleTypes,
  type Bibliography,
  dateCertainties,
} from '#domain/article/bibliography/bibliography.ts';
import { articleBylines } from '#domain/contract/article.ts';
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
  document: 'Document',
};
const typeOptions = articleTypes.map((id) => ({ id, name: typeNames[id] }));

const certaintyNames: Readonly<Record<Bibliography['dateCertainty'], string>> = {
  stated: 'Stated',
  inferred: 'Inferred',
  unknown: 'Unknown',
};
const certaintyOptions = dateCertainties.map((id) => ({ id, name: certaintyNames[id] }));
/** The certainties that a missing date can have. */
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

/** Suggestions for a field, given its current text. */
export type FieldOffersOf = (field: TypedField, typed: string) => readonly string[];

export type BibliographyFieldsProps = {
  readonly bibliography: Bibliography;
  /** What the importer found: noted below a field while it has that value. */
  readonly found: FoundMetadata;
  /** The article whose fields other parts of the window can focus. */
  readonly articleId?: ArticleId;
  /** Saves a change; returns whether it was saved. */
  readonly onChange: (change: Partial<Bibliography>) => Promise<boolean>;
  /** Called with a field's text before it is saved; with nothing if that equals the saved value, or is invalid. */
  readonly onTyping?: (typed: Partial<Bibliography>) => void;
  readonly offersOf?: FieldOffersOf;
  /** The initially focused field. */
  readonly focusOn?: TypedField | null;
};

const sayWhere = (foundIn: FoundIn): string =>
  foundIn === 'detected' ? 'from the text' : `in ${foundInNames[foundIn]}`;

const asFound = (value: string): string => value;

/** A page's own name for a type, printed as the choice that it corresponds to. */
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

/** One field of the bibliography. */
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

/** The parts of a citation. Missing fields are allowed; they are mentioned, never hidden. */
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
          // Never disabled: Tab moves to it before the typed date is committed.
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

/** Known values of the archive for a field with that text, the most used first. */
type KnownNames = (field: TypedField, typed: string) => readonly string[];

const none: readonly string[] = [];

/**
 * The publications of the archive; its authors only once one is being typed: the first of many would be a poor guess.
 */
export const useKnownNames = (): KnownNames => {
  const { rows } = useSources();
  const { data: bylines = none } = useQuery(articleBylines, {});
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

/** How many known names are suggested; typing finds the others. */
const MAX_KNOWN = 4;

/** Suggestions for a field, given its text: all that the article states, and the first known ones. */
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

/** Known values as suggestions for the fields of a kept article. */
export const useKnownOffers = (): FieldOffersOf => {
  const known = useKnownNames();
  return (field, typed) => matchOffers(typed, [], known(field, typed));
};
