package stet.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule for alerts and how it fares.
 *
 * @param name of the rule
 * @param asks what it fires on, in words
 * @param told when it is told, in words
 * @param channels through which it is told
 * @param since when it was first asked, UTC; null where it never was
 * @param firedAt when it last fired, UTC; null for never
 * @param fired how often in the last seven days
 * @param waiting how many of its findings wait to be told
 */
public record AlertRuleFacts(
    String name,
    String asks,
    String told,
    List<String> channels,
    @Nullable Instant since,
    @Nullable Instant firedAt,
    int fired,
    int waiting) {
  public AlertRuleFacts {
    channels = List.copyOf(channels);
  }
}
