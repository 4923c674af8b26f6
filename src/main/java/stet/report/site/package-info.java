/** The site: which pages there are, what they are made from, and which have to be made anew. */
@org.jspecify.annotations.NullMarked
package stet.report.site;
