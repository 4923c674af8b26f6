/** Getting bytes from the live web, politely and safely; and reading lists of what is there. */
@org.jspecify.annotations.NullMarked
package stet.fetch;
