/** What a watch needs to share a queue with others. */
@NullMarked
package stet.app.queue;

import org.jspecify.annotations.NullMarked;
