/**
 * Asking servers: one {@link stet.fetch.Fetcher} for all, which keeps to robots.txt, to the pauses
 * between requests and to addresses of the public web, and answers with captures of what went over
 * the wire.
 */
@org.jspecify.annotations.NullMarked
package stet.fetch;
