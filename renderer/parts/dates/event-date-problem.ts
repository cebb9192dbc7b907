/** What to write where a date could not be read. */
export const EVENT_DATE_PROBLEM = 'Write it as 24 April 2024, April 2024 or 2024, or as 24–26 April 2024.';
