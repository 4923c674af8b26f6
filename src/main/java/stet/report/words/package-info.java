/** Small words and numbers as pages show them: times, counts, labels, addresses. */
@org.jspecify.annotations.NullMarked
package stet.report.words;
