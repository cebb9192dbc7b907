/** In the place of the path of a database: one that lasts as long as the process. */
export const IN_MEMORY = ':memory:';
