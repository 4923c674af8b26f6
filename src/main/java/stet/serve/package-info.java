/**
 * A collection in the browser. Pages and data over {@code stet.app}; no use case of its own. {@code
 * http} knows requests and answers and who may ask, {@code page} what is shown, {@code memento}
 * hands captures out as a web archive does.
 */
@org.jspecify.annotations.NullMarked
package stet.serve;
