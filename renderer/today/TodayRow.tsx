import { createContext, type ReactNode, useContext } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CommandId } from '#domain/command/command-table.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { FocusRow, type FocusRows, RowActs } from '#renderer/ui/collections/rows.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './today.module.css';

/** An act on a row with one key: that of a command, or `letter` for this row only. */
export type RowAct = { readonly name: string; readonly run: () => void } & (
  | { readonly command: CommandId }
  | { readonly letter: string }
);

export type TodayRowProps = {
  readonly id: string;
  /** What Enter and a press do, with its name. */
  readonly open: { readonly name: string; readonly run: () => void };
  readonly acts?: readonly RowAct[];
  /** The content, which a press opens; or, if it has controls, a function that renders around the acts. */
  readonly children: ReactNode | ((acts: ReactNode) => ReactNode);
};

const Acts = ({ open, acts = [] }: Pick<TodayRowProps, 'open' | 'acts'>) => (
  <>
    {acts.map((act) => (
      <Button key={act.name} isSmall variant="quiet" excludeFromTabOrder onPress={act.run}>
        {act.name}{' '}
        {'command' in act ? <CommandKbd command={act.command} /> : <Kbd keys={act.letter.toUpperCase()} />}
      </Button>
    ))}
    <Button isSmall variant="quiet" excludeFromTabOrder onPress={open.run}>
      {open.name} <Kbd keys="Enter" />
    </Button>
  </>
);

/** The rows of the page, across all of its parts: the arrow keys move between them. */
type TodayRows = {
  readonly rows: FocusRows;
  /** The row that the keys act on; null until one has had the focus. */
  readonly atHand: string | null;
  readonly onAtHand: (id: string) => void;
};

export const TodayRowsContext = createContext<TodayRows | null>(null);

const useTodayRows = (): TodayRows => {
  const rows = useContext(TodayRowsContext);
  if (rows === null) throw new Error('A row of Today stands outside of it.');
  return rows;
};

/** A row of Today: ↑ ↓ move between rows, Enter opens, and its one-key acts are at its end. */
export const TodayRow = ({ id, open, acts = [], children }: TodayRowProps) => {
  const { rows, atHand, onAtHand } = useTodayRows();
  const letters = Object.fromEntries(acts.flatMap((act) => ('letter' in act ? [[act.letter, act.run]] : [])));
  const drawn = <Acts open={open} acts={acts} />;
  return (
    <FocusRow
      id={id}
      rows={rows}
      isCurrent={id === atHand}
      onFocus={() => onAtHand(id)}
      onEnter={open.run}
      letters={letters}
      className={styles.row}
      hasActs={typeof children !== 'function'}
    >
      {typeof children === 'function' ? (
        children(drawn)
      ) : (
        <>
          <AriaButton className={joinClasses(styles.line)} excludeFromTabOrder onPress={open.run}>
            {children}
          </AriaButton>
          <RowActs>{drawn}</RowActs>
        </>
      )}
    </FocusRow>
  );
};
