/** Headline, dek, byline, dateline. Pure. */
@org.jspecify.annotations.NullMarked
package stet.extract.field;
