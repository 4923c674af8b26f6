/**
 * What waits to be told: findings that are due, the messages they are put into, and their way out.
 * All of it lies in the file of the watch before anybody is told.
 */
@org.jspecify.annotations.NullMarked
package stet.notify.outbox;
