/** From bytes to an article: one reader for each kind of page. Pure. */
@org.jspecify.annotations.NullMarked
package stet.extract.read;
