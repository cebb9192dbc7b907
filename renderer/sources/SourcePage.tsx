import { useRef, useState } from 'react';
import type { MemoOnSource, SourceRow } from '#domain/contract/source.ts';
import type { SourceId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { setValue } from '#domain/search/written-conditions.ts';
import {
  descriptorFieldNames,
  descriptorFields,
  type Source,
  sourceKindNames,
} from '#domain/source/source.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { type Reliability, reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sourceActs } from '#renderer/commands/context-menu.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { showRestsOn, showUsedIn } from '#renderer/parts/graph/GraphDrawer.tsx';
import { memoStateNames } from '#renderer/parts/memo/memo-names.ts';
import { ActsButton } from '#renderer/parts/menu/ActsButton.tsx';
import { PassageLines } from '#renderer/parts/passage/PassageLines.tsx';
import { kindOptions } from '#renderer/parts/source/kind-options.ts';
import { ReliabilityPicker } from '#renderer/parts/source/ReliabilityPicker.tsx';
import { branchNames, type SourceBook, useSources } from '#renderer/parts/source/use-sources.ts';
import { isBelow } from '#renderer/parts/tree/build-name-tree.ts';
import { MergeDialog } from '#renderer/parts/tree/MergeDialog.tsx';
import { MoveDialog } from '#renderer/parts/tree/MoveDialog.tsx';
import { WrittenBy } from '#renderer/parts/writer/WrittenBy.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { ButtonRow, RowBody } from '#renderer/ui/collections/rows.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Page, PageHead, PageSection } from '#renderer/ui/panes/Page.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { Positions } from './Positions.tsx';
import { ChangeReliability, ReliabilityTimeline } from './Reliability.tsx';
import styles from './sources.module.css';

type SourceChange = Partial<Pick<Source, 'name' | 'kind' | 'aliases' | 'descriptor'>>;

const deleteSource = async ({ id, name }: SourceRow): Promise<void> => {
  const answer = await act('source:delete', { sourceId: id });
  if (!answer.ok) return;
  goTo({ view: 'sources' });
  sayUndoable(`Moved to trash: ${name}`);
};

/** The fields of its head, while it is edited. */
const Names = ({ source }: { readonly source: Source }) => {
  const change = async (changed: SourceChange): Promise<boolean> =>
    (await act('source:change', { sourceId: source.id, ...changed })).ok;
  return (
    <div className={styles.names}>
      <CommitField
        label="Name"
        autoFocus
        value={source.name}
        validate={(text) =>
          text === '' || text.length > 200 ? 'Enter a name of up to 200 characters.' : undefined
        }
        onCommit={(name) => change({ name })}
      />
      <Select
        label="Kind"
        options={kindOptions}
        value={source.kind}
        onChange={(kind) => void change({ kind })}
      />
      <CommitField
        label="Also known as"
        placeholder="Other names, separated by commas"
        value={source.aliases.join(', ')}
        onCommit={(text) =>
          change({
            aliases: text
              .split(',')
              .map((alias) => alias.trim())
              .filter((alias) => alias !== ''),
          })
        }
      />
    </div>
  );
};

type MoveSourceProps = { readonly row: SourceRow; readonly onClose: () => void };

/** Every source but `id` and those below it, as options: where it may be moved, and into what it may be merged. */
const sourcesBeside = (book: SourceBook, id: SourceId) =>
  book.rows
    .filter((row) => !isBelow(book.byId, row.id, id))
    .map((row) => ({
      id: row.id,
      name: row.name,
      detail: branchNames(book.byId, row.parentId).join(', ') || sourceKindNames[row.kind],
    }));

const MoveSource = ({ row, onClose }: MoveSourceProps) => (
  <MoveDialog
    title={`Move “${row.name}”`}
    label="Source"
    options={sourcesBeside(useSources(), row.id)}
    parentId={row.parentId}
    onMove={async (parentId) => (await act('source:change', { sourceId: row.id, parentId })).ok}
    onClose={onClose}
  />
);

type DescriptorProps = {
  readonly source: Source;
  readonly isEditing: boolean;
};

/** What is said of the source, line by line. */
const DescriptorLines = ({ descriptor }: Pick<Source, 'descriptor'>) => (
  <dl className={joinClasses('facts-list', styles.said)}>
    {descriptorFields.flatMap((field) => {
      const text = descriptor[field];
      return text === undefined
        ? []
        : [
            <dt key={`${field} name`}>{descriptorFieldNames[field]}</dt>,
            <dd key={field} dir="auto">
              {text}
            </dd>,
          ];
    })}
  </dl>
);

/** What bears on the quality of a source (ICD 206): free text, and only where there is something to say. */
const Descriptor = ({ source, isEditing }: DescriptorProps) => {
  const isEmpty = Object.keys(source.descriptor).length === 0;
  return (
    <PageSection
      title="Source descriptor"
      empty={isEmpty && !isEditing ? 'Nothing is recorded about this source yet.' : undefined}
    >
      {isEditing ? (
        <div className={styles.descriptor}>
          {descriptorFields.map((field) => (
            <CommitField
              key={field}
              label={descriptorFieldNames[field]}
              rows={1}
              value={source.descriptor[field] ?? ''}
              onCommit={async (text) => {
                const { [field]: _, ...others } = source.descriptor;
                const descriptor = text === '' ? others : { ...others, [field]: text };
                return (await act('source:change', { sourceId: source.id, descriptor })).ok;
              }}
            />
          ))}
        </div>
      ) : (
        <DescriptorLines descriptor={source.descriptor} />
      )}
    </PageSection>
  );
};

/** What the reader of a memo has to know first: that it was sent with another letter; else where it stands. */
const State = ({ memo: { state, lettersThen } }: { readonly memo: MemoOnSource }) =>
  lettersThen.length === 0 ? (
    <span>{memoStateNames[state]}</span>
  ) : (
    <Badge tone="warn">Graded {lettersThen.join(', ')} then</Badge>
  );

/** The memos that cite a passage of the source or of one below it; each leads to the memo. */
const MemosOnSource = ({ sourceId }: { readonly sourceId: SourceId }) => {
  const soFar = useSoFar();
  const { data } = useQuery('source:memos', { sourceId }, { keepsPrevious: true });
  if (data === undefined) return null;
  const nothing = soFar === '' ? 'No memo cites this source yet.' : 'None yet: the archive is still loading.';
  return (
    <PageSection
      title="Memos"
      count={`${data.length.toLocaleString('en-GB')}${soFar}`}
      empty={data.length === 0 ? nothing : undefined}
    >
      {data.map((memo) => (
        <ButtonRow key={memo.id} onPress={() => goTo({ view: 'memos', memoId: memo.id })}>
          <RowBody
            title={memo.title}
            meta={`${memo.referenceNumber} · ${printCount(memo.citationCount, 'citation')}`}
            facts={<State memo={memo} />}
          />
        </ButtonRow>
      ))}
    </PageSection>
  );
};

/** The letter of a source, its wording, and how it came to it. */
const ReliabilityPart = ({ source }: { readonly source: Source }) => {
  const [to, setTo] = useState<Reliability | null | undefined>(undefined);
  const today = useToday();
  const picker = useRef<HTMLButtonElement>(null);
  useCommand('source.reliability', () => picker.current?.click());
  return (
    <PageSection title="Reliability">
      <div className={styles.reliability}>
        <ReliabilityPicker
          isLabelHidden
          button={picker}
          value={source.reliability}
          onChange={(letter) => letter !== source.reliability && setTo(letter)}
        />
        <p className={styles.quiet}>
          {source.reliability === null
            ? 'No letter yet. Precis assumes nothing.'
            : reliabilityTable[source.reliability].meaning}
        </p>
      </div>
      {source.reliabilityHistory.length > 1 && <ReliabilityTimeline history={source.reliabilityHistory} />}
      {source.reliabilityHistory.length > 0 && (
        <table className={styles.history}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Letter</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {source.reliabilityHistory.toReversed().map((change) => (
              <tr key={change.at}>
                <td>{printInstantDay(change.at, today)}</td>
                <td className={styles.letters}>
                  {change.from ?? 'none'} to {change.to ?? 'none'}
                </td>
                <td>{change.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {to !== undefined && <ChangeReliability source={source} to={to} onClose={() => setTo(undefined)} />}
    </PageSection>
  );
};

type MergeSourceProps = { readonly row: SourceRow; readonly onClose: () => void };

const facts: readonly (readonly [string, (row: SourceRow) => string])[] = [
  ['Name', ({ name }) => name],
  ['Kind', ({ kind }) => sourceKindNames[kind]],
  ['Reliability', ({ reliability }) => reliability ?? 'not set'],
  ['Also known as', ({ aliases }) => aliases.join(', ') || '–'],
  ['Passages', ({ passageCount }) => String(passageCount)],
  ['Spoken of in', ({ aboutCount }) => printCount(aboutCount, 'passage')],
  ['Articles', ({ articleCount }) => String(articleCount)],
];

const SideBySide = ({ goes, stays }: { readonly goes: SourceRow; readonly stays: SourceRow }) => (
  <table className={styles.history}>
    <thead>
      <tr>
        <td />
        <th scope="col">Merged</th>
        <th scope="col">Kept</th>
      </tr>
    </thead>
    <tbody>
      {facts.map(([name, of]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{of(goes)}</td>
          <td>{of(stays)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Makes two sources one, after showing them side by side. */
const MergeSource = ({ row, onClose }: MergeSourceProps) => {
  const book = useSources();
  const merge = async (into: SourceRow): Promise<boolean> => {
    const answer = await act('source:merge', { sourceId: row.id, intoId: into.id });
    if (answer.ok) goTo({ view: 'sources', sourceId: into.id });
    return answer.ok;
  };
  return (
    <MergeDialog
      title={`Merge “${row.name}” into another source`}
      label="Into which source"
      name={row.name}
      options={sourcesBeside(book, row.id)}
      rowOf={(id) => book.byId.get(id)}
      preview={(into) => <SideBySide goes={row} stays={into} />}
      onMerge={merge}
      onClose={onClose}
    />
  );
};

/** What is said of the source: whom a person spoke for, and what bears on its quality. */
const About = ({ source, isEditing }: DescriptorProps) => (
  <>
    {(source.positions.length > 0 || (isEditing && source.kind === 'person')) && (
      <Positions source={source} isEditing={isEditing} />
    )}
    <Descriptor source={source} isEditing={isEditing} />
  </>
);

/** "also written “T. Arvidsen”, “Arvidson”". */
const printAliases = (aliases: readonly string[]): string =>
  aliases.length === 0 ? '' : `Also known as ${aliases.map((alias) => `“${alias}”`).join(', ')}`;

/** One source: what it is worth and why, what is known of it, and what it says. Its words are text until *Edit*. */
export const SourcePage = ({ row }: { readonly row: SourceRow }) => {
  const { byId } = useSources();
  const { data: source } = useQuery('source:open', { sourceId: row.id });
  const [asking, setAsking] = useState<'move' | 'merge' | null>(null);
  const [isEditing, setIsEditing] = useState(false);
  const close = () => setAsking(null);
  const edit = () => setIsEditing(true);
  const above = branchNames(byId, row.parentId);
  useCommand('source.rename', edit);
  useCommand('source.rests-on', () => showRestsOn({ kind: 'name', sourceId: row.id }));
  useCommand('source.used-in', () => showUsedIn({ kind: 'source', sourceId: row.id }));
  useCommand('source.move', () => setAsking('move'));
  useCommand('source.merge', () => setAsking('merge'));
  useCommand('source.delete', () => void deleteSource(row));
  return (
    <Page label={`Source ${row.name}`} width="wide">
      <PageHead
        acts={
          <>
            <Button onPress={() => setIsEditing(!isEditing)}>{isEditing ? 'Done' : 'Edit'}</Button>
            <ActsButton acts={sourceActs} label={`More for ${row.name}`} />
          </>
        }
      >
        <p>{joinFacts([sourceKindNames[row.kind], ...above])}</p>
        <h1>{row.name}</h1>
        {!isEditing && row.aliases.length > 0 && <p dir="auto">{printAliases(row.aliases)}</p>}
      </PageHead>
      {source !== undefined && isEditing && <Names source={source} />}
      <div className={styles.columns}>
        <div className="page-column">
          {source !== undefined && <About source={source} isEditing={isEditing} />}
          <PassageLines
            filter={{ sourceId: row.id }}
            text={setValue('', 'source', printNamePath(branchNames(byId, row.id).toReversed()), 'asked')}
            empty="No passage names this source yet."
          />
        </div>
        <div className="page-column">
          {source !== undefined && <ReliabilityPart source={source} />}
          <MemosOnSource sourceId={row.id} />
          {source !== undefined && <WrittenBy record={source} className={styles.quiet} />}
        </div>
      </div>
      {asking === 'move' && <MoveSource row={row} onClose={close} />}
      {asking === 'merge' && <MergeSource row={row} onClose={close} />}
    </Page>
  );
};
