/** Commands that look at one page by itself, whatever collection there is. */
@org.jspecify.annotations.NullMarked
package stet.cli.page;
