/**
 * The timelines of whole web archives on Apache Spark, by the functions of the core. Each stage
 * writes what it found before the next one begins, so that a job that was broken off goes on.
 */
@org.jspecify.annotations.NullMarked
package stet.spark;
