/** The newest edits: which are asked for, which are told, and where somebody left off. */
@org.jspecify.annotations.NullMarked
package stet.app.edits;
