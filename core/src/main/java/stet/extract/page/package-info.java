/** A page as it was read: its head, linked data, passages, language. Pure. */
@org.jspecify.annotations.NullMarked
package stet.extract.page;
