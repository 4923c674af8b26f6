/**
 * A PostgreSQL database that several programs share: its address, a connection that is made again
 * when it was lost, its schema, and its clock. The only package that loads PostgreSQL's driver.
 */
@NullMarked
package stet.postgres;

import org.jspecify.annotations.NullMarked;
