/** Where the story stands on the page, and which lines are none of it. Pure. */
@org.jspecify.annotations.NullMarked
package stet.extract.body;
