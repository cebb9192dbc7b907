/** What the field of a source offers: those that are there, the one that the text names, and new ones. */

import type { SourceRow } from '#domain/contract/source.ts';
import type { SourceId } from '#domain/ids.ts';
import { parseSourcePath, type SourcePath } from '#domain/source/parse-source-path.ts';
import { isPlaceName, proposeKind } from '#domain/source/propose-kind.ts';
import { type SourceKind, sourceKindNames } from '#domain/source/source.ts';
import { isolated, joinFacts } from '#domain/text/join-facts.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { isNamed, isNearlyNamed } from '#domain/tree/record-tree.ts';
import type { Option } from '#renderer/ui/choices/OptionItem.tsx';
import { arrangeOffers, type NamedOffer } from '../field/arrange-offers.ts';
import { matchNames } from '../field/match-names.ts';
import type { SpeakerInText } from './speaker-in-text.ts';
import { branchNames, type SourceBook } from './use-sources.ts';

/** What choosing an offer does: sets a source, makes one of a path as typed, or asks what a name is. */
export type SourceOffer = Option<string> & {
  readonly does:
    | { readonly act: 'set'; readonly sourceId: SourceId }
    | { readonly act: 'make'; readonly path: SourcePath; readonly kind: SourceKind }
    | { readonly act: 'type'; readonly text: string }
    | { readonly act: 'run'; readonly run: () => void };
};

export type OffersAsked = {
  readonly typed: string;
  /** The speakers last set in this article, the latest first. */
  readonly suggested: readonly SourceId[];
  /** What a name that is not known yet may become. */
  readonly newKinds: readonly SourceKind[];
  readonly inText: SpeakerInText | null;
  /** Offered before all others. */
  readonly offered?: readonly SourceOffer[];
  /** Whether the words stand in quotation marks: then a person says them, and no publication. */
  readonly isQuotation?: boolean;
};

const MAX_OFFERS = 12;

const detailOf = (row: SourceRow, byId: SourceBook['byId']): string =>
  joinFacts([...branchNames(byId, row.parentId), row.reliability ?? row.kind]);

/** Times of one form are in the order of their characters, which ten thousand are compared by in no time. */
const byUse = (a: SourceRow, b: SourceRow): number => {
  const [first, second] = [a.lastUsedAt ?? '', b.lastUsedAt ?? ''];
  return Number(first < second) - Number(first > second);
};

const known = (row: SourceRow, byId: SourceBook['byId']): SourceOffer => ({
  id: row.id,
  name: row.name,
  detail: detailOf(row, byId),
  does: { act: 'set', sourceId: row.id },
});

const pathOf = (row: SourceRow, byId: SourceBook['byId']): string =>
  printNamePath(branchNames(byId, row.id).toReversed());

/** What a row is found by as a path: its own, and a name that holds a slash as if it were one. */
const pathsOf = (row: SourceRow, byId: SourceBook['byId']): readonly string[] => [
  ...(row.name.includes('/') ? [row.name.replace(/\s*\/\s*/gu, ' / ')] : []),
  ...(row.name.includes('/') || row.parentId !== null ? [pathOf(row, byId)] : []),
];

/** What is typed, as paths are printed. What carries an article stands in no tree: its name is taken as it is typed. */
const readTyped = ({
  typed,
  newKinds,
}: OffersAsked): { readonly path: SourcePath | null; readonly sought: string } => {
  const name = typed.trim();
  if (!newKinds.includes('person')) return { path: name === '' ? null : { above: [], name }, sought: name };
  const path = parseSourcePath(typed);
  if (path === null) return { path, sought: name };
  const isAlone = path.above.length === 0;
  return {
    path,
    sought: isAlone ? path.name : printNamePath([...path.above.map((each) => each.name), path.name]),
  };
};

const carries = ({ kind }: SourceRow): boolean => kind === 'publication' || kind === 'document';

/** Who spoke, or is spoken of, comes before who printed it. */
export const speakersFirst = (rows: readonly SourceRow[]): readonly SourceRow[] => [
  ...rows.filter((row) => !carries(row)),
  ...rows.filter(carries),
];

/** The sources that are there, with the names that one of them may be typed as. */
const offersThere = ({ rows, byId }: SourceBook, asked: OffersAsked): readonly NamedOffer<SourceOffer>[] => {
  const { path, sought } = readTyped(asked);
  const first = asked.suggested.flatMap((id) => byId.get(id) ?? []);
  const inOrder = [...first, ...rows.filter((row) => !first.includes(row)).sort(byUse)];
  const namesOf = (row: SourceRow) => [row.name, ...row.aliases];
  const isOfSubjects = asked.newKinds.includes('place');
  const ordered = asked.isQuotation === true || isOfSubjects ? speakersFirst(inOrder) : inOrder;
  const matching = matchNames(ordered, sought, (row) => [...namesOf(row), ...pathsOf(row, byId)]);
  const isDown = path !== null && path.above.length > 0;
  return matching.slice(0, MAX_OFFERS).map((row) => ({
    offer: known(row, byId),
    names: isDown ? [pathOf(row, byId)] : namesOf(row),
  }));
};

/** The source that the text's words name: in full, else as it calls him there; the last used of several. */
const namedInText = (rows: readonly SourceRow[], { name, called }: SpeakerInText): SourceRow | undefined => {
  const speakers = rows.filter((row) => !carries(row)).toSorted(byUse);
  return (
    speakers.find((row) => isNamed(row, name)) ??
    speakers.find((row) => isNamed(row, called)) ??
    speakers.find((row) => isNearlyNamed(row, name))
  );
};

const kindWord = (kind: SourceKind): string => sourceKindNames[kind].toLowerCase();

const pinpoint = ({ paragraph }: SpeakerInText): string => (paragraph === null ? '' : ` ¶${paragraph}`);

const offerInText = ({ rows, byId }: SourceBook, inText: SpeakerInText): SourceOffer => {
  const row = namedInText(rows, inText);
  const name = `From the text: “${row?.name ?? inText.name}”${pinpoint(inText)}`;
  if (row !== undefined) return { ...known(row, byId), name };
  const kind = inText.isPerson ? 'person' : proposeKind(inText.name);
  // "The official" is nobody's name: what it is to be called is typed.
  if (!inText.isPerson && kind === 'person')
    return { id: 'in text', name, detail: 'new: choose a kind', does: { act: 'type', text: inText.name } };
  const { organisation } = inText;
  const above = organisation === null ? [] : [{ name: organisation, kind: 'organisation' } as const];
  const below = organisation === null ? '' : ` below ${isolated(organisation)}`;
  const does = { act: 'make', path: { above, name: inText.name }, kind } as const;
  return { id: 'in text', name, detail: `new ${kindWord(kind)}${below}`, does };
};

/**
 * Below the first offer, so that Enter never takes it unasked; nothing where what is typed is something else. Of a
 * quotation, as long as nothing is typed, whom the text names comes first.
 */
const withInText = (
  book: SourceBook,
  offers: readonly SourceOffer[],
  { typed, inText, isQuotation = false }: OffersAsked,
): readonly SourceOffer[] => {
  if (inText === null) return offers;
  const offer = offerInText(book, inText);
  const isMeant = matchNames([offer], typed, () => [inText.name, inText.called]).length > 0;
  const [first, ...rest] = offers;
  if (!isMeant || first?.id === offer.id) return offers;
  const others = rest.filter(({ id }) => id !== offer.id);
  if (isQuotation && first !== undefined && typed.trim() === '') return [offer, first, ...others];
  return first === undefined ? [offer] : [first, offer, ...others];
};

/** New sources of what is typed: a name, or a path whose last is meant. */
const newOffers = ({ rows }: SourceBook, asked: OffersAsked): readonly SourceOffer[] => {
  const { newKinds } = asked;
  const { path, sought } = readTyped(asked);
  if (path === null) return [];
  const isAlone =
    path.above.length > 0 && rows.some((row) => row.parentId === null && isNamed(row, path.name));
  const isPlace = newKinds.includes('place') && isPlaceName(path.name);
  const proposed = isPlace ? 'place' : proposeKind(path.name);
  const likeliest = path.above.length > 0 && proposed === 'organisation' ? 'body' : proposed;
  const all = likeliest === 'publication' && path.above.length === 0 ? [likeliest, ...newKinds] : newKinds;
  const kinds = [...new Set(all)]
    .filter((kind) => path.above.length === 0 || kind !== 'organisation')
    .sort((a, b) => Number(b === likeliest) - Number(a === likeliest));
  return (isAlone ? kinds.slice(0, 1) : kinds).map((kind) => ({
    id: `create ${kind}`,
    name: `“${isolated(sought)}”`,
    detail: isAlone ? `puts ${path.name} there` : `new ${kindWord(kind)}`,
    does: { act: 'make', path, kind },
  }));
};

/** The offers for what is typed, the likeliest first. */
export const sourceOffers = (book: SourceBook, asked: OffersAsked): readonly SourceOffer[] => {
  const there = offersThere(book, asked);
  const { sought } = readTyped(asked);
  const offers = withInText(book, arrangeOffers(there, sought, newOffers(book, asked)), asked);
  const first = matchNames(asked.offered ?? [], asked.typed, ({ name }) => [name]);
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...offers.filter(({ id }) => !ids.has(id))];
};
