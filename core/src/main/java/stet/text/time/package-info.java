/**
 * Times as machines write them and back. Those that are printed for people, in the words of many
 * languages, are read by {@code stet.extract.date}.
 */
@org.jspecify.annotations.NullMarked
package stet.text.time;
