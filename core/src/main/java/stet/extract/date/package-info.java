/**
 * Where does a stated date come from: patterns, labels, places, zones, and the judge who chooses.
 * Pure.
 */
@org.jspecify.annotations.NullMarked
package stet.extract.date;
