/**
 * A collection in the browser. Pages and data over {@code stet.app}; no use case of its own. {@code
 * http} knows requests and answers and who may ask, {@code page} what is shown.
 */
@org.jspecify.annotations.NullMarked
package stet.serve;
