/** Writes a dossier: which articles are in it, and as what kind of file. */
@org.jspecify.annotations.NullMarked
package stet.app.dossier;
