/** A watch that runs in the process of a server, and what a server asks of what is watched. */
@org.jspecify.annotations.NullMarked
package stet.app.live;
