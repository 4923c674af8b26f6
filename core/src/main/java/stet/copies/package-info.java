/**
 * Wire copy: the same story in several outlets, found by what the texts have in common word for
 * word. Pure functions; a caller streams articles and keeps the texts.
 */
@org.jspecify.annotations.NullMarked
package stet.copies;
