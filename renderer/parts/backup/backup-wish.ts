import { create } from 'zustand';

/** Which dialog on backups is open; null while none is. */
export const useBackupWish = create<{ readonly wish: 'restore' | 'test' | null }>(() => ({ wish: null }));

export const askToRestore = (): void => useBackupWish.setState({ wish: 'restore' });
export const askToTest = (): void => useBackupWish.setState({ wish: 'test' });
export const endBackupWish = (): void => useBackupWish.setState({ wish: null });
