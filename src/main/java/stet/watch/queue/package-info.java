/**
 * Several watches over one queue: who may ask which host, and what each must know of the others.
 */
@NullMarked
package stet.watch.queue;

import org.jspecify.annotations.NullMarked;
