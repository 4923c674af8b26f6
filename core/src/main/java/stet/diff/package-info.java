/**
 * What changed between two versions, word by word, and what kind of edit it is. Pure functions: no
 * clock, no network, no disk.
 */
@org.jspecify.annotations.NullMarked
package stet.diff;
