/** The static site made from timelines. Is given models, never queries. */
@org.jspecify.annotations.NullMarked
package stet.report;
