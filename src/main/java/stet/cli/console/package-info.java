/** The terminal: where commands print, how wide it is, how they end. */
@org.jspecify.annotations.NullMarked
package stet.cli.console;
