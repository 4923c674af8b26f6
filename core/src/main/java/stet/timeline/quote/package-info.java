/** Timelines of which only what changed is published, for texts that are others' to publish. */
@org.jspecify.annotations.NullMarked
package stet.timeline.quote;
