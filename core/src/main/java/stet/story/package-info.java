/**
 * Which captures are one story, and what became of it. Pure: what is known so far is kept by
 * whoever asks.
 */
@org.jspecify.annotations.NullMarked
package stet.story;
