/**
 * What stet does, one class for each use case: it is given a collection, a clock and a listener,
 * and returns models. Nothing in it prints; the command line is one caller of it.
 */
@org.jspecify.annotations.NullMarked
package stet.app;
