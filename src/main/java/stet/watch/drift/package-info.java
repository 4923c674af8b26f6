/** What looks like a new page template and is held until a person judges it. */
@org.jspecify.annotations.NullMarked
package stet.watch.drift;
