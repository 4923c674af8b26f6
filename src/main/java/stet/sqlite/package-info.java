/**
 * The only way to SQLite: opening and bringing up to date, transactions, statements, and readers
 * beside a writer. Knows nothing of what is stored.
 */
@org.jspecify.annotations.NullMarked
package stet.sqlite;
