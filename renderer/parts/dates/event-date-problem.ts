/** What to write where a date could not be read. */
export const EVENT_DATE_PROBLEM = 'Enter 2024, April 2024, 24 April 2024 or 24–26 April 2024.';
