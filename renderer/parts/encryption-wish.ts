import { create } from 'zustand';

export type EncryptionWish = 'new' | 'encrypt' | 'passphrase' | 'decrypt';

/** Which dialog on the encryption of the archive is open; null while none is. */
export const useEncryptionWish = create<{ readonly wish: EncryptionWish | null }>(() => ({ wish: null }));

export const askForEncryption = (wish: EncryptionWish): void => useEncryptionWish.setState({ wish });
export const endEncryptionWish = (): void => useEncryptionWish.setState({ wish: null });
