package stet.spark;

import java.util.List;

/**
 * What a job is to do.
 *
 * @param inputs files, folders or patterns, in whatever file system Hadoop knows
 * @param output folder of the tables
 * @param maxSize the largest page taken, in bytes
 * @param filesAtOnce after so many files what was read is kept
 */
record JobOptions(List<String> inputs, String output, long maxSize, int filesAtOnce) {
  JobOptions {
    inputs = List.copyOf(inputs);
  }
}
