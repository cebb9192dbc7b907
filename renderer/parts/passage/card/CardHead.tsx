import { ChevronDown, Ellipsis } from 'lucide-react';
import { Button } from 'react-aria-components';
import { labelCommandId } from '#domain/command/label-commands.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';
import { type Label, labels, labelTable } from '#domain/passage/label.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu, type MenuEntry } from '#renderer/ui/overlays/Menu.tsx';
import { dragCited, holdForDrag } from '../drag-cited.ts';
import { GradeSign } from '../GradeSign.tsx';
import type { PassageCardProps } from './card-props.ts';
import styles from './passage-card.module.css';
import { WhoLines } from './speaker/WhoLines.tsx';

type CardHeadProps = Pick<
  PassageCardProps,
  'passage' | 'publication' | 'page' | 'paragraph' | 'field' | 'onField' | 'onEdit'
>;

const labelEntries = (
  printed: ReturnType<typeof usePrintedKeys>,
  setLabel: (label: Label) => void,
): readonly MenuEntry[] =>
  labels.map((label) => ({
    id: label,
    name: `${labelTable[label].name}: ${labelTable[label].useWhen}`,
    keys: printed(labelCommandId(label))[0],
    run: () => setLabel(label),
  }));

/** The top of an open card: label, grade, who says so. Each is a button to its field. */
export const CardHead = ({
  passage,
  publication,
  page,
  paragraph,
  field,
  onField,
  onEdit,
}: CardHeadProps) => {
  const printed = usePrintedKeys();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a mouse alone can drag; copying with citation is the way for keys
    <div
      className={styles.head}
      draggable
      onPointerDown={() => void holdForDrag([passage.id])}
      onDragStart={(event) => dragCited(event, [passage.id])}
    >
      <div className={styles.row}>
        <Menu
          label="Label"
          trigger={
            <Button
              className={styles.labelButton ?? ''}
              aria-label={`Label: ${labelTable[passage.label].name}`}
            >
              {labelTable[passage.label].name}
              <ChevronDown size={12} aria-hidden />
            </Button>
          }
          entries={labelEntries(printed, (label) => void onEdit({ does: 'label', label }))}
          onClosed={() => onField(null)}
        />
        {!isUngraded(passage.grade) && (
          <button
            type="button"
            className={joinClasses('word-button', styles.valueButton)}
            aria-expanded={field === 'grade'}
            onClick={() => onField(field === 'grade' ? null : 'grade')}
          >
            <span className="visually-hidden">Grade </span>
            <GradeSign grade={passage.grade} />
          </button>
        )}
        <span className={styles.headEnd}>
          <span className={styles.pinpoint}>{printPlace({ page, paragraph, place: null })}</span>
          <Menu
            label="Passage"
            trigger={<IconButton icon={Ellipsis} label="More" isSmall />}
            entries={[
              {
                id: 'copy',
                name: 'Copy with citation',
                keys: printed('edit.copy-cited')[0],
                run: () => runCommand('edit.copy-cited'),
              },
              {
                id: 'related',
                name: 'Related passages',
                keys: printed('passage.related')[0],
                run: () => runCommand('passage.related'),
              },
              {
                id: 'link',
                name: 'Link to…',
                keys: printed('passage.link')[0],
                run: () => runCommand('passage.link'),
              },
              'separator',
              {
                id: 'delete',
                name: 'Move to trash',
                keys: printed('passage.delete')[0],
                isDangerous: true,
                run: () => void onEdit({ does: 'delete' }),
              },
            ]}
          />
        </span>
      </div>
      <WhoLines passage={passage} publication={publication} field={field} onField={onField} />
    </div>
  );
};
