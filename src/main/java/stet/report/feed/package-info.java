/** Feeds as they are written: Atom and JSON Feed, of edits and of messages. */
@org.jspecify.annotations.NullMarked
package stet.report.feed;
