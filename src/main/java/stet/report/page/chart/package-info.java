/** Drawings as templates show them: places in units of the drawing, and words. */
@org.jspecify.annotations.NullMarked
package stet.report.page.chart;
