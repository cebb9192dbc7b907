import type { Passage } from '#domain/passage/passage.ts';
import { printCount } from '#domain/print-count.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { goToCitation } from '../../memo/go-to-citation.ts';
import { CommandKbd } from '../../menu/CommandKbd.tsx';
import { NoteEditor } from '../../note/NoteEditor.tsx';
import { useSources } from '../../source/use-sources.ts';
import { TagChips } from '../../tag/TagChips.tsx';
import { TagPicker } from '../../tag/TagPicker.tsx';
import { AnswersPart } from '../../task/answer/AnswersPart.tsx';
import { TaskLine } from '../../task/TaskLine.tsx';
import { TaskRow } from '../../task/TaskRow.tsx';
import { RegionPart } from '../region/RegionPart.tsx';
import { AddRow } from './AddRow.tsx';
import type { PassageCardProps } from './card-props.ts';
import { GradeBox, type GradeBoxProps } from './grade/GradeBox.tsx';
import { MannerBox } from './manner/MannerBox.tsx';
import styles from './passage-card.module.css';
import { SpeakerField } from './speaker/SpeakerField.tsx';

/** The letter that may be taken: the speaker's; the publication's where the article itself reports. */
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
        onChange={(tagIds) => void onEdit({ does: 'tags', tagIds: [...tagIds] })}
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

/** How many passages it is linked to, and the way to them. */
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

/** How many memos cite it, and the way there. */
const CitedPart = ({ passage }: Pick<PassageCardProps, 'passage'>) => {
  const { data: rows } = useQuery('passage:rows', { passageIds: [passage.id] });
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

/** The fields of an open card. What is empty is a button with its key; what is written is shown. */
export const CardBody = (props: PassageCardProps) => {
  const { passage, publication, field, onField, onEdit, relationCount } = props;
  const { suggestedSources = [], findSpeaker } = props;
  const offer = useOffer(passage, publication);
  const done = () => onField(null);
  const hasNote = passage.note !== null || field === 'note';
  return (
    <div className={styles.body}>
      <RegionPart {...props} />
      {field === 'source' && (
        <SpeakerField
          passage={passage}
          onEdit={onEdit}
          suggested={suggestedSources}
          inText={findSpeaker?.() ?? null}
          onDone={done}
        />
      )}
      {field === 'manner' && <MannerBox passage={passage} onEdit={onEdit} onDone={done} />}
      {field === 'grade' && (
        <GradeBox
          on={{ articleId: props.articleId, passageId: passage.id }}
          grade={passage.grade}
          confirmedBecause={passage.confirmedBecause}
          offer={offer}
          onSet={(grade, why) => void onEdit({ does: 'grade', grade, confirmedBecause: why })}
          onDone={done}
        />
      )}
      {hasNote && (
        <NoteEditor
          label="Note"
          note={passage.note}
          autoFocus={field === 'note'}
          onSave={(note, editId) => onEdit({ does: 'note', note }, editId)}
          onLeave={done}
        />
      )}
      <TagsPart {...props} />
      <TasksPart {...props} />
      <AnswersPart {...props} />
      <RelatedPart relationCount={relationCount} />
      <CitedPart passage={passage} />
      <AddRow
        hasRelations={relationCount > 0}
        hasNote={hasNote}
        hasTags={passage.tagIds.length > 0 || field === 'tags'}
        hasSource={passage.sourceId !== null || field === 'source'}
        hasManner={passage.manner !== null || passage.basis !== null || field === 'manner'}
        hasGrade={!isUngraded(passage.grade) || field === 'grade'}
        hasTaskLine={field === 'task'}
        onField={onField}
      />
    </div>
  );
};
