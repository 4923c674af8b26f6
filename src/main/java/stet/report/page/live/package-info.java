/** Records that the templates of a server's own pages show. */
@org.jspecify.annotations.NullMarked
package stet.report.page.live;
