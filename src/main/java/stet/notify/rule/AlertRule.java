package stet.notify.rule;

import java.util.List;

/**
 * What somebody asks to be told.
 *
 * @param name of the rule, one line, unique among the rules of a collection
 * @param ask what it fires on
 * @param channels names of those through which it is told; at least one
 * @param timing when it is told
 */
public record AlertRule(String name, Ask ask, List<String> channels, Timing timing) {
  public AlertRule {
    channels = List.copyOf(channels);
  }
}
