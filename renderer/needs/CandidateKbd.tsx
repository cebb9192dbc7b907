import { candidateCommandId } from '#domain/command/candidate-commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';

/** The key that takes the candidate of that rank, from 0; nothing where it has none. */
export const CandidateKbd = ({ rank }: { readonly rank: number }) => {
  const command = candidateCommandId(rank + 1);
  return command === null ? null : <CommandKbd command={command} />;
};
