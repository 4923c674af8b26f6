/**
 * Lists whose hubs tell when they have changed (WebSub): what is asked of hubs when, and what their
 * calls mean. Asks nobody itself.
 */
@org.jspecify.annotations.NullMarked
package stet.watch.push;
