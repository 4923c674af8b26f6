/** What every reader of text needs: cleaning, tables, tries of phrases. Pure. */
@org.jspecify.annotations.NullMarked
package stet.extract.words;
