/**
 * Takedowns: what is withheld from all that a collection shows, lifted again, or erased for good.
 */
@org.jspecify.annotations.NullMarked
package stet.app.takedown;
