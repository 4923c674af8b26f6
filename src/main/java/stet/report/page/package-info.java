/** What the templates are given: texts, addresses and numbers, ready to be shown. */
@org.jspecify.annotations.NullMarked
package stet.report.page;
