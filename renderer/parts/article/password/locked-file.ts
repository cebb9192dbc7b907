import { create } from 'zustand';
import type { LockedId } from '#domain/ids.ts';

/** A file that waits for its password. */
export type LockedFile = { readonly lockedId: LockedId; readonly fileName: string };

/** The file whose password is asked for; null while none is. */
export const useLockedFile = create<{ readonly file: LockedFile | null }>(() => ({ file: null }));

export const askForPassword = ({ lockedId, fileName }: LockedFile): void =>
  useLockedFile.setState({ file: { lockedId, fileName } });
