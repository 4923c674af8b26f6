package stet.report.site;

import java.util.List;

/**
 * What is remembered of files that belong together, to see later whether anyone touched them.
 *
 * @param names their names, sorted
 * @param stat digest of their names, sizes and times of change: equal means untouched
 * @param content digest of their names and bytes: equal means the same, however they came there
 * @param bytes their size together
 * @param folder when the list of files in their folder last changed, in nanoseconds since 1970; 0
 *     where they have none of their own
 */
record FileSetDigest(List<String> names, String stat, String content, long bytes, long folder) {
  FileSetDigest {
    names = List.copyOf(names);
  }
}
