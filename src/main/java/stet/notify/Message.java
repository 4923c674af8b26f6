package stet.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What is told at one time through one channel: the same however often it is tried.
 *
 * @param id idempotency key, 32 hexadecimal digits: equal for each try of the same message
 * @param kind what it is
 * @param rule name of the rule that fired
 * @param site name of the collection, as its settings give it
 * @param title one line without control characters, for a subject or a heading
 * @param reason one or two sentences: which rule fired, on what, and what was left out; empty where
 *     a channel is tried by itself
 * @param entries what is told, in order; never empty
 * @param omitted how many more findings there were that are not among {@code entries}
 * @param at when it was composed, UTC
 * @param zone in which times are shown beside UTC
 */
public record Message(
    String id,
    Kind kind,
    String rule,
    String site,
    String title,
    String reason,
    List<Entry> entries,
    int omitted,
    Instant at,
    ZoneId zone) {
  public Message {
    entries = List.copyOf(entries);
  }

  /** What kind of message it is. */
  public enum Kind {
    /** A finding, or the same edit on several articles, told by itself. */
    ALERT,
    /** Findings that were gathered. */
    DIGEST,
    /** What was told before does not hold any more. */
    CORRECTION,
    /** Sent because somebody wanted to see whether it arrives. */
    TEST
  }

  /**
   * A finding in a message.
   *
   * @param standing whether it still holds at the time of the message
   * @param note what became of it since it was found, in one sentence; empty where it stands
   */
  public record Entry(Finding finding, Standing standing, String note) {}

  /** Whether a finding still holds. */
  public enum Standing {
    /** It holds as it was found. */
    STANDS,
    /** The text was edited again since. */
    EDITED_AGAIN,
    /** It is judged otherwise by now, for instance held as a new page template. */
    JUDGED_OTHERWISE,
    /** Captures that came later show that it was not as it seemed. */
    WITHDRAWN;

    /** Whether what was told is still so. */
    public boolean holds() {
      return this == STANDS || this == EDITED_AGAIN;
    }
  }

  /** Whether a test shows what a rule found once, and not only that it arrives. */
  public boolean isExample() {
    return kind == Kind.TEST
        && entries.stream()
            .anyMatch(e -> e.finding().story() != null || !e.finding().words().isEmpty());
  }

  /** Whether it tries a channel by itself, so that its rule says nothing. */
  public boolean isOfChannel() {
    return kind == Kind.TEST && reason.isEmpty();
  }

  /** Key of the one article that all of it concerns; empty where there is no such. */
  public String thread() {
    List<String> keys =
        entries.stream()
            .map(e -> e.finding().story() == null ? "" : e.finding().story().key())
            .distinct()
            .toList();
    return keys.size() == 1 ? keys.get(0) : "";
  }
}
