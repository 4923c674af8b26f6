/** Files and folders of saved pages, turned into a stream of captures. */
@org.jspecify.annotations.NullMarked
package stet.ingest;
