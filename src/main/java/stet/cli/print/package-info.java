/** Printers: what a use case returned, for a person or a program. */
@org.jspecify.annotations.NullMarked
package stet.cli.print;
