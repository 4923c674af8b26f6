/** A watch that runs in the process of a server. */
@org.jspecify.annotations.NullMarked
package stet.app.live;
