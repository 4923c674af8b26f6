/**
 * Records of WARC (ISO 28500) and ARC files that others wrote: compressed or not, sound or damaged.
 */
@org.jspecify.annotations.NullMarked
package stet.ingest.warc;
