/** The path of a database that exists only as long as the process. */
export const IN_MEMORY = ':memory:';
