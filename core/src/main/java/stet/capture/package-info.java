/**
 * One observed exchange: which address, when, which bytes. Everything else is derived from these.
 */
@org.jspecify.annotations.NullMarked
package stet.capture;
