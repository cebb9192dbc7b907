/**
 * The age library, loaded when an archive that is encrypted first needs it: it makes tables for kinds of keys that are
 * not used here, which takes longer than to open a small archive in the clear.
 */
export const loadAge = () => import('age-encryption');
