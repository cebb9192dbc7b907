import { Link2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RelatedPassages } from '#domain/contract/passage.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { focusPane } from '#renderer/ui/focus/focus-pane.ts';
import { SideSheet } from '#renderer/ui/overlays/SideSheet.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { areKeysBlocked } from '#renderer/ui/use-blocked-keys.ts';
import { focusTarget, focusTargetElement } from '#renderer/window/focus-targets.ts';
import { GradeSign } from '../GradeSign.tsx';
import { LabelSign } from '../LabelSign.tsx';
import { RowFacts } from '../line/RowFacts.tsx';
import { askForLink } from '../link/link-store.ts';
import { PassageWords } from '../region/PassageWords.tsx';
import { RelatedList } from './RelatedList.tsx';
import styles from './related.module.css';
import { closeRelated, type OnPassage, useIsCovered, useRelated } from './related-store.ts';

/** The passage that the pane is about. */
const About = ({ row, isConfirmed }: RelatedPassages) => (
  <div className={styles.about}>
    <div className={styles.rowHead}>
      <LabelSign label={row.label} />
      <GradeSign grade={row.grade} />
      {isConfirmed && (
        <Badge tone="ok" title="A passage of another origin supports it">
          supported from another origin
        </Badge>
      )}
    </div>
    <PassageWords row={row} lines={4} />
    <RowFacts row={row} />
  </div>
);

type ContentProps = { readonly on: OnPassage; readonly asked: number; readonly hasFocus: boolean };

const Content = ({ on, asked, hasFocus }: ContentProps) => {
  const { data: related } = useQuery('passage:related', on);
  // The sheet took the focus, perhaps before anything was in it: it goes on to the list. Each asking takes it anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => focusTarget('related-list'), [asked]);
  if (related === undefined) return <div className={styles.content} aria-busy />;
  if (related === null) {
    return <EmptyState title="This passage is not there any more">Undo brings it back.</EmptyState>;
  }
  return (
    <div className={styles.content}>
      <About {...related} />
      <RelatedList related={related} hasFocus={hasFocus} />
    </div>
  );
};

/** Esc in the text or on a row beside the pane closes it too, where it means nothing more urgent. */
const useEscapeElsewhere = (isCovering: boolean): void =>
  useEffect(() => {
    if (!isCovering) return;
    const close = (event: KeyboardEvent): void => {
      const isTaken = event.defaultPrevented || areKeysBlocked();
      if (event.key === 'Escape' && !isTaken) closeRelated();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [isCovering]);

export type RelatedPaneProps = {
  /** What the pane stands over. */
  readonly covers: 'margin' | 'side';
};

const toView = (): void => {
  const view = focusTargetElement('view');
  if (focusTargetElement('article-text') !== undefined) focusTarget('article-text');
  else if (view !== undefined) focusPane(view);
};

/** The pane of related passages, over the edge of any view that shows passages. */
export const RelatedPane = ({ covers }: RelatedPaneProps) => {
  const { on, asked } = useRelated();
  const isCovering = useIsCovered();
  const [hasFocus, setHasFocus] = useState(false);
  useEscapeElsewhere(isCovering);
  if (on === null) return null;
  return (
    <SideSheet
      label="Related passages"
      covers={covers}
      isAside={!isCovering}
      asked={asked}
      elsewhere={toView}
      onFocusWithin={setHasFocus}
      onClose={closeRelated}
    >
      <div className={styles.pane}>
        <header className={styles.header}>
          <h2>Related</h2>
          <Button isSmall variant="quiet" onPress={() => askForLink(on)}>
            <Link2 size={14} aria-hidden /> Link to…
          </Button>
          <IconButton icon={X} label="Close" keys="Escape" isSmall onPress={closeRelated} />
        </header>
        <Content key={on.passageId} on={on} asked={asked} hasFocus={hasFocus} />
      </div>
    </SideSheet>
  );
};
