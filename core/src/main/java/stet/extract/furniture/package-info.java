/** What an outlet says to its readers amid a story. Pure. */
@org.jspecify.annotations.NullMarked
package stet.extract.furniture;
