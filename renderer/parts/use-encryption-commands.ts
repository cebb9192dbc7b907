import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { askForEncryption } from './encryption-wish.ts';

/** Each can be done where it means anything. What is pending is written before the window closes for it. */
export const useEncryptionCommands = (): void => {
  const isEncrypted = useAppState(({ app }) => app?.archive.isEncrypted === true);
  useCommand('archive.new', () => askForEncryption('new'));
  useCommand('archive.open', () => void act('archive:open-other', {}));
  useCommand('archive.lock', () => void act('encryption:lock', {}), isEncrypted);
  useCommand('archive.encrypt', () => askForEncryption('encrypt'), !isEncrypted);
  useCommand('archive.passphrase', () => askForEncryption('passphrase'), isEncrypted);
  useCommand('archive.decrypt', () => askForEncryption('decrypt'), isEncrypted);
};
