/** What takedowns do to a collection beside its index: bytes erased, and kept from coming back. */
@org.jspecify.annotations.NullMarked
package stet.track.takedown;
