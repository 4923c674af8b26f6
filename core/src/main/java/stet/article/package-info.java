/** What an article says at one moment: its fields, its blocks, the dates and notices it states. */
@org.jspecify.annotations.NullMarked
package stet.article;
