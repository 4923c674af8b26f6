/**
 * Bytes to article: what a page says, or why it is not an article. Pure: no clock, network, disk.
 */
@org.jspecify.annotations.NullMarked
package stet.extract;
