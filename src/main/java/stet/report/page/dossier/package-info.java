/** What the pages of a dossier show, and its words in each language. */
@org.jspecify.annotations.NullMarked
package stet.report.page.dossier;
