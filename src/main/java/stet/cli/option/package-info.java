/** What several commands have in common on the command line: options, and how values are read. */
@org.jspecify.annotations.NullMarked
package stet.cli.option;
