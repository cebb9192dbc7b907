import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';

/** A message may quote a whole article. */
const MESSAGE_LENGTH = 160;

type ErrorBoundaryProps = {
  /** A change of it shows the view again: the place. */
  readonly resetKey: string;
  readonly children: ReactNode;
};
type ErrorBoundaryState = { readonly error: Error | null; readonly resetKey: string };

/** Keeps a bug in one view from taking the window with it. What was saved is on the disk. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(
    { resetKey }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return resetKey === state.resetKey ? null : { error: null, resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <EmptyState
        title="This view stopped working"
        actions={<Button onPress={() => this.setState({ error: null })}>Show it again</Button>}
      >
        What was saved is safe on the disk. Go to another view, or show this one again. (
        {error.message.slice(0, MESSAGE_LENGTH)})
      </EmptyState>
    );
  }
}
