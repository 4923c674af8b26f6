/** Articles in a line each, with what their latest edit was. */
@org.jspecify.annotations.NullMarked
package stet.track.list;
