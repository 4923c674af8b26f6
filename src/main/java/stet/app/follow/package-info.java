/** Taking in the archives of workers while they are being written. */
@NullMarked
package stet.app.follow;

import org.jspecify.annotations.NullMarked;
