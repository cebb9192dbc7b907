import { ChevronDown, Ellipsis } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { isTimeCode } from '#domain/article/pages.ts';
import { labelCommandId } from '#domain/command/label-commands.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';
import type { LabelId, LabelSet } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { capital } from '#domain/text/capital.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu, type MenuEntry } from '#renderer/ui/overlays/Menu.tsx';
import { originOfSpeaker, useSources } from '../../source/use-sources.ts';
import { WrittenBy } from '../../writer/WrittenBy.tsx';
import { dragCited, holdForDrag } from '../drag-cited.ts';
import { GradeSign } from '../GradeSign.tsx';
import { CardBody } from './CardBody.tsx';
import { CardLine } from './CardLine.tsx';
import type { PassageCardProps } from './card-props.ts';
import styles from './passage-card.module.css';
import { basisNames, mannerNames, printSpeaker } from './print-speaker.ts';
import { usePosts } from './use-posts.ts';

/** For screen readers: a page, or the time in a transcript. */
const sayPage = (page: string): string => (isTimeCode(page) ? `at ${page}` : `page ${page}`);

/** Opening a card removes its button: the first button of the open card gets the focus. */
const useOpening = (isOpen: boolean, onOpen: () => void) => {
  const root = useRef<HTMLDivElement>(null);
  const isOpening = useRef(false);
  useLayoutEffect(() => {
    if (!isOpen || !isOpening.current) return;
    isOpening.current = false;
    focusInto(root.current, { preventScroll: true });
  }, [isOpen]);
  const open = (): void => {
    isOpening.current = true;
    onOpen();
  };
  return { root, open };
};

/** Notes words struck out in the article: the quote does not show that. */
const StruckWords = ({ words }: { readonly words: readonly string[] }) =>
  words.length === 0 ? null : (
    <p className={styles.warning}>
      Struck out in the article: <s>{words.join(' … ')}</s>
    </p>
  );

type CardHeadProps = Pick<
  PassageCardProps,
  'passage' | 'publication' | 'page' | 'paragraph' | 'field' | 'onField' | 'onEdit'
>;

const labelEntries = (
  { offered }: LabelSet,
  printed: ReturnType<typeof usePrintedKeys>,
  setLabel: (label: LabelId) => void,
): readonly MenuEntry[] =>
  offered.map(({ id, name, useWhen, key }) => ({
    id,
    name: useWhen === '' ? name : `${name}: ${useWhen}`,
    keys: printed(labelCommandId(key))[0],
    run: () => setLabel(id),
  }));

type WhoLinesProps = Pick<PassageCardProps, 'passage' | 'publication' | 'field' | 'onField'>;

/** How it was said, as far as the line above does not show it; never empty if something is set. */
const sayHow = ({ manner, basis }: Passage, who: string): string => {
  const terms = basis === null ? [] : [basisNames[basis]];
  const news = terms.filter((words) => !who.includes(words));
  const how = manner === null ? [] : [mannerNames[manner]];
  return capital([...how, ...(how.length === 0 ? terms : news)].join(' · '));
};

/** The speaker's origin, if the name does not show it. Passages of one origin do not confirm each other. */
const useOrigin = ({ sourceId }: Passage): string | null => {
  const { byId } = useSources();
  const origin = originOfSpeaker(byId, sourceId);
  if (origin === null) return null;
  return origin.id === sourceId ? 'origin: the speaker' : `origin: ${origin.name}`;
};

/** The speaker, how it was said, and the origin. Each is a button to its field. */
const WhoLines = ({ passage, publication, field, onField }: WhoLinesProps) => {
  const sources = useSources();
  const origin = useOrigin(passage);
  const who = printSpeaker(passage, publication, sources);
  // Without a speaker the manner takes that place.
  const isManner = passage.sourceId === null;
  const how = isManner && who !== '' ? '' : sayHow(passage, who);
  // The dates of the current post; queried only if there is one.
  const term = usePosts(passage, (passage.post ?? '') !== '').find(({ post }) => post === passage.post);
  const button = (words: string, its: 'source' | 'manner', title?: string) => (
    <button
      type="button"
      title={title}
      className={joinClasses('word-button', styles.speakerButton)}
      aria-expanded={field === its}
      onClick={() => onField(field === its ? null : its)}
    >
      {words}
    </button>
  );
  return (
    <>
      {who !== '' && button(who, isManner ? 'manner' : 'source', term?.wording)}
      {(how !== '' || origin !== null) && (
        <div className={styles.howLine}>
          {how !== '' && button(how, 'manner')}
          {origin !== null && <span className={styles.origin}>{origin}</span>}
        </div>
      )}
    </>
  );
};

/** The top of an open card: label, grade, speaker. Each is a button to its field. */
const CardHead = ({ passage, publication, page, paragraph, field, onField, onEdit }: CardHeadProps) => {
  const printed = usePrintedKeys();
  const labels = useLabels();
  const { name } = labels.of(passage.label);
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
            <Button className={styles.labelButton ?? ''} aria-label={`Label: ${name}`}>
              {name}
              <ChevronDown size={12} aria-hidden />
            </Button>
          }
          entries={labelEntries(labels, printed, (label) => void onEdit({ kind: 'label', label }))}
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
                id: 'cite',
                name: 'Cite in a memo',
                keys: printed('passage.cite')[0],
                run: () => runCommand('passage.cite'),
              },
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
                run: () => void onEdit({ kind: 'delete' }),
              },
            ]}
          />
        </span>
      </div>
      <WhoLines passage={passage} publication={publication} field={field} onField={onField} />
    </div>
  );
};

/** The analyst's details of a passage: one line while closed, all fields while open. */
export const PassageCard = (props: PassageCardProps) => {
  const { passage, isOpen, isHot = false } = props;
  const { root, open } = useOpening(isOpen, props.onOpen);
  return (
    <div
      ref={root}
      className={joinClasses(styles.card, isOpen && styles.open, isHot && styles.hot)}
      data-label={passage.label}
      data-single-keys={isOpen ? '' : undefined}
    >
      {props.warning !== undefined && <div className={styles.warning}>{props.warning}</div>}
      {isOpen ? (
        <>
          <CardHead {...props} />
          {Boolean(props.dates) && <p className={styles.dates}>{props.dates}</p>}
          <StruckWords words={props.struck ?? []} />
          <CardBody {...props} />
          <WrittenBy record={passage} className={styles.dates} />
        </>
      ) : (
        <button
          type="button"
          className={styles.closed}
          onClick={open}
          aria-expanded={false}
          draggable
          onPointerDown={() => void holdForDrag([passage.id])}
          onDragStart={(event) => dragCited(event, [passage.id])}
        >
          <CardLine {...props} />
          {props.page !== undefined && <span className="visually-hidden">{`, ${sayPage(props.page)}`}</span>}
          {props.paragraph !== null && <span className="visually-hidden">, paragraph {props.paragraph}</span>}
        </button>
      )}
    </div>
  );
};
