package stet.report;

import java.util.List;

/**
 * What is remembered of files that belong together, to see later whether anyone touched them.
 *
 * @param names their names, sorted
 * @param stat digest of their names, sizes and times of change: equal means untouched
 * @param content digest of their names and bytes: equal means the same, however they came there
 * @param bytes their size together
 */
record Seal(List<String> names, String stat, String content, long bytes) {
  Seal {
    names = List.copyOf(names);
  }
}
