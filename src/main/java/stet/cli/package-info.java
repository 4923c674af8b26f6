/** One command per file; the only place that prints or exits. */
@org.jspecify.annotations.NullMarked
package stet.cli;
