import { Children, type ReactNode } from 'react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { PageSection } from '#renderer/ui/pages/PageSection.tsx';

export type TodayBlockProps = {
  readonly title: string;
  readonly count: number;
  /** How many of them the children speak of, where that is not one each. */
  readonly shown?: number;
  /** Said where nothing is in it; left out where it is shown only with something. */
  readonly empty?: string;
  /** Leads to all of them, where more are than are shown. */
  readonly onAll?: () => void;
  readonly children: ReactNode;
};

export const TodayBlock = ({ title, count, shown, empty, onAll, children }: TodayBlockProps) => {
  const isAllShown = count <= (shown ?? Children.count(children));
  return (
    <PageSection
      title={title}
      count={count > 0 ? String(count) : undefined}
      empty={count === 0 ? empty : undefined}
    >
      <ul className="plain-list">{children}</ul>
      {onAll !== undefined && !isAllShown && (
        <Button variant="quiet" isSmall onPress={onAll}>
          All {count}
        </Button>
      )}
    </PageSection>
  );
};
