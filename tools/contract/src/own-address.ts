let calls = 0;

/**
 * A way of writing a base URL that nobody used before: slashes at its end mean nothing. Hosts share a quota by credential and
 * base URL as it was typed, and a test that calls every operation would wait for it.
 */
export const ownAddress = (baseUrl: string): string => `${baseUrl}${'/'.repeat(++calls)}`;
