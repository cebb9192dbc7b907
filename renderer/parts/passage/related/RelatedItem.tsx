import { Link2, Link2Off } from 'lucide-react';
import { useMemo } from 'react';
import { GridListItem } from 'react-aria-components';
import type { CommandId } from '#domain/command/command-table.ts';
import { wordRelation } from '#domain/passage/word-relation.ts';
import { sameOriginWords } from '#domain/source/compare-origins.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import type { FocusRows } from '#renderer/ui/rows/use-focus-rows.ts';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { GradeSign } from '../GradeSign.tsx';
import { LabelSign } from '../LabelSign.tsx';
import { RowFacts } from '../line/RowFacts.tsx';
import { PassageWords } from '../region/PassageWords.tsx';
import styles from './related.module.css';
import type { RelatedEntry } from './related-sections.ts';

export type RelatedItemProps = {
  readonly entry: RelatedEntry;
  readonly rows: FocusRows;
  readonly onLink: (entry: RelatedEntry) => void;
  readonly onUnlink: (entry: RelatedEntry) => void;
};

/** A passage beside the one that the pane is about: how it is linked, what it says, what it is worth, who says so. */
export const RelatedItem = ({ entry, rows, onLink, onUnlink }: RelatedItemProps) => {
  const { row, link, sameOrigin } = entry;
  const origin = sameOrigin === null ? null : sameOriginWords[sameOrigin];
  const printed = usePrintedKeys();
  const keysOf = (id: CommandId) => {
    const [keys] = printed(id);
    return keys === undefined ? {} : { keys };
  };
  return (
    <GridListItem
      ref={useMemo(() => rows.register(entry.id), [rows, entry.id])}
      id={entry.id}
      textValue={`${link === null ? '' : `${wordRelation(link.type, link.direction)}: `}${row.quote}`}
      className={joinClasses(styles.row)}
    >
      <div className={styles.rowHead}>
        {link !== null && <span className={styles.verb}>{wordRelation(link.type, link.direction)}</span>}
        <LabelSign label={row.label} />
        <GradeSign grade={row.grade} />
        {origin !== null && (
          <Badge title={`${origin.why}: they do not confirm each other`}>{origin.short}</Badge>
        )}
        <span className={styles.act}>
          {link === null ? (
            <IconButton
              icon={Link2}
              label="Link"
              {...keysOf('passage.link')}
              isSmall
              onPress={() => onLink(entry)}
            />
          ) : (
            <IconButton
              icon={Link2Off}
              label="Remove link"
              {...keysOf('passage.delete')}
              isSmall
              onPress={() => onUnlink(entry)}
            />
          )}
        </span>
      </div>
      <PassageWords row={row} lines={3} />
      <RowFacts row={row} />
    </GridListItem>
  );
};
