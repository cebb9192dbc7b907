import type { CommandId } from '#domain/command/command-table.ts';
import { passageRows } from '#domain/contract/passage.ts';
import { sourceSetReliability } from '#domain/contract/source.ts';
import type { SourceId } from '#domain/ids.ts';
import { type Passage, regionOf } from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { sayKindOfRegion, sayRegionPlace } from '#domain/passage/region/region-selector.ts';
import { printCount } from '#domain/print-count.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx';
import { goToCitation } from '../../memo/go-to-citation.tsx';
import { CommandButton, CommandKbd } from '../../menu/CommandKbd.tsx';
import { NoteEditor } from '../../note/NoteEditor.tsx';
import { ReliabilityPicker } from '../../source/ReliabilityPicker.tsx';
import { SourcePicker } from '../../source/SourcePicker.tsx';
import type { SpeakerInText } from '../../source/speaker-in-text.ts';
import { useSources } from '../../source/use-sources.ts';
import { TagChips } from '../../tag/TagChips.tsx';
import { TagPicker } from '../../tag/TagPicker.tsx';
import { AnswersPart } from '../../task/AnswersPart.tsx';
import { TaskLine } from '../../task/TaskLine.tsx';
import { TaskRow } from '../../task/TaskRow.tsx';
import { DescriptionField } from '../DescriptionField.tsx';
import type { EditPassage } from '../edit-passage-of.ts';
import { RegionThumb } from '../RegionThumb.tsx';
import regionStyles from '../region.module.css';
import { ConcernedPart } from './ConcernedPart.tsx';
import type { CardField, PassageCardProps } from './card-props.ts';
import { GradeBox, type GradeBoxProps } from './GradeBox.tsx';
import { MannerBox } from './MannerBox.tsx';
import styles from './passage-card.module.css';
import { TranslationPart, useMayTranslate } from './TranslationPart.tsx';
import { usePosts } from './use-posts.ts';

/** The letter offered for the grade: the speaker's; the publication's if the article itself reports. */
const useOffer = (passage: Passage, publication: PassageCardProps['publication']): GradeBoxProps['offer'] => {
  const { byId } = useSources();
  const speaker = passage.sourceId === null ? undefined : byId.get(passage.sourceId);
  const source = speaker ?? (passage.manner === 'own-reporting' ? publication : null);
  return source === null || source.reliability === null
    ? null
    : { letter: source.reliability, name: source.name };
};

const TagsPart = ({ passage, field, onField, onEdit }: PassageCardProps) => {
  if (field === 'tags') {
    return (
      <TagPicker
        autoFocus
        tagIds={passage.tagIds}
        onChange={(tagIds) => void onEdit({ kind: 'tags', tagIds: [...tagIds] })}
        onDone={() => onField(null)}
      />
    );
  }
  return passage.tagIds.length === 0 ? null : (
    <button type="button" className={styles.chips} aria-label="Change tags" onClick={() => onField('tags')}>
      <TagChips tagIds={passage.tagIds} />
    </button>
  );
};

const TasksPart = ({ articleId, passage, tasks, field, onField }: PassageCardProps) => {
  const place = { on: 'passage', articleId, passageId: passage.id } as const;
  return (
    <>
      {tasks.length > 0 && (
        <div className={styles.tasks}>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} place={place} />
          ))}
        </div>
      )}
      {field === 'task' && <TaskLine autoFocus place={place} onDone={() => onField(null)} />}
    </>
  );
};

/** How many links it has, and a button that shows them. */
const RelatedPart = ({ relationCount }: Pick<PassageCardProps, 'relationCount'>) =>
  relationCount === 0 ? null : (
    <button
      type="button"
      className={joinClasses('word-button', styles.related)}
      onClick={() => runCommand('passage.related')}
    >
      Related {relationCount} <CommandKbd command="passage.related" />
    </button>
  );

/** How many memos cite it, and a button that goes there. */
const CitedPart = ({ passage }: Pick<PassageCardProps, 'passage'>) => {
  const { data: rows } = useQuery(passageRows, { passageIds: [passage.id] });
  const count = rows?.[0]?.citedIn.length ?? 0;
  return count === 0 ? null : (
    <button
      type="button"
      className={joinClasses('word-button', styles.related)}
      onClick={() => void goToCitation(passage.id)}
    >
      Cited in {printCount(count, 'memo')} <CommandKbd command="passage.citation" />
    </button>
  );
};

type RegionPartProps = Pick<PassageCardProps, 'articleId' | 'passage' | 'onEdit'>;

/** For a region: its pixels and its description. */
const RegionPart = ({ articleId, passage, onEdit }: RegionPartProps) => {
  const region = pictureRegionOf(passage, articleId);
  const selector = regionOf(passage);
  if (region === null || selector === null) return null;
  const alt = `${sayKindOfRegion(selector)}, ${sayRegionPlace(selector)}`;
  return (
    <div className={regionStyles.part}>
      <RegionThumb region={region} room={{ width: 250, height: 150 }} alt={passage.description || alt} />
      <DescriptionField key={passage.id} passage={passage} onEdit={onEdit} />
    </div>
  );
};

type AddRowProps = {
  readonly hasNote: boolean;
  readonly hasTags: boolean;
  readonly hasSource: boolean;
  readonly hasConcerned: boolean;
  readonly hasManner: boolean;
  readonly hasGrade: boolean;
  readonly hasTaskLine: boolean;
  readonly hasTranslation: boolean;
  readonly hasRelations: boolean;
  readonly onField: (field: CardField) => void;
};

const acts = [
  { field: 'note', name: 'Note', command: 'passage.note', has: 'hasNote' },
  { field: 'tags', name: 'Tags', command: 'passage.tags', has: 'hasTags' },
  { field: 'source', name: 'Speaker', command: 'passage.source', has: 'hasSource' },
  { field: 'concerned', name: 'Concerned', command: 'passage.concerned', has: 'hasConcerned' },
  { field: 'manner', name: 'Attribution', command: 'passage.manner', has: 'hasManner' },
  { field: 'grade', name: 'Grade', command: 'passage.grade', has: 'hasGrade' },
  { field: 'task', name: 'Task', command: 'passage.task', has: 'hasTaskLine' },
  { field: 'translation', name: 'Translation', command: 'passage.translation', has: 'hasTranslation' },
] as const satisfies readonly {
  field: CardField;
  name: string;
  command: CommandId;
  has: keyof AddRowProps;
}[];

/** The empty fields of a passage, each with its key. */
const AddRow = ({ onField, ...has }: AddRowProps) => (
  <div className={styles.addRow}>
    {acts
      .filter((act) => !has[act.has])
      .map(({ field, name, command }) => (
        <Button key={field} isSmall variant="quiet" onPress={() => onField(field)}>
          {name} <CommandKbd command={command} />
        </Button>
      ))}
    {!has.hasRelations && (
      <CommandButton isQuiet command="passage.related">
        Related
      </CommandButton>
    )}
    <CommandButton isQuiet command="passage.cite">
      Cite
    </CommandButton>
    <CommandButton isQuiet command="passage.used-in">
      Used in
    </CommandButton>
  </div>
);

type SpeakerFieldProps = {
  readonly passage: Passage;
  readonly onEdit: EditPassage;
  /** Suggested first: the speaker last set in this article. */
  readonly suggested: readonly SourceId[];
  /** The speaker named in the text. */
  readonly inText: SpeakerInText | null;
  readonly onDone: () => void;
};

/** The speaker, and the source's reliability from now on. */
const SpeakerField = ({ passage, onEdit, suggested, inText, onDone }: SpeakerFieldProps) => {
  const { byId } = useSources();
  const posts = usePosts(passage, true);
  const source = passage.sourceId === null ? undefined : byId.get(passage.sourceId);
  return (
    <div className={styles.field}>
      <SourcePicker
        label="Speaker"
        sourceId={passage.sourceId}
        suggested={suggested}
        inText={inText}
        isQuotation={passage.manner === 'direct'}
        autoFocus
        onChange={(id) => void onEdit({ kind: 'source', sourceId: id })}
        onDone={onDone}
      />
      {source !== undefined && (
        <ReliabilityPicker
          label={`Reliability of ${source.name}, from now on`}
          value={source.reliability}
          onChange={(reliability) =>
            void act(sourceSetReliability, { sourceId: source.id, reliability, why: '' })
          }
        />
      )}
      {posts.map(({ post, wording }) => (
        <ToggleChip
          key={wording}
          isOn={passage.post === post}
          onChange={(isOn) => void onEdit({ kind: 'post', post: isOn ? post : '' })}
        >
          {wording}
        </ToggleChip>
      ))}
    </div>
  );
};

/** What is filled in, or being edited. */
const said = ({ passage, field, relationCount }: PassageCardProps) => ({
  hasRelations: relationCount > 0,
  hasTags: passage.tagIds.length > 0 || field === 'tags',
  hasSource: passage.sourceId !== null || field === 'source',
  hasConcerned: passage.concernedIds.length > 0 || field === 'concerned',
  hasManner: passage.manner !== null || passage.basis !== null || field === 'manner',
  hasGrade: !isUngraded(passage.grade) || field === 'grade',
  hasTaskLine: field === 'task',
});

/** The fields of an open card. An empty one is a button with its key; others show their content. */
export const CardBody = (props: PassageCardProps) => {
  const { passage, publication, field, onField, onEdit, relationCount } = props;
  const { suggestedSources = [], findSpeaker } = props;
  const mayTranslate = useMayTranslate(props);
  const offer = useOffer(passage, publication);
  const done = () => onField(null);
  const hasNote = passage.note !== null || field === 'note';
  return (
    <div className={styles.body}>
      <RegionPart {...props} />
      <TranslationPart {...props} />
      {field === 'source' && (
        <SpeakerField
          passage={passage}
          onEdit={onEdit}
          suggested={suggestedSources}
          inText={findSpeaker?.() ?? null}
          onDone={done}
        />
      )}
      <ConcernedPart {...props} />
      {field === 'manner' && <MannerBox passage={passage} onEdit={onEdit} onDone={done} />}
      {field === 'grade' && (
        <GradeBox
          on={{ articleId: props.articleId, passageId: passage.id }}
          grade={passage.grade}
          confirmedBecause={passage.confirmedBecause}
          offer={offer}
          onSet={(grade, why) => void onEdit({ kind: 'grade', grade, confirmedBecause: why })}
          onDone={done}
        />
      )}
      {hasNote && (
        <NoteEditor
          label="Note"
          note={passage.note}
          autoFocus={field === 'note'}
          onSave={(note, editId) => onEdit({ kind: 'note', note }, editId)}
          onLeave={done}
        />
      )}
      <TagsPart {...props} />
      <TasksPart {...props} />
      <AnswersPart {...props} />
      <RelatedPart relationCount={relationCount} />
      <CitedPart passage={passage} />
      <AddRow {...said(props)} hasNote={hasNote} hasTranslation={!mayTranslate} onField={onField} />
    </div>
  );
};
