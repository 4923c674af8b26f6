package stet.archive;

import org.jspecify.annotations.Nullable;

/**
 * An unfinished record found at the end of a file and taken off it.
 *
 * @param file the file's name
 * @param end the file's size now, in bytes: the end of its last sound record
 * @param removed how many bytes were taken off
 * @param setAside the name of the file beside it that holds them; null where they were dropped
 *     because the caller's own records show that they had never been acknowledged
 */
public record RecoveredTail(String file, long end, long removed, @Nullable String setAside) {
  /** One line for people. */
  public String line() {
    return "'"
        + file
        + "': "
        + removed
        + " bytes of an unfinished write, never acknowledged, were "
        + (setAside == null ? "cut off" : "set aside in '" + setAside + "'");
  }
}
