/** Suggestions of a source field: existing sources, the speaker named in the text, and new ones. */

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

/**
 * The effect of choosing a suggestion: sets a source, creates one from a typed path, or asks for the kind of a name.
 */
export type SourceOffer = Option<string> & {
  /** A spelling in the text that may mean any of several people; their suggestions are listed as a group. */
  readonly spelling?: string;
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
  /** Possible kinds for an unknown name. */
  readonly newKinds: readonly SourceKind[];
  readonly inText: SpeakerInText | null;
  /** Listed before all others. */
  readonly offered?: readonly SourceOffer[];
  /** Whether the words are in quotation marks: then a person said them, not a publication. */
  readonly isQuotation?: boolean;
};

const MAX_OFFERS = 12;

const detailOf = (row: SourceRow, byId: SourceBook['byId']): string =>
  joinFacts([...branchNames(byId, row.parentId), row.reliability ?? row.kind]);

/** Times of one form are in the order of their characters, which ten thousand are compared by in no time. */
export const byUse = (a: SourceRow, b: SourceRow): number => {
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

/**
 * The typed text, formatted like a path. Publications and documents are not in a tree: their name is taken as typed.
 */
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

/** Sources that speak or are spoken of come before those that print. */
export const speakersFirst = (rows: readonly SourceRow[]): readonly SourceRow[] => [
  ...rows.filter((row) => !carries(row)),
  ...rows.filter(carries),
];

/** Moves the passage to its match of that rank, from 0; does nothing if there is none. */
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

/** The source named in the text: by its full name, else by the short form used there; of several the last used. */
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
  // "The official" is not a name: it has to be typed.
  if (!inText.isPerson && kind === 'person')
    return { id: 'in text', name, detail: 'new: choose a kind', does: { act: 'type', text: inText.name } };
  const { organisation } = inText;
  const above = organisation === null ? [] : [{ name: organisation, kind: 'organisation' } as const];
  const below = organisation === null ? '' : ` below ${isolated(organisation)}`;
  const does = { act: 'make', path: { above, name: inText.name }, kind } as const;
  return { id: 'in text', name, detail: `new ${kindWord(kind)}${below}`, does };
};

/**
 * Below the first suggestion, so that Enter never takes it unasked; left out if other text is typed. For a quotation,
 * while nothing is typed, the named speaker comes first.
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

/** New sources from the typed text: a name, or a path whose last part is meant. */
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

/** How many people one spelling suggests by name; the others are one suggestion, until something is typed. */
const MAX_ALIKE = 3;

/** What is typed to find the people of a group: a word that all of their names have, else the spelling. */
const sharedWord = (names: readonly string[], spelling: string): string => {
  const [first = [], ...others] = names.map((name) => name.split(/\s+/u));
  return first.findLast((word) => others.every((words) => words.includes(word))) ?? spelling;
};

/** Twenty people of one last name are three suggestions, and one that lists them all. */
const groupAlike = (offers: readonly SourceOffer[]): readonly SourceOffer[] =>
  offers.flatMap((offer) => {
    const { spelling } = offer;
    const group = spelling === undefined ? [] : offers.filter((each) => each.spelling === spelling);
    const at = group.indexOf(offer);
    if (spelling === undefined || group.length <= MAX_ALIKE + 1 || at < MAX_ALIKE) return [offer];
    if (at > MAX_ALIKE) return [];
    const text = sharedWord(
      group.map(({ name }) => name),
      spelling,
    );
    const others: SourceOffer = {
      id: `others ${spelling}`,
      name: `${group.length - MAX_ALIKE} more people named “${isolated(text)}”`,
      detail: 'lists them all',
      does: { act: 'type', text },
    };
    return [others];
  });

/** The suggestions for the typed text, the likeliest first. */
export const sourceOffers = (book: SourceBook, asked: OffersAsked): readonly SourceOffer[] => {
  const there = offersThere(book, asked);
  const { sought } = readTyped(asked);
  const offers = withInText(book, arrangeOffers(there, sought, newOffers(book, asked)), asked);
  const { offered = [], typed } = asked;
  const first = typed.trim() === '' ? groupAlike(offered) : matchNames(offered, typed, ({ name }) => [name]);
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...offers.filter(({ id }) => !ids.has(id))];
};
