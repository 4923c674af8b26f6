/** Pages that are not the whole story. Pure. */
@org.jspecify.annotations.NullMarked
package stet.extract.wall;
