package stet.ingest;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How many records were seen, kept and not kept, and why. */
public final class RecordCounts {
  private final Map<String, Long> seen = new TreeMap<>();
  private final Map<String, Long> skipped = new TreeMap<>();
  private long kept;
  private long total;

  void addSeen(String type) {
    seen.merge(type, 1L, Long::sum);
    total++;
  }

  void addKept() {
    kept++;
  }

  void addSkipped(String reason) {
    skipped.merge(reason, 1L, Long::sum);
  }

  /** How many records there are, damaged ones included. */
  public long total() {
    return total;
  }

  /** How many became captures, those that were here before included. */
  public long kept() {
    return kept;
  }

  /** How many there are of each type, as the records state it, in lower case. */
  public Map<String, Long> seen() {
    return Collections.unmodifiableMap(seen);
  }

  /** How many were not kept, by reason. Together with the kept ones these are all. */
  public Map<String, Long> skipped() {
    return Collections.unmodifiableMap(skipped);
  }
}
