import { X } from 'lucide-react';
import { useState } from 'react';
import type { SourceRow } from '#domain/contract/rows.ts';
import type { SourceId } from '#domain/ids.ts';
import { foldName } from '#domain/search/fold-text.ts';
import { type SourceKind, sourceKinds } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { ComboBox } from '#renderer/ui/fields/ComboBox.tsx';
import { hasFocusedOffer } from './has-focused-offer.ts';
import { matchNames } from './match-names.ts';
import styles from './picker.module.css';
import { branchNames, type SourceBook, useSources } from './use-sources.ts';

export type SourcePickerProps = {
  readonly label: string;
  readonly sourceId: SourceId | null;
  readonly onChange: (sourceId: SourceId | null) => void;
  /** What a name that is not known yet may become, the likeliest first. */
  readonly newKinds?: readonly SourceKind[];
  /** Offered first: the speaker last set in this article. */
  readonly suggested?: readonly SourceId[];
  readonly autoFocus?: boolean;
  readonly onDone?: () => void;
};

const MOST_OFFERS = 12;
const speakerKinds: readonly SourceKind[] = ['person', 'body', 'organisation'];

const createId = (kind: SourceKind): string => `create ${kind}`;

const detailOf = (row: SourceRow, byId: SourceBook['byId']): string =>
  [...branchNames(byId, row.parentId), row.reliability ?? row.kind].join(' · ');

const byUse = (a: SourceRow, b: SourceRow): number => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? '');

const offersFor = (
  { rows, byId }: SourceBook,
  typed: string,
  suggested: readonly SourceId[],
  newKinds: readonly SourceKind[],
) => {
  const first = suggested.flatMap((id) => byId.get(id) ?? []);
  const inOrder = [...first, ...rows.filter((row) => !first.includes(row)).sort(byUse)];
  const matching = matchNames(inOrder, typed, (row) => [row.name, ...row.aliases]);
  const offers = matching
    .slice(0, MOST_OFFERS)
    .map((row) => ({ id: row.id as string, name: row.name, detail: detailOf(row, byId) }));
  const name = typed.trim();
  const isThere = rows.some((row) => foldName(row.name) === foldName(name));
  if (name === '' || isThere) return offers;
  return [
    ...offers,
    ...newKinds.map((kind) => ({ id: createId(kind), name: `“${name}”`, detail: `new ${kind}` })),
  ];
};

/** Who says so, or who carries it: a field that finds a source or makes it. */
export const SourcePicker = (props: SourcePickerProps) => {
  const {
    label,
    sourceId,
    onChange,
    suggested = [],
    newKinds = speakerKinds,
    autoFocus = false,
    onDone,
  } = props;
  const book = useSources();
  const current = sourceId === null ? undefined : book.byId.get(sourceId);
  const [typed, setTyped] = useState<string | null>(null);

  const set = (next: SourceId | null): void => {
    setTyped(null);
    onChange(next);
    onDone?.();
  };
  const create = async (kind: SourceKind): Promise<void> => {
    const answer = await act('source:ensure', { name: (typed ?? '').trim(), kind, parentId: null });
    if (answer.ok) set(answer.value.id);
  };
  const pick = (id: string): void => {
    const kind = sourceKinds.find((candidate) => createId(candidate) === id);
    if (kind !== undefined) void create(kind);
    else set(book.rows.find((row) => row.id === id)?.id ?? null);
  };

  const offers = offersFor(book, typed ?? '', suggested, newKinds);
  const onEnterOrEscape = ({ key, target }: { key: string; target: EventTarget }): void => {
    if (key === 'Escape') onDone?.();
    const [first] = offers;
    const isMeant = (typed ?? '').trim() !== '' || (sourceId === null && suggested.length > 0);
    if (key === 'Enter' && isMeant && first !== undefined && !hasFocusedOffer(target)) pick(first.id);
  };

  return (
    <div className={styles.source}>
      <ComboBox
        label={label}
        placeholder="Find or create"
        autoFocus={autoFocus}
        menuTrigger="focus"
        options={offers}
        text={typed ?? current?.name ?? ''}
        onTextChange={(text) => setTyped(text === current?.name ? null : text)}
        onPick={pick}
        noOptions="Type a name to make a source"
        onBlur={() => setTyped(null)}
        onKeyDown={onEnterOrEscape}
      />
      {current !== undefined && (
        <IconButton icon={X} label={`Clear ${label.toLowerCase()}`} isSmall onPress={() => set(null)} />
      )}
    </div>
  );
};
