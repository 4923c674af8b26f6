/** What a page shows of a timeline, a revision or a version, made from models. */
@org.jspecify.annotations.NullMarked
package stet.report.view;
