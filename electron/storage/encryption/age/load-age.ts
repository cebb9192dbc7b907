/**
 * The age library, loaded when an encrypted archive first needs it: it builds tables for key types that are not used
 * here, which takes longer than opening a small unencrypted archive.
 */
export const loadAge = () => import('age-encryption');
