/** Live blogs: posts, their times, and where one ends. Pure. */
@org.jspecify.annotations.NullMarked
package stet.extract.live;
