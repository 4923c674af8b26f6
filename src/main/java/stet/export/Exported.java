package stet.export;

import java.util.List;

/**
 * What was exported.
 *
 * @param articles how many
 * @param captures how many
 * @param files how many files or entries were written
 * @param bytes their size together
 * @param damaged captures that could not be read from where they lie, one line each
 */
public record Exported(int articles, long captures, int files, long bytes, List<String> damaged) {
  public Exported {
    damaged = List.copyOf(damaged);
  }
}
