/** Other archives' captures: lists of them (RFC 7089, CDX) and the captures themselves. */
@org.jspecify.annotations.NullMarked
package stet.memento;
