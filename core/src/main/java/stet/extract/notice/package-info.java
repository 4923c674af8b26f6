/** Corrections and other notices, by their wording. Pure. */
@org.jspecify.annotations.NullMarked
package stet.extract.notice;
