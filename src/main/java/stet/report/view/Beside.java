package stet.report.view;

/**
 * What is said of a page that stands beside a version and is none itself.
 *
 * @param first whether it stands before the version
 * @param name what the comparison is called
 * @param column what stands above the page's words
 * @param when when both were captured, in a sentence
 */
public record Beside(boolean first, String name, String column, String when) {}
