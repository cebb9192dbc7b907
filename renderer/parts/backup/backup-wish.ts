import { create } from 'zustand';

export type BackupWish = 'restore' | 'test' | 'encrypt';

/** Which dialog on backups is open; null while none is. */
export const useBackupWish = create<{ readonly wish: BackupWish | null }>(() => ({ wish: null }));

export const askToRestore = (): void => useBackupWish.setState({ wish: 'restore' });
export const askToTest = (): void => useBackupWish.setState({ wish: 'test' });
export const askToEncryptBackups = (): void => useBackupWish.setState({ wish: 'encrypt' });
export const endBackupWish = (): void => useBackupWish.setState({ wish: null });
