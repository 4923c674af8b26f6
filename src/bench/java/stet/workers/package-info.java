/** Several workers over one queue, measured as processes. */
package stet.workers;
