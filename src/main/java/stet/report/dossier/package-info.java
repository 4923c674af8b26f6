/** One document about an outlet or a search, to be handed over and printed. */
@org.jspecify.annotations.NullMarked
package stet.report.dossier;
