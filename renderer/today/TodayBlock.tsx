import { Children, type ReactNode } from 'react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { PageSection } from '#renderer/ui/pages/PageSection.tsx';

export type TodayBlockProps = {
  readonly title: string;
  readonly count: number;
  readonly empty: string;
  /** Leads to all of them, where more are than are shown. */
  readonly onAll?: () => void;
  readonly children: ReactNode;
};

export const TodayBlock = ({ title, count, empty, onAll, children }: TodayBlockProps) => {
  const shown = Children.count(children);
  return (
    <PageSection
      title={title}
      count={count > 0 ? String(count) : undefined}
      empty={count === 0 ? empty : undefined}
    >
      {children}
      {onAll !== undefined && count > shown && (
        <Button variant="quiet" isSmall onPress={onAll}>
          All {count}
        </Button>
      )}
    </PageSection>
  );
};
