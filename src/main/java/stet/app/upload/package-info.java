/** Files that are sent over the network to be taken in. */
@org.jspecify.annotations.NullMarked
package stet.app.upload;
