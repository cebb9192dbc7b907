/** What the field of a source offers: those that are there, the one that the text names, and new ones. */
import type { SourceRow } from '#domain/contract/rows.ts';
import type { SourceId } from '#domain/ids.ts';
import { foldName } from '#domain/search/fold-text.ts';
import { parseSourcePath, type SourcePath } from '#domain/source/parse-source-path.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { isNamed } from '#domain/tree/record-tree.ts';
import type { Option } from '#renderer/ui/fields/Select.tsx';
import { matchNames } from '../match-names.ts';
import { branchNames, type SourceBook } from '../use-sources.ts';
import type { SpeakerInText } from './speaker-in-text.ts';

/** What choosing an offer does: sets a source, makes one of a path as typed, or asks what a name is. */
export type SourceOffer = Option<string> & {
  readonly does:
    | { readonly act: 'set'; readonly sourceId: SourceId }
    | { readonly act: 'make'; readonly path: SourcePath; readonly kind: SourceKind }
    | { readonly act: 'type'; readonly text: string };
};

export type OffersAsked = {
  readonly typed: string;
  /** The speakers last set in this article, the latest first. */
  readonly suggested: readonly SourceId[];
  /** What a name that is not known yet may become. */
  readonly newKinds: readonly SourceKind[];
  readonly inText: SpeakerInText | null;
};

const MOST_OFFERS = 12;
const printPath = (names: readonly string[]): string => names.join(' / ');

const detailOf = (row: SourceRow, byId: SourceBook['byId']): string =>
  [...branchNames(byId, row.parentId), row.reliability ?? row.kind].join(' · ');

const byUse = (a: SourceRow, b: SourceRow): number => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? '');

const known = (row: SourceRow, byId: SourceBook['byId']): SourceOffer => ({
  id: row.id,
  name: row.name,
  detail: detailOf(row, byId),
  does: { act: 'set', sourceId: row.id },
});

const rowsFor = ({ rows, byId }: SourceBook, { typed, suggested }: OffersAsked): readonly SourceRow[] => {
  const first = suggested.flatMap((id) => byId.get(id) ?? []);
  const inOrder = [...first, ...rows.filter((row) => !first.includes(row)).sort(byUse)];
  return matchNames(inOrder, typed, (row) => [
    row.name,
    ...row.aliases,
    printPath([...branchNames(byId, row.id)].reverse()),
  ]).slice(0, MOST_OFFERS);
};

const carries = ({ kind }: SourceRow): boolean => kind === 'publication' || kind === 'document';

/** The source that the text's words name: in full, else as it calls him there; the last used of several. */
const namedInText = (rows: readonly SourceRow[], { name, called }: SpeakerInText): SourceRow | undefined => {
  const speakers = rows.filter((row) => !carries(row)).toSorted(byUse);
  return speakers.find((row) => isNamed(row, name)) ?? speakers.find((row) => isNamed(row, called));
};

const pinpoint = ({ paragraph }: SpeakerInText): string => (paragraph === null ? '' : ` ¶${paragraph}`);

const offerInText = ({ rows, byId }: SourceBook, inText: SpeakerInText): SourceOffer => {
  const row = namedInText(rows, inText);
  const name = `From the text: “${row?.name ?? inText.name}”${pinpoint(inText)}`;
  if (row !== undefined) return { ...known(row, byId), name };
  if (inText.isPerson) {
    const does = { act: 'make', path: { above: [], name: inText.name }, kind: 'person' } as const;
    return { id: 'in text', name, detail: 'new person', does };
  }
  return { id: 'in text', name, detail: 'new: say what it is', does: { act: 'type', text: inText.name } };
};

/** Below the first offer, so that Enter never takes it unasked; nothing where what is typed is something else. */
const withInText = (
  book: SourceBook,
  offers: readonly SourceOffer[],
  { typed, inText }: OffersAsked,
): readonly SourceOffer[] => {
  if (inText === null) return offers;
  const offer = offerInText(book, inText);
  const isMeant = matchNames([offer], typed, () => [inText.name, inText.called]).length > 0;
  const [first, ...rest] = offers;
  if (!isMeant || first?.id === offer.id) return offers;
  const others = rest.filter(({ id }) => id !== offer.id);
  return first === undefined ? [offer] : [first, offer, ...others];
};

/** New sources of what is typed: a name, or a path whose last is meant. */
const newOffers = ({ rows, byId }: SourceBook, { typed, newKinds }: OffersAsked): readonly SourceOffer[] => {
  // What carries an article stands in no tree: a publication's name is taken as it is typed.
  const isSpeaker = newKinds.includes('person');
  const name = typed.trim();
  const path = isSpeaker || name === '' ? parseSourcePath(typed) : { above: [], name };
  if (path === null) return [];
  const printed = printPath([...path.above.map(({ name }) => name), path.name]);
  const isThere = rows.some((row) => {
    const own = path.above.length === 0 ? row.name : printPath([...branchNames(byId, row.id)].reverse());
    return foldName(own) === foldName(printed);
  });
  if (isThere) return [];
  const isAlone =
    path.above.length > 0 && rows.some((row) => row.parentId === null && isNamed(row, path.name));
  const kinds = path.above.length === 0 ? newKinds : newKinds.filter((kind) => kind !== 'organisation');
  return (isAlone ? kinds.slice(0, 1) : kinds).map((kind) => ({
    id: `create ${kind}`,
    name: `“${printed}”`,
    detail: isAlone ? `puts ${path.name} there` : `new ${kind}`,
    does: { act: 'make', path, kind },
  }));
};

/** The offers for what is typed, the likeliest first. */
export const sourceOffers = (book: SourceBook, asked: OffersAsked): readonly SourceOffer[] => {
  const there = rowsFor(book, asked).map((row) => known(row, book.byId));
  return withInText(book, [...there, ...newOffers(book, asked)], asked);
};
