/**
 * What an article shows of that which rules ask for. Reads timelines as they are shown, with what
 * is held marked on them.
 */
@org.jspecify.annotations.NullMarked
package stet.notify.match;
