package stet.archive;

import java.util.List;

/**
 * What a check of an archive looked at and found.
 *
 * @param files how many files were read
 * @param records how many records, the damaged ones included
 * @param captures how many of the records are sound captures
 * @param bytes how many stored bytes
 * @param findings what is wrong, by file and offset
 * @param unresolved how many sound revisit records refer to a payload in a damaged record: they are
 *     the damage's consequence and no findings of their own
 */
public record Verification(
    int files, long records, long captures, long bytes, List<Finding> findings, long unresolved) {
  public Verification {
    findings = List.copyOf(findings);
  }

  /** Whether nothing that was archived is damaged; an unfinished end is no damage. */
  public boolean sound() {
    return findings.stream().noneMatch(f -> f.kind() == Finding.Kind.DAMAGE);
  }
}
