import { Building2, FileText, type LucideIcon, MapPin, Newspaper, User, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { SourceRow } from '#domain/contract/source.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import { currentPositions, printTenure } from '#domain/source/position.ts';
import { type Source, type SourceKind, sourceKindNames } from '#domain/source/source.ts';
import { reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { branchNames, useSources } from '#renderer/parts/source/use-sources.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageHead } from '#renderer/ui/panes/Page.tsx';
import { useToday } from '#renderer/window/today.ts';
import styles from './source-page.module.css';

const kindIcons: Readonly<Record<SourceKind, LucideIcon>> = {
  organisation: Building2,
  body: Users,
  person: User,
  publication: Newspaper,
  document: FileText,
  place: MapPin,
};

/** How many are shown at first: about two lines. */
const MOST_ALIASES = 8;

/** "Also M. Tolvanen, Мара Толванен": each in its own direction. */
const Aliases = ({ aliases }: Pick<SourceRow, 'aliases'>) => {
  const [isWhole, setIsWhole] = useState(false);
  const more = aliases.length - MOST_ALIASES;
  const shown = isWhole ? aliases : aliases.slice(0, MOST_ALIASES);
  return (
    <span>
      Also{' '}
      {shown.map((alias, at) => (
        <span key={alias}>
          {at > 0 && ', '}
          <bdi>{alias}</bdi>
        </span>
      ))}{' '}
      {more > 0 && (
        <button
          type="button"
          className="word-button"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? 'fewer' : `and ${more.toLocaleString('en-GB')} more`}
        </button>
      )}
    </span>
  );
};

type OfSource = { readonly row: SourceRow; readonly source: Source | undefined };

/** Each current post, as in "Head of cargo control, customs directorate, since March 2024"; else its parent. */
const Standing = ({ row, source }: OfSource) => {
  const today = useToday();
  const { byId } = useSources();
  const posts = currentPositions(source?.positions ?? [], today as string as PartialDate);
  const above = branchNames(byId, row.parentId);
  if (posts.length === 0) return above.length === 0 ? null : <bdi>{above.join(', ')}</bdi>;
  return posts.map((position) => {
    const { role, organisationId, from } = position;
    const body = organisationId === null ? undefined : byId.get(organisationId)?.name;
    return (
      <bdi key={`${role} ${from}`}>
        {[role, body, printTenure(position)].filter((part) => part).join(', ')}
      </bdi>
    );
  });
};

/** The letter, its wording, and since when; a press leads to where it is changed. */
const Letter = ({
  row,
  source,
  onPress,
}: {
  readonly row: SourceRow;
  readonly source: Source | undefined;
  readonly onPress: () => void;
}) => {
  const today = useToday();
  const since = source?.reliabilityHistory.at(-1)?.at;
  const { reliability } = row;
  return (
    <button type="button" className={joinClasses('word-button', styles.letter)} onClick={onPress}>
      {reliability === null ? (
        'No letter yet'
      ) : (
        <>
          <b>{reliability}</b>
          {reliabilityTable[reliability].wording.toLowerCase()}
          {since !== undefined && `, since ${printInstantDay(since, today)}`}
        </>
      )}
    </button>
  );
};

type SourceHeadProps = {
  readonly row: SourceRow;
  readonly source: Source | undefined;
  readonly onLetter: () => void;
  readonly acts: ReactNode;
};

/** The head of a source: its kind, its letter, its current posts, its other names. */
export const SourceHead = ({ row, source, onLetter, acts }: SourceHeadProps) => {
  const Icon = kindIcons[row.kind];
  return (
    <PageHead acts={acts}>
      <div className={styles.head}>
        <h1 dir="auto">{row.name}</h1>
        <span className={styles.kind}>
          <Icon size={14} aria-hidden />
          {sourceKindNames[row.kind]}
        </span>
        <Letter row={row} source={source} onPress={onLetter} />
      </div>
      <p className={styles.facts}>
        <Standing row={row} source={source} />
        {row.aliases.length > 0 && <Aliases key={row.id} aliases={row.aliases} />}
      </p>
    </PageHead>
  );
};
