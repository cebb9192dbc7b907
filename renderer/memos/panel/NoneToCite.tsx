import type { AppError } from '#domain/contract/errors/app-error.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';

export type NoneToCiteProps = {
  readonly text: string;
  readonly error: AppError | undefined;
  readonly onChange: (text: string) => void;
};

/** Why no passage is offered, and what to do about it. */
export const NoneToCite = ({ text, error, onChange }: NoneToCiteProps) => {
  if (error !== undefined) {
    const { title, text: says } = errorWords(error);
    return <EmptyState title={title}>{says}</EmptyState>;
  }
  return text.trim() === '' ? (
    <EmptyState title="No passages match">Highlight something in an article.</EmptyState>
  ) : (
    <NothingFound title="No passages match" text={text} kind="passage" onChange={onChange} />
  );
};
