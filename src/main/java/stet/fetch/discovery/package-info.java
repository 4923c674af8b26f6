/**
 * Lists in which new articles are looked for: feeds, sitemaps and section pages. Reads bytes, asks
 * nobody.
 */
@org.jspecify.annotations.NullMarked
package stet.fetch.discovery;
