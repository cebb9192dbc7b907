import { Panel } from '../collections/Panel.tsx';
import { EmptyState, type EmptyStateProps } from '../signs/EmptyState.tsx';

export type EmptyPageProps = EmptyStateProps & {
  readonly label: string;
  /** The view that it stands in, for screen readers. */
  readonly heading: string;
};

/** Stands beside a list while nothing of it is chosen. */
export const EmptyPage = ({ label, heading, ...empty }: EmptyPageProps) => (
  <Panel label={label} kind="page">
    <h1 className="visually-hidden">{heading}</h1>
    <EmptyState {...empty} />
  </Panel>
);
